"""One person of a file that tells of people, one after another: what it says, and taking it in as a case.

Such a file has no number we could find a case again by. What a case from the same format says already is unchanged; the
same name and birth with other words is for a person to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.rulebook import Broken
from manumit.values.strict_csv import Refusal

from ..actions.add_number import add_number
from ..actions.add_part import add_part
from ..actions.open_case import Report, open_case
from ..actions.subject import subject_name
from ..exporting.dossier import Dossier
from ..exporting.gathering import OPEN_GROUPS, read_cases
from ..models import PARTS, Case, CaseAgency, CaseFile, CasePerson, OutsideNumber

MOST_ALIKE = 200
MODELS: tuple[type[Model], ...] = (
    CasePerson,
    OutsideNumber,
    CaseAgency,
    *(model for model in PARTS.values() if model is not CaseFile),
)


class Taken(StrEnum):
    """What became of a report."""

    ADDED = "added"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PersonReport:
    """What one row says: values of the case and the person, `parts` as (part, values), outside `numbers`.

    `file` and `place` say where, `columns` which column a field came from. `says_the_same` tells whether a standing
    case says what this row says, in the terms of its format. `origin` names the format, `number` our own number.
    """

    file: str
    place: int
    origin: str
    case: Mapping[str, Any]
    person: Mapping[str, Any]
    says_the_same: Callable[[Dossier], bool]
    parts: Sequence[tuple[str, Mapping[str, Any]]] = ()
    numbers: Sequence[tuple[str, str]] = ()
    number: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def refusal(self, name: str, reason: str) -> Refusal:
        """Return that the row is refused for what it says of a field."""
        return Refusal(self.file, self.place, self.columns.get(name, name), reason)


def take_in(actor: Actor, report: PersonReport, source: str) -> Taken | list[Refusal]:
    """Open a restricted case of the actor's agency for the report; return what became of it, or why it is refused."""
    alike = _alike(actor, report)
    if any(report.says_the_same(dossier) for dossier in alike):
        return Taken.UNCHANGED
    if contradicted := [each.case.number for each in alike if _is_meant(each, report)]:
        return [report.refusal("", f"{contradicted[0]} is of the same person and says otherwise: decide by hand")]
    try:
        with transaction.atomic():
            _open(actor, report, source)
    except Broken as broken:
        return [report.refusal(each.fields[0], str(each.message)) for each in broken.findings]
    except ValidationError as error:
        return [report.refusal(name, text) for name, texts in _by_field(error).items() for text in texts]
    except Denied as denied:
        return [report.refusal("", str(denied))]
    return Taken.ADDED


def _by_field(error: ValidationError) -> Mapping[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def _open(actor: Actor, report: PersonReport, source: str) -> None:
    told = Report(report.case, source=source, people=[report.person], origin=report.origin)
    case = open_case(actor, told)
    person = CasePerson.objects.visible_to(actor).get(case=case)
    for part, values in report.parts:
        add_part(actor, case, part, {**values, "person": person.pk}, source=source)
    for scheme, value in report.numbers:
        add_number(actor, case, scheme, value, source=source)


def _alike(actor: Actor, report: PersonReport) -> list[Dossier]:
    """Return cases of the agency that may be of the same person: by number, or by name among those of the format."""
    named = Q(subject_name=subject_name([CasePerson(**report.person)]), origin=report.origin)
    wanted = (named | Q(number=report.number)) if report.number else named
    at = timezone.now()
    page = Case.objects.page(
        actor, filters=wanted & Q(owner_id=actor.agency_id), limit=MOST_ALIKE, readable=OPEN_GROUPS, at=at
    )
    return list(read_cases(actor, [case for case in page.rows if allowed(actor, "edit", case)], MODELS, at))


def _is_meant(dossier: Dossier, report: PersonReport) -> bool:
    """Whether a case is surely of the same person: it has the number, or the birth as well as the name."""
    if report.number and dossier.case.number == report.number:
        return True
    birth = report.person.get("birth")
    return bool(birth) and any(person.birth == birth for person in dossier.of(CasePerson))
