"""Add a person to a case."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version

from ..models import Case, CasePerson
from ..rules import CASE_RULES, CaseFacts
from .cleaning import clean_row
from .subject import subject_name


@action("case.person.add")
def add_person(
    actor: Actor | None, case: Case, values: Mapping[str, Any], *, source: str, certainty: str = Certainty.EXACT
) -> CasePerson:
    """Add a person with `values` by field and return them. Raises Denied, Broken, ValidationError."""
    require(actor, "edit", case)
    person = CasePerson(case=case)
    cleaned = clean_row(person, values)
    for name, value in cleaned.items():
        setattr(person, name, value)
    CASE_RULES.require(CaseFacts(case, [person]))
    CasePerson.unscoped.bulk_create([person])
    people = CasePerson.unscoped.filter(case=case, withdrawn_at=None)
    steps = {f"people.{person.pk}.{name}": (None, value) for name, value in cleaned.items()}
    said = provenance.said(source, certainty)
    count_version(case, actor, steps, said, subject_name=subject_name(people))
    audit.record(actor, "case.person.add", kind=Case.kind, record_id=case.pk, detail={"person": person.pk})
    return person
