"""Sealing values."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from .. import changing
from ..models import Record, RecordHistory, SealedValue
from ..plain import plain
from . import cipher, declared, record_keys


@transaction.atomic
def put(
    record: Record,
    group: str,
    values: Mapping[str, Any],
    actor: Actor | None,
    *,
    expected_version: int | None = None,
) -> RecordHistory:
    """Seal `values` in `group` of `record`, as a new version of it; None clears a field, and keeps what it was.

    History names the fields and never their values. The caller has asked for permission (`seal`) and records the leaf.
    `expected_version` is that of `record` as loaded where not given. Raises Conflict, NothingToChange, ValueError.
    """
    declared.demand(record, group, values)
    if not values:
        raise changing.NothingToChange(())
    stands = changing.lock(record)
    expected = record.version if expected_version is None else expected_version
    if stands.version != expected:
        raise changing.conflict(stands, {}, expected)
    _seal(record, group, values)
    return _new_version(record, stands, group, values, actor)


def _seal(record: Record, group: str, values: Mapping[str, Any]) -> None:
    (key_id, key), versions = record_keys.of_or_new(record), _versions(record, group)
    places = {name: cipher.Place(record.kind, record.pk, group, name, versions.get(name, 0) + 1) for name in values}
    SealedValue.objects.bulk_create(sealed_row(key_id, key, places[name], value) for name, value in values.items())


def _versions(record: Record, group: str) -> dict[str, int]:
    rows = SealedValue.objects.filter(kind=record.kind, record_id=record.pk, group=group)
    return dict(rows.values_list("field").annotate(Max("version")))


def sealed_row(key_id: int, key: bytes, place: cipher.Place, value: Any) -> SealedValue:
    """Return `value` encrypted for its place, unsaved."""
    nonce, ciphertext = cipher.seal(key, json.dumps(plain(value)).encode(), place)
    return SealedValue(
        kind=place.kind,
        record_id=place.record_id,
        group=place.group,
        field=place.field,
        version=place.version,
        key_id=key_id,
        nonce=nonce,
        ciphertext=ciphertext,
    )


def _new_version(
    record: Record, stands: Record, group: str, values: Mapping[str, Any], actor: Actor | None
) -> RecordHistory:
    record.version, record.changed_at = stands.version + 1, timezone.now()
    type(record).unscoped.filter(pk=record.pk).update(version=record.version, changed_at=record.changed_at)
    return changing.step(record, actor, {f"{group}.{name}": {"sealed": True} for name in values})
