"""Reading sealed values: permission, then a committed leaf, then the value."""

import json
from typing import Any

from django.db import transaction

from manumit.spine import access, audit
from manumit.spine.access.resting import rests_on
from manumit.spine.identity.actor import Actor

from ..models import Record, SealedValue
from . import cipher, declared, record_keys
from .errors import Erased, ReadInsideTransaction, SealedReadsClosed


def read(actor: Actor, record: Record, group: str) -> dict[str, Any]:
    """Return the values in a sealed `group` by field, after the leaf that says who read them is committed.

    Fields never sealed are absent, as are those erased; cleared ones are None. Raises Denied or Hidden,
    SealedReadsClosed while the log stands still, ReadInsideTransaction inside `atomic`, Erased where nothing else is
    left, KeyMissing, and Tampered for a value that was moved.
    """
    declared.demand(record, group)
    access.require(actor, f"read_{group}", record)
    if not audit.sealed_reads_open():
        raise SealedReadsClosed
    _commit_leaf(actor, record, group)
    return _values(record, group)


def _commit_leaf(actor: Actor, record: Record, group: str) -> None:
    try:
        with transaction.atomic(durable=True):
            told = rests_on(actor, record, group)
            audit.record(actor, f"{record.kind}.read", kind=record.kind, record_id=record.pk, group=group, detail=told)
    except RuntimeError as error:
        if transaction.get_connection().in_atomic_block:
            raise ReadInsideTransaction from error
        raise


def _values(record: Record, group: str) -> dict[str, Any]:
    rows = list(_latest(record, group))
    live = [row for row in rows if row.key.destroyed_at is None]
    if rows and not live:
        raise Erased(f"Erased at {rows[0].key.destroyed_at:%Y-%m-%d %H:%M} UTC")
    keys = {row.key_id: record_keys.unwrap(row.key) for row in live}
    return {row.field: _value(keys[row.key_id], row, record, group) for row in live}


def _latest(record: Record, group: str) -> Any:
    rows = SealedValue.objects.filter(kind=record.kind, record_id=record.pk, group=group)
    return rows.select_related("key").order_by("field", "-version").distinct("field")


def _value(key: bytes, row: SealedValue, record: Record, group: str) -> Any:
    place = cipher.Place(record.kind, record.pk, group, row.field, row.version)
    return json.loads(cipher.unseal(key, bytes(row.nonce), bytes(row.ciphertext), place))
