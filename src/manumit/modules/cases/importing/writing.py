"""Writing a batch: new cases, and what changed in cases that stand; a few statements each, whatever the batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.db import models
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory, action, numbers, provenance
from manumit.spine.records.acting import current_verb, touched
from manumit.spine.records.choices import Certainty, Level
from manumit.spine.records.plain import plain
from manumit.spine.records.provenance import Said

from ..actions.subject import subject_name
from ..choices import State
from ..models import Case, CasePart, CasePerson, OutsideNumber
from . import feeds
from .coarseness import is_blank
from .copying import copy_in, copy_values
from .difference import Difference, Update
from .draft import Draft, is_of_the_person, said_fields

ORIGIN = "import namus"
_KEPT_BY_CASE = ("subject_name", "version", "changed_at", "provenance")


@action("case.import")
def add(actor: Actor | None, drafts: Sequence[Draft]) -> None:
    """Open a case for each draft, owned by the actor's agency, open to partners as NamUs is public, and active.

    The caller has asked for permission and holds the owner's import lock.
    """
    owner, now = _owner(actor), timezone.now()
    given = numbers.allocate_many(Case.number_prefix, len(drafts))
    cases = [_opened(owner, draft, number, now) for draft, number in zip(drafts, given, strict=True)]
    copy_in(cases)
    copy_in([_in_case(draft) for draft in drafts])
    copy_values(OutsideNumber, _NUMBER, [number for draft in drafts for number in _numbers(draft)])
    _copy_parts(part for draft in drafts for part in _parts(draft.parts, draft.case, draft.person))
    feeds.list_new(owner, drafts)
    _note(actor, [(draft, draft.case, {}) for draft in drafts])


@action("case.import.change")
def change(actor: Actor | None, updates: Sequence[Update]) -> None:
    """Write what each update changes, its provenance and history. The caller has asked, and holds the cases' locks."""
    now = timezone.now()
    _copy_parts(part for update in updates for part in _added(update))
    added = {id(update): _added_numbers(update) for update in updates}
    copy_in([number for rows in added.values() for number in rows])
    steps = [(update.draft, update.standing.case, _changed(update, added[id(update)], now)) for update in updates]
    _write_rows([each for update in updates for each in update.differences])
    Case.unscoped.bulk_update([case for _, case, _ in steps], _KEPT_BY_CASE)
    feeds.list_again(_owner(actor), updates)
    _note(actor, steps)


@action("case.import.list")
def list_again(actor: Actor | None, updates: Sequence[Update]) -> None:
    """Note that files list these cases, in which nothing changes by it. The caller holds the owner's import lock."""
    feeds.list_again(_owner(actor), updates)
    audit.record_many(actor, current_verb(), [_leaf(each.draft, each.standing.case, {}) for each in updates])


def _opened(owner: int, draft: Draft, number: str, now: datetime) -> Case:
    case = draft.case
    case.number, case.owner_id, case.origin = number, owner, draft.layout.origin
    case.level = Level.OPEN if draft.layout.public and draft.public else Level.RESTRICTED
    case.opened_at = case.changed_at = case.state_since_at = now
    case.state = State.ACTIVE  # NamUs publishes a case only once its agency has confirmed that it is being worked
    case.subject_name = subject_name([draft.person])
    case.provenance = _provenance(draft)
    return case


def _owner(actor: Actor | None) -> int:
    if actor is None:
        raise TypeError("an import is done for an agency: it needs its actor")
    return actor.agency_id


def _provenance(draft: Draft) -> dict[str, list[str]]:
    """Day and place are told, of the living and the dead; whoever is not identified is described by estimate."""
    exact = Said(draft.layout.source, draft.modified, Certainty.EXACT)
    if not draft.layout.estimated:
        return provenance.begin(exact)
    estimated = Said(draft.layout.source, draft.modified, Certainty.ESTIMATED)
    return provenance.begin(estimated, dict.fromkeys(draft.layout.case_fields, exact))


def _in_case(draft: Draft) -> CasePerson:
    draft.person.case = draft.case
    return draft.person


_NUMBER = ("case_id", "owner_id", "scheme", "value")


def _numbers(draft: Draft) -> list[tuple[int, int, str, str]]:
    own = (str(draft.layout.scheme), draft.number)
    return [(draft.case.pk, draft.case.owner_id, scheme, value) for scheme, value in (own, *draft.numbers)]


def _number(case: Case, scheme: str, value: str) -> OutsideNumber:
    return OutsideNumber(case=case, owner_id=case.owner_id, scheme=scheme, value=value)


def _parts(parts: Iterable[CasePart], case: Case, person: CasePerson | None) -> Iterable[CasePart]:
    for part in parts:
        part.case = case
        if is_of_the_person(part):
            part.person = person  # type: ignore[attr-defined]
        yield part


def _copy_parts(parts: Iterable[CasePart]) -> None:
    sorted_out: dict[type[CasePart], list[CasePart]] = defaultdict(list)
    for part in parts:
        sorted_out[type(part)].append(part)
    for rows in sorted_out.values():
        copy_in(rows)


def _added(update: Update) -> Iterable[CasePart]:
    return _parts(update.added, update.standing.case, update.standing.subject(update.draft))


def _added_numbers(update: Update) -> list[OutsideNumber]:
    return [_number(update.standing.case, *each) for each in update.numbers]


def _changed(update: Update, new_numbers: Sequence[OutsideNumber], now: datetime) -> dict[str, Any]:
    """Put the new values into the rows in hand, and return the history's entry of them."""
    case, draft = update.standing.case, update.draft
    for each in update.differences:
        setattr(each.row, each.field, each.new)
    pairs = {each.path: (each.old, each.new, _said(draft, each.row, each.field)) for each in update.differences}
    pairs |= {path: (None, value, _said(draft, part, "")) for part in update.added for path, value in _values_of(part)}
    pairs |= {f"numbers.{each.pk}.{each.scheme}": (None, each.value, _said(draft, each, "")) for each in new_numbers}
    case.version, case.changed_at = case.version + 1, now
    case.provenance = provenance.add(case.provenance, {path: said for path, (_, _, said) in pairs.items()})
    case.subject_name = subject_name(update.standing.people)
    return {path: _entry(*pair) for path, pair in pairs.items()}


def _values_of(part: CasePart) -> Iterable[tuple[str, Any]]:
    for name in said_fields(type(part)):
        if not is_blank(value := getattr(part, name)):
            yield f"{part.part}.{part.pk}.{name}", value


def _said(draft: Draft, row: models.Model, field: str) -> Said:
    exact = isinstance(row, Case | OutsideNumber) or not draft.layout.estimated or field == "withdrawn_at"
    return Said(draft.layout.source, draft.modified, Certainty.EXACT if exact else Certainty.ESTIMATED)


def _entry(old: Any, new: Any, said: Said) -> dict[str, Any]:
    source, said_on, certainty = said.as_list()
    return {"from": plain(old), "to": plain(new), "source": source, "said_on": said_on, "certainty": certainty}


def _write_rows(differences: Sequence[Difference]) -> None:
    """Write the changed fields of each row, a statement for each model."""
    rows: dict[type[Any], dict[int, models.Model]] = defaultdict(dict)
    fields: Mapping[type[Any], set[str]] = defaultdict(set)
    for each in differences:
        rows[type(each.row)][each.row.pk] = each.row
        fields[type(each.row)].add(each.field)
    for model, found in rows.items():
        model.unscoped.bulk_update(found.values(), sorted(fields[model]))


def _note(actor: Actor | None, steps: Sequence[tuple[Draft, Case, dict[str, Any]]]) -> None:
    """Write the history and the leaf of each case."""
    copy_values(RecordHistory, _STEP, [_step(actor, case, changes) for _, case, changes in steps])
    audit.record_many(actor, current_verb(), [_leaf(draft, case, changes) for draft, case, changes in steps])
    for _, case, _ in steps:
        touched(case)


_STEP = ("kind", "record_id", "version", "person_id", "agency_id", "at", "verb", "changes")


def _step(actor: Actor | None, case: Case, changes: dict[str, Any]) -> tuple[Any, ...]:
    who = (actor.person_id, actor.agency_id) if actor else (None, None)
    return (Case.kind, case.pk, case.version, *who, case.changed_at, current_verb(), changes)


def _leaf(draft: Draft, case: Case, changes: dict[str, Any]) -> audit.Subject:
    place = {"file": PurePath(draft.place.file).name, "row": draft.place.row}
    detail = {"source": draft.layout.source, "number": draft.number, **place, "fields": sorted(changes)}
    return audit.Subject(Case.kind, case.pk, detail)
