"""Editing a record: one version at a time, every step kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils import timezone

from manumit.spine.access import naming
from manumit.spine.access.written import loader
from manumit.spine.audit.prepared import asked, prepared, wide
from manumit.spine.identity.actor import Actor

from . import acting, provenance
from .choices import Certainty
from .models import Record, RecordHistory
from .plain import plain

WRITE = """INSERT INTO records_recordhistory (kind, record_id, version, at, person_id, agency_id, verb, changes)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s::jsonb) RETURNING id"""
KEPT_BY_US = frozenset({"id", "number", "opened_at", "changed_at", "version", "provenance", "origin"})


@dataclass(frozen=True, slots=True)
class Clash:
    """One field of an edit that met another's: the value you sent and the one that stands now."""

    field: str
    yours: Any
    theirs: Any


class Conflict(Exception):
    """The record was edited since it was shown. `clashes` are the fields to decide; `version` is the one that stands.

    `elsewhere` names fields others changed that this edit does not touch.
    """

    def __init__(self, clashes: tuple[Clash, ...], elsewhere: tuple[str, ...], version: int) -> None:
        names = ", ".join(clash.field for clash in clashes) or "other fields"
        super().__init__(f"Edited by somebody else meanwhile ({names}): compare both values and save again.")
        self.clashes = clashes
        self.elsewhere = elsewhere
        self.version = version


class NothingToChange(Exception):
    """Every value sent is the one that stands already."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(f"Nothing to change: {', '.join(fields) or 'no field'} already so.")
        self.fields = fields


def change(
    record: Record,
    actor: Actor | None,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
    said_on: date | None = None,
) -> RecordHistory:
    """Write `changes` to `record`, its provenance and its history, if it still has `expected_version`.

    Values are cleaned by their fields; those that stand already are left out. `record` carries the new values
    afterwards. The caller has asked for permission and records the leaf. Raises Conflict, NothingToChange,
    ValidationError by field, ValueError for a field that is not edited so or a missing source.
    """
    for name in record.moved_fields & set(changes):
        raise ValueError(f"{record._meta.label}.{name} moves by its procedure, not by an edit")
    return write(
        record, actor, changes,
        expected_version=expected_version, source=source, certainty=certainty, said_on=said_on,
    )  # fmt: skip


@transaction.atomic
def write(
    record: Record,
    actor: Actor | None,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
    said_on: date | None = None,
    remarks: Mapping[str, Mapping[str, Any]] | None = None,
) -> RecordHistory:
    """As `change`, for the spine: reaches moved fields too, and adds `remarks` to the history of each field."""
    stands = lock(record)
    values = cleaned(stands, changes)
    if stands.version != expected_version:
        raise conflict(stands, values, expected_version)
    said = provenance.said(source, certainty, said_on)
    differing = _differing(stands, values)
    entries = {_name(stands, column): _entry(getattr(stands, column), new, said) for column, new in differing.items()}
    _update(record, stands, differing, dict.fromkeys(entries, said))
    return step(record, actor, {name: {**entry, **(remarks or {}).get(name, {})} for name, entry in entries.items()})


def lock(record: Record) -> Any:
    """Return `record` as the database has it now, locked until the transaction ends."""
    load = loader(type(record))  # in words of our own: every edit and every step of a procedure pays for it
    table, key = record._meta.db_table, naming.column(type(record), "pk")
    text = f'SELECT {", ".join(load.chosen)} FROM "{table}" WHERE {key} = %s FOR NO KEY UPDATE'
    found = asked(text, record.pk)
    if not found:
        raise type(record).DoesNotExist
    return load.instance(found[0], connection.alias)


def cleaned(record: Record, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return `changes` by column name, each cleaned by its field. Raises ValidationError, ValueError."""
    values, errors = {}, {}
    for name, given in changes.items():
        field = _editable(record, name)
        try:
            values[field.attname] = _clean(field, given, record)
        except ValidationError as error:
            errors[name] = error.error_list
    if errors:
        raise ValidationError(errors)
    return values


def conflict(stands: Record, values: Mapping[str, Any], expected_version: int) -> Conflict:
    """Return what an edit of `expected_version` runs into."""
    since = RecordHistory.objects.filter(kind=stands.kind, record_id=stands.pk, version__gt=expected_version)
    theirs = {name for changes in since.values_list("changes", flat=True) for name in changes}
    clashes = tuple(
        Clash(_name(stands, column), yours, getattr(stands, column))
        for column, yours in values.items()
        if yours != getattr(stands, column) and _name(stands, column) in theirs
    )
    elsewhere = tuple(sorted(theirs - {_name(stands, column) for column in values}))
    return Conflict(clashes, elsewhere, stands.version)


def step(record: Record, actor: Actor | None, changes: Mapping[str, Any]) -> RecordHistory:
    """Return the history entry of the version `record` has now; the caller holds its row lock."""
    acting.touched(record)
    entry = RecordHistory(
        kind=record.kind,
        record_id=record.pk,
        version=record.version,
        at=timezone.now(),
        person_id=actor.person_id if actor else None,
        agency_id=actor.agency_id if actor else None,
        verb=acting.current_verb(),
        changes=changes,
    )
    return _written(entry)


def _written(entry: RecordHistory) -> RecordHistory:
    who = (wide(entry.person_id), wide(entry.agency_id))
    about = (entry.kind, wide(entry.record_id), wide(entry.version), entry.at)
    with prepared(connection) as cursor:  # in words of our own: every action pays for it
        cursor.execute(WRITE, (*about, *who, entry.verb, json.dumps(entry.changes)))
        entry.pk = cursor.fetchone()[0]
    entry._state.adding = False
    return entry


def _update(record: Record, stands: Record, values: dict[str, Any], said: Mapping[str, provenance.Said]) -> None:
    kept = {
        "version": stands.version + 1,
        "changed_at": timezone.now(),
        "provenance": provenance.add(stands.provenance, said),
    }
    type(record).unscoped.filter(pk=record.pk).update(**values, **kept)
    for column, value in {**values, **kept}.items():
        setattr(record, column, value)


def _entry(old: Any, new: Any, said: provenance.Said) -> dict[str, Any]:
    source, said_on, certainty = said.as_list()
    return {"from": plain(old), "to": plain(new), "source": source, "said_on": said_on, "certainty": certainty}


def _differing(stands: Record, values: dict[str, Any]) -> dict[str, Any]:
    differing = {column: value for column, value in values.items() if value != getattr(stands, column)}
    if not differing:
        raise NothingToChange(tuple(_name(stands, column) for column in values))
    return differing


def _editable(record: Record, name: str) -> "models.Field[Any, Any]":
    known = {field.name: field for field in record._meta.concrete_fields}
    if name not in known or name in KEPT_BY_US:
        raise ValueError(f"{record._meta.label}.{name} is not edited with change()")
    return known[name]


def _clean(field: "models.Field[Any, Any]", given: Any, record: Record) -> Any:
    if not isinstance(field, models.ForeignKey):
        return field.clean(given, record)
    if given is None and not field.null:
        raise ValidationError(field.error_messages["null"], code="null")
    return field.to_python(given.pk if isinstance(given, models.Model) else given)


def _name(record: Record, column: str) -> str:
    return str(next(field.name for field in record._meta.concrete_fields if field.attname == column))
