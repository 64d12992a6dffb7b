"""Rows that belong to a record (its people, features, vehicles): each change to one is a version of its record."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from . import provenance
from .changing import Clash, Conflict, lock, step
from .models import Record, RecordHistory
from .plain import plain
from .provenance import Said

Steps = Mapping[str, tuple[Any, Any]]
"""`{"people.7.age_min": (old, new)}`: path below the record, value before, value after."""


def count_version(
    record: Record,
    actor: Actor | None,
    steps: Steps,
    said: Said,
    *,
    expected_version: int | None = None,
    carried: Mapping[str, str] | None = None,
    **columns: Any,
) -> None:
    """Give `record` its next version with `steps` in its history, and write `columns` of its own along.

    `expected_version` None means that nothing can clash: a row is added. `carried` names paths whose provenance
    another path keeps: a superseding row was told by whoever told the row before. Raises Conflict.
    """
    stands = demand_version(record, steps, expected_version)
    kept = {
        **columns,
        "version": stands.version + 1,
        "changed_at": timezone.now(),
        "provenance": provenance.add(_carried(stands, carried or {}), dict.fromkeys(steps, said)),
    }
    type(record).unscoped.filter(pk=record.pk).update(**kept)
    for column, value in kept.items():
        setattr(record, column, value)
    step(record, actor, {path: _entry(*values, said) for path, values in steps.items()})


def steps_of(row: Any, changes: Mapping[str, tuple[Any, Any]]) -> Steps:
    """Return `changes` to a row as steps of its record."""
    return {f"{row.part}.{row.pk}.{name}": pair for name, pair in changes.items()}


def demand_version(record: Record, steps: Steps, expected_version: int | None) -> Any:
    """Return the record as it stands, locked, if it still has `expected_version`; None asks for none. Raises Conflict.

    The values of `steps` clash where somebody else has written the same since.
    """
    stands = lock(record)
    if expected_version is not None and stands.version != expected_version:
        raise _conflict(stands, steps, expected_version)
    return stands


def clean_row(
    row: models.Model,
    given: Mapping[str, Any],
    *,
    kept_by_us: frozenset[str],
    cleaners: Mapping[str, Callable[[Any, Any], Any]] | None = None,
) -> dict[str, Any]:
    """Return `given` cleaned by the fields of `row`, or by a field's own of `cleaners` (value, row).

    Raises ValidationError by field, also for one that does not exist or is among `kept_by_us`.
    """
    own = cleaners or {}
    fields: dict[str, Any] = {each.name: each for each in row._meta.concrete_fields if each.name not in kept_by_us}
    values: dict[str, Any] = {}
    errors: dict[str, Any] = {name: ["There is no such field."] for name in given if name not in fields}
    for name in given.keys() & fields.keys():
        try:
            values[name] = own[name](given[name], row) if name in own else fields[name].clean(given[name], row)
        except ValidationError as error:
            errors[name] = error.error_list
    if errors:
        raise ValidationError(errors)
    return values


def differing(row: models.Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return (old, new) of each value that is not yet so."""
    return {name: (getattr(row, name), new) for name, new in values.items() if getattr(row, name) != new}


def _carried(stands: Record, carried: Mapping[str, str]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = stands.provenance
    return {**known, **{new: known[old] for new, old in carried.items() if old in known}}


def _entry(old: Any, new: Any, said: Said) -> dict[str, Any]:
    source, said_on, certainty = said.as_list()
    return {"from": plain(old), "to": plain(new), "source": source, "said_on": said_on, "certainty": certainty}


def _conflict(stands: Record, steps: Steps, expected_version: int) -> Conflict:
    since = RecordHistory.objects.filter(kind=stands.kind, record_id=stands.pk, version__gt=expected_version)
    theirs = {path for changes in since.values_list("changes", flat=True) for path in changes}
    clashes = [Clash(path.rpartition(".")[2], new, old) for path, (old, new) in steps.items() if path in theirs]
    return Conflict(tuple(clashes), tuple(sorted(theirs - steps.keys())), stands.version)
