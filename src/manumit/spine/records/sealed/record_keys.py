"""Each record's own key."""

from django.db import transaction

from ..models import Record, RecordKey
from . import cipher, wrapping_keys
from .errors import KeyMissing


def of(record: Record) -> tuple[int, bytes] | None:
    """Return id and key with which `record` seals now, None where none lives. Raises KeyMissing, Tampered."""
    row = RecordKey.objects.filter(kind=record.kind, record_id=record.pk, destroyed_at=None).first()
    return (row.pk, unwrap(row)) if row else None


def of_or_new(record: Record) -> tuple[int, bytes]:
    """As `of`, but a key is made where none lives; the caller holds the record's lock."""
    return of(record) or _make(record)


def unwrap(row: RecordKey) -> bytes:
    """Return the key in a row that is not destroyed. Raises KeyMissing, Tampered."""
    keys = wrapping_keys.load()
    if row.wrapping_key_id not in keys:
        raise KeyMissing(row.wrapping_key_id)
    return cipher.unwrap(keys[row.wrapping_key_id], bytes(row.wrapped), _holder(row, row.wrapping_key_id))


def wrap(row: RecordKey, key: bytes, wrapping_id: str, wrapping_key: bytes) -> None:
    """Put `key` into `row` under another wrapping key, unsaved."""
    row.wrapped = cipher.wrap(wrapping_key, key, _holder(row, wrapping_id))
    row.wrapping_key_id = wrapping_id


def wrapping() -> tuple[str, bytes]:
    """Return id and key to wrap with; the first of all is made where no record was ever sealed. Raises KeyMissing."""
    for standing in wrapping_keys.load().items():
        return standing
    return wrapping_keys.current(may_begin=not RecordKey.objects.exists())


@transaction.atomic
def _make(record: Record) -> tuple[int, bytes]:
    wrapping_id, wrapping_key = wrapping()
    row, key = RecordKey(kind=record.kind, record_id=record.pk), cipher.fresh_key()
    wrap(row, key, wrapping_id, wrapping_key)
    row.save()
    return row.pk, key


def _holder(row: RecordKey, wrapping_id: str) -> str:
    return f"{row.kind}|{row.record_id}|{wrapping_id}"
