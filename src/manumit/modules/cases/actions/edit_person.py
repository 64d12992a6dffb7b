"""Correct what is known of a person in a case."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version, demand_version, differing, steps_of

from ..models import Case, CasePerson
from ..rules import CASE_RULES, CaseFacts
from .cleaning import clean_row
from .subject import subject_name


@action("case.person.edit")
def edit_person(
    actor: Actor | None,
    person: CasePerson,
    values: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
) -> CasePerson:
    """Write `values` if the person's case still has `expected_version`.

    Raises Denied, Conflict, NothingToChange, Broken, ValidationError.
    """
    case = person.case
    require(actor, "edit", case)
    changes = differing(person, clean_row(person, values))
    if not changes:
        raise NothingToChange(tuple(values))
    steps = steps_of(person, changes)
    demand_version(case, steps, expected_version)
    for name, (_, new) in changes.items():
        setattr(person, name, new)
    CASE_RULES.require(CaseFacts(case, [person]))
    CasePerson.unscoped.filter(pk=person.pk).update(**{name: new for name, (_, new) in changes.items()})
    name = subject_name(CasePerson.unscoped.filter(case=case, withdrawn_at=None))
    said = provenance.said(source, certainty)
    count_version(case, actor, steps, said, expected_version=expected_version, subject_name=name)
    audit.record(actor, "case.person.edit", kind=Case.kind, record_id=case.pk, detail={"person": person.pk})
    return person
