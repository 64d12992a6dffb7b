"""Sealing values of many records at once that nobody has seen yet: imports and sample data."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..models import Record, RecordKey, SealedValue
from . import cipher, declared, record_keys
from .writing import sealed_row


def put_new(group: str, values: Sequence[tuple[Record, Mapping[str, Any]]]) -> None:
    """Seal the values of records added in this transaction, as their first version, in two statements.

    They hold no key yet. The caller writes history and leaf, as for the rest of the record. Raises ValueError.
    """
    for record, given in values:
        declared.demand(record, group, given)
    rows, keys = _keys([record for record, _ in values])
    RecordKey.objects.bulk_create(rows)
    SealedValue.objects.bulk_create(
        sealed_row(row.pk, key, cipher.Place(record.kind, record.pk, group, name, 1), value)
        for (record, given), row, key in zip(values, rows, keys, strict=True)
        for name, value in given.items()
    )


def _keys(records: Sequence[Record]) -> tuple[list[RecordKey], list[bytes]]:
    wrapping_id, wrapping_key = record_keys.wrapping()
    rows = [RecordKey(kind=record.kind, record_id=record.pk) for record in records]
    keys = [cipher.fresh_key() for _ in records]
    for row, key in zip(rows, keys, strict=True):
        record_keys.wrap(row, key, wrapping_id, wrapping_key)
    return rows, keys
