"""Reading sealed values: permission, then a committed leaf, then the value."""

import json
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import Q

from manumit.spine import access, audit
from manumit.spine.access.resting import rests_on
from manumit.spine.identity.actor import Actor

from ..models import Record, SealedValue
from . import cipher, declared, record_keys
from .errors import Erased, ReadInsideTransaction, SealedReadsClosed

Wanted = tuple[Record, str]
"""A record and one of its sealed groups."""


def read(actor: Actor, record: Record, group: str) -> dict[str, Any]:
    """Return the values in a sealed `group` by field, after the leaf that says who read them is committed.

    Fields never sealed are absent, as are those erased; cleared ones are None. Raises Denied or Hidden,
    SealedReadsClosed while the log stands still, ReadInsideTransaction inside `atomic`, Erased where nothing else is
    left, KeyMissing, and Tampered for a value that was moved.
    """
    return read_many(actor, [(record, group)])[0]


def read_many(actor: Actor, wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
    """As `read`, for several groups at once, in their order: a leaf for each in one transaction, then every value.

    All or nothing: where one may not be read, none is, and no leaf says that any was. Raises what `read` raises.
    """
    _demand(actor, wanted)
    if not audit.sealed_reads_open():
        raise SealedReadsClosed
    _commit_leaves(actor, wanted)
    return _values(wanted) if wanted else []


def _demand(actor: Actor, wanted: Sequence[Wanted]) -> None:
    """Raise unless every group is declared sealed and open to the actor; one who may is asked about once a kind."""
    for record, group in wanted:
        declared.demand(record, group)
    decisions = access.decide_many(actor, [(f"read_{group}", record) for record, group in wanted])
    for (record, group), decision in zip(wanted, decisions, strict=True):
        if not decision.allowed:
            access.require(actor, f"read_{group}", record)


def _commit_leaves(actor: Actor, wanted: Sequence[Wanted]) -> None:
    try:
        with transaction.atomic(durable=True):
            for record, group in wanted:
                _leave(actor, record, group)
    except RuntimeError as error:
        if transaction.get_connection().in_atomic_block:
            raise ReadInsideTransaction from error
        raise


def _leave(actor: Actor, record: Record, group: str) -> None:
    told = rests_on(actor, record, group)
    audit.record(actor, f"{record.kind}.read", kind=record.kind, record_id=record.pk, group=group, detail=told)


def _values(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
    found: dict[tuple[str, int, str], list[SealedValue]] = {}
    for row in _latest(wanted):
        found.setdefault((row.kind, row.record_id, row.group), []).append(row)
    opened: dict[int, bytes] = {}
    return [_opened(found.get((record.kind, record.pk, group), []), opened) for record, group in wanted]


def _latest(wanted: Sequence[Wanted]) -> Any:
    places = [Q(kind=record.kind, record_id=record.pk, group=group) for record, group in wanted]
    each = ("kind", "record_id", "group", "field")
    rows = SealedValue.objects.filter(reduce(or_, places)).select_related("key")
    return rows.order_by(*each, "-version").distinct(*each)


def _opened(rows: Sequence[SealedValue], keys: dict[int, bytes]) -> dict[str, Any]:
    """Return the values in `rows` by field; `keys` are the keys unwrapped so far, and take in those that are new."""
    live = [row for row in rows if row.key.destroyed_at is None]
    if rows and not live:
        raise Erased(f"Erased at {rows[0].key.destroyed_at:%Y-%m-%d %H:%M} UTC")
    for row in live:
        if row.key_id not in keys:
            keys[row.key_id] = record_keys.unwrap(row.key)
    return {row.field: _value(keys, row) for row in live}


def _value(keys: Mapping[int, bytes], row: SealedValue) -> Any:
    place = cipher.Place(row.kind, row.record_id, row.group, row.field, row.version)
    return json.loads(cipher.unseal(keys[row.key_id], bytes(row.nonce), bytes(row.ciphertext), place))
