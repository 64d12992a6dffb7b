"""Writing a batch: new cases, and what changed in cases that stand; a few statements each, whatever the batch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory, action, numbers, provenance
from manumit.spine.records.acting import current_verb, touched
from manumit.spine.records.choices import Certainty, Level
from manumit.spine.records.plain import plain
from manumit.spine.records.provenance import Said

from ..actions.subject import subject_name
from ..choices import AgencyRole, NumberScheme, State
from ..models import Case, CaseAgency, CasePerson, OutsideNumber
from .copying import copy_in
from .draft import CASE_FIELDS, PERSON_FIELDS, Draft
from .namus_layout import REMAINS, SOURCE
from .standing import EXAMINER
from .weighing import Difference, Update

ORIGIN = "import namus"
_CASE_COLUMNS = (*CASE_FIELDS, "subject_name", "version", "changed_at", "provenance")


@action("case.import")
def add(actor: Actor | None, drafts: Sequence[Draft]) -> None:
    """Open a case for each draft, owned by the actor's agency, open to partners as NamUs is public, and active.

    The caller has asked for permission and holds the owner's import lock.
    """
    now = timezone.now()
    given = numbers.allocate_many(Case.number_prefix, len(drafts))
    cases = [_opened(actor, draft, number, now) for draft, number in zip(drafts, given, strict=True)]
    copy_in(cases)
    copy_in([_in_case(draft) for draft in drafts])
    copy_in([_number(draft) for draft in drafts])
    copy_in([_examiner(draft, draft.case) for draft in drafts if draft.examiner_number])
    _note(actor, [(draft, draft.case, {}) for draft in drafts])


@action("case.import.change")
def change(actor: Actor | None, updates: Sequence[Update]) -> None:
    """Write what each update changes, its provenance and history. The caller has asked, and holds the cases' locks."""
    now = timezone.now()
    steps = [(update.draft, update.standing.case, _changed(update, now)) for update in updates]
    Case.unscoped.bulk_update([case for _, case, _ in steps], _CASE_COLUMNS)
    subjects = [update.standing.subject(update.draft) for update in updates]
    CasePerson.unscoped.bulk_update([subject for subject in subjects if subject], PERSON_FIELDS)
    _note(actor, steps)


def _opened(actor: Actor | None, draft: Draft, number: str, now: datetime) -> Case:
    case = draft.case
    case.number, case.owner_id, case.level, case.origin = number, _owner(actor), Level.OPEN, ORIGIN
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
    exact = Said(SOURCE, draft.modified, Certainty.EXACT)
    if draft.layout is not REMAINS:
        return provenance.begin(exact)
    return provenance.begin(Said(SOURCE, draft.modified, Certainty.ESTIMATED), dict.fromkeys(CASE_FIELDS, exact))


def _in_case(draft: Draft) -> CasePerson:
    draft.person.case = draft.case
    return draft.person


def _number(draft: Draft) -> OutsideNumber:
    case = draft.case
    return OutsideNumber(case=case, owner_id=case.owner_id, scheme=NumberScheme.NAMUS, value=draft.number)


def _examiner(draft: Draft, case: Case) -> CaseAgency:
    return CaseAgency(case=case, role=AgencyRole.INVESTIGATING, agency_name=EXAMINER, number=draft.examiner_number)


def _changed(update: Update, now: datetime) -> dict[str, Any]:
    """Put the new values into the rows in hand, and return the history's entry of them."""
    case, draft = update.standing.case, update.draft
    put = {_put(each, update): each for each in update.differences}
    said = {path: _said(each.field, draft) for path, each in put.items()}
    case.version, case.changed_at = case.version + 1, now
    case.provenance = provenance.add(case.provenance, said)
    case.subject_name = subject_name(update.standing.people)
    return {path: _entry(each, said[path]) for path, each in put.items()}


def _put(difference: Difference, update: Update) -> str:
    """Set one new value on the row it belongs to, and return its path."""
    if difference.path.startswith("agencies."):
        return _put_examiner(update)
    in_person = difference.path.startswith("people.")
    row = update.standing.subject(update.draft) if in_person else update.standing.case
    setattr(row, difference.field, difference.new)
    return difference.path


def _put_examiner(update: Update) -> str:
    draft = update.draft
    examiner = update.standing.examiner(draft)
    if examiner is None:
        (examiner,) = CaseAgency.unscoped.bulk_create([_examiner(draft, update.standing.case)])
    else:
        CaseAgency.unscoped.filter(pk=examiner.pk).update(number=draft.examiner_number)
    return f"agencies.{examiner.pk}.number"


def _said(field: str, draft: Draft) -> Said:
    estimated = draft.layout is REMAINS and field in PERSON_FIELDS
    return Said(SOURCE, draft.modified, Certainty.ESTIMATED if estimated else Certainty.EXACT)


def _entry(difference: Difference, said: Said) -> dict[str, Any]:
    source, said_on, certainty = said.as_list()
    values = {"from": plain(difference.old), "to": plain(difference.new)}
    return {**values, "source": source, "said_on": said_on, "certainty": certainty}


def _note(actor: Actor | None, steps: Sequence[tuple[Draft, Case, dict[str, Any]]]) -> None:
    """Write the history and the leaf of each case."""
    copy_in([_step(actor, case, changes) for _, case, changes in steps])
    audit.record_many(actor, current_verb(), [_leaf(draft, case, changes) for draft, case, changes in steps])
    for _, case, _ in steps:
        touched(case)


def _step(actor: Actor | None, case: Case, changes: dict[str, Any]) -> RecordHistory:
    return RecordHistory(
        kind=Case.kind,
        record_id=case.pk,
        version=case.version,
        person_id=actor.person_id if actor else None,
        agency_id=actor.agency_id if actor else None,
        at=case.changed_at,
        verb=current_verb(),
        changes=changes,
    )


def _leaf(draft: Draft, case: Case, changes: dict[str, Any]) -> audit.Subject:
    place = {"file": PurePath(draft.place.file).name, "row": draft.place.row}
    detail = {"source": SOURCE, "number": draft.number, **place, "fields": sorted(changes)}
    return audit.Subject(Case.kind, case.pk, detail)
