"""Each record's own key."""

from django.db import transaction

from ..models import Record, RecordKey
from . import cipher, wrapping_keys
from .errors import Erased, KeyMissing


def of(record: Record) -> bytes | None:
    """Return the key of `record`, or None where nothing was sealed yet. Raises Erased, KeyMissing, Tampered."""
    row = RecordKey.objects.filter(kind=record.kind, record_id=record.pk).first()
    return _opened(row) if row else None


@transaction.atomic
def of_or_new(record: Record) -> bytes:
    """Return the key of `record`, made if there is none; the caller holds the record's lock. Raises what `of` does."""
    return of(record) or _make(record)


def unwrap(row: RecordKey) -> bytes:
    """Return the key in `row`. Raises Erased, KeyMissing, Tampered."""
    return _opened(row)


def wrap(row: RecordKey, key: bytes, wrapping_id: str, wrapping_key: bytes) -> None:
    """Put `key` into `row` under another wrapping key, unsaved."""
    row.wrapped = cipher.wrap(wrapping_key, key, _holder(row, wrapping_id))
    row.wrapping_key_id = wrapping_id


def _make(record: Record) -> bytes:
    wrapping_id, wrapping_key = wrapping_keys.current(may_begin=not RecordKey.objects.exists())
    row, key = RecordKey(kind=record.kind, record_id=record.pk), cipher.fresh_key()
    wrap(row, key, wrapping_id, wrapping_key)
    row.save()
    return key


def _opened(row: RecordKey) -> bytes:
    if row.destroyed_at:
        raise Erased(f"What was sealed in {row.kind} {row.record_id} was erased at {row.destroyed_at:%Y-%m-%d %H:%M}Z")
    keys = wrapping_keys.load()
    if row.wrapping_key_id not in keys:
        raise KeyMissing(row.wrapping_key_id)
    return cipher.unwrap(keys[row.wrapping_key_id], bytes(row.wrapped), _holder(row, row.wrapping_key_id))


def _holder(row: RecordKey, wrapping_id: str) -> str:
    return f"{row.kind}|{row.record_id}|{wrapping_id}"
