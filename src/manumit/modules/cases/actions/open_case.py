"""Open a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, numbers, provenance
from manumit.spine.records.changing import cleaned, step
from manumit.spine.records.choices import Certainty, Level

from ..choices import State
from ..models import Case, CasePerson
from ..rules import CASE_RULES, CaseFacts
from .cleaning import clean_row
from .subject import subject_name


@dataclass(frozen=True)
class Report:
    """What is known when a case is opened: values by field, people by field, and who said it all.

    `origin` tells how it came here: `entered`, or the name of a format. `said_on` is today where not given.
    """

    case: Mapping[str, Any]
    source: str
    people: Sequence[Mapping[str, Any]] = ()
    certainty: str = Certainty.EXACT
    said_on: date | None = None
    origin: str = "entered"
    level: str = Level.RESTRICTED
    exceptions: Mapping[str, provenance.Said] = field(default_factory=dict)


@action("case.open")
def open_case(actor: Actor, report: Report) -> Case:
    """Open a case owned by the actor's agency, in intake, and return it; no waiting period, whoever is missing.

    Raises Denied, Broken with every rule the report breaks, ValidationError by field.
    """
    case = _drafted(actor, report)
    decision = allowed(actor, "create", case)
    if not decision:
        raise Denied(decision)
    people = [_person(row) for row in report.people]
    CASE_RULES.require(CaseFacts(case, people))
    _save(case, people)
    step(case, actor, {})
    audit.record(actor, "case.open", kind=Case.kind, record_id=case.pk, detail={"people": len(people)})
    return case


def _drafted(actor: Actor, report: Report) -> Case:
    now = timezone.now()
    said = provenance.said(report.source, report.certainty, report.said_on)
    case = Case(
        owner_id=actor.agency_id,
        level=Level(report.level),
        opened_at=now,
        changed_at=now,
        state=State.INTAKE,
        state_since_at=now,
        origin=report.origin,
        provenance=provenance.begin(said, report.exceptions),
    )
    for column, value in cleaned(case, report.case).items():
        setattr(case, column, value)
    return case


def _person(row: Mapping[str, Any]) -> CasePerson:
    person = CasePerson()
    for name, value in clean_row(person, row).items():
        setattr(person, name, value)
    return person


def _save(case: Case, people: list[CasePerson]) -> None:
    case.number = numbers.allocate(Case.number_prefix)
    case.subject_name = subject_name(people)
    case.save(force_insert=True)
    for person in people:
        person.case = case
    CasePerson.unscoped.bulk_create(people)
