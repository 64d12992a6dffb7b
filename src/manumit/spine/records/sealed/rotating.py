"""Changing the wrapping key without touching a sealed value."""

from dataclasses import dataclass

from django.db import transaction

from manumit.spine import audit

from ..models import RecordKey
from . import cipher, record_keys, wrapping_keys

BATCH = 500


@dataclass(frozen=True, slots=True)
class Rotation:
    """What a rotation did: `current` wraps now, `rewrapped` keys moved to it, `unused` wrapping keys wrap none."""

    current: str
    rewrapped: int
    unused: tuple[str, ...]
    retired: tuple[str, ...] = ()


def rotate(*, retire: bool = False) -> Rotation:
    """Wrap every record's key with a new wrapping key; safe to repeat after being killed at any moment.

    Keys in a file get a fresh one first; keys in the environment are rotated to the first one given, so put the new key
    before the old. With `retire`, older wrapping keys that wrap nothing any more are taken out of the file.
    Raises KeyMissing.
    """
    _begin()
    current, wrapping_key = wrapping_keys.current(may_begin=False)
    rewrapped = 0
    while count := _rewrap_batch(current, wrapping_key):
        rewrapped += count
    unused = _unused()
    return Rotation(current, rewrapped, unused, _retire(unused) if retire else ())


def _begin() -> None:
    """Put a new key into the file, unless an earlier rotation was cut short: that one is finished instead."""
    keys = list(wrapping_keys.load())
    unfinished = bool(keys) and RecordKey.objects.filter(destroyed_at=None).exclude(wrapping_key_id=keys[0]).exists()
    if not wrapping_keys.in_environment() and not unfinished:
        wrapping_keys.add(cipher.fresh_key())


@transaction.atomic
def _rewrap_batch(current: str, wrapping_key: bytes) -> int:
    live = RecordKey.objects.select_for_update().filter(destroyed_at=None)
    rows = list(live.exclude(wrapping_key_id=current).order_by("id")[:BATCH])
    for row in rows:
        record_keys.wrap(row, record_keys.unwrap(row), current, wrapping_key)
    RecordKey.objects.bulk_update(rows, ["wrapped", "wrapping_key_id"])
    if rows:
        audit.record(None, "keys.rotate", detail={"to": current, "keys": len(rows)})
    return len(rows)


def _unused() -> tuple[str, ...]:
    """Return the keys that wrap nothing; never the newest two, as a put under way may still use the one before."""
    used = set(RecordKey.objects.filter(destroyed_at=None).values_list("wrapping_key_id", flat=True).distinct())
    return tuple(key_id for key_id in list(wrapping_keys.load())[2:] if key_id not in used)


def _retire(unused: tuple[str, ...]) -> tuple[str, ...]:
    if wrapping_keys.in_environment():
        return ()
    wrapping_keys.save(key for key_id, key in wrapping_keys.load().items() if key_id not in unused)
    return unused
