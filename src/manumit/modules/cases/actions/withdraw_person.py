"""Withdraw a person who was entered in error."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version, demand_version, steps_of

from ..models import PARTS, Case, CasePerson, PersonPart
from .subject import subject_name


@action("case.person.withdraw")
def withdraw_person(actor: Actor | None, person: CasePerson, *, expected_version: int, reason: str) -> None:
    """Take `person` out of the case as it stands; the row, the reason and who withdrew them stay.

    Raises Denied, Conflict, ValidationError while something that stands is told of them, ValueError without a reason
    or for one withdrawn already.
    """
    case = person.case
    require(actor, "edit", case)
    if person.withdrawn_at is not None:
        raise ValueError("This was withdrawn already.")
    said, steps = provenance.said(reason), steps_of(person, {"withdrawn_at": (None, timezone.now())})
    demand_version(case, steps, expected_version)
    _demand_nothing_told(person)
    person.withdrawn_at = steps[f"people.{person.pk}.withdrawn_at"][1]
    CasePerson.unscoped.filter(pk=person.pk).update(withdrawn_at=person.withdrawn_at)
    name = subject_name(CasePerson.unscoped.filter(case=case, withdrawn_at=None))
    count_version(case, actor, steps, said, expected_version=expected_version, subject_name=name)
    audit.record(actor, "case.person.withdraw", kind=Case.kind, record_id=case.pk, detail={"person": person.pk})


def _demand_nothing_told(person: CasePerson) -> None:
    told = [model for model in PARTS.values() if issubclass(model, PersonPart)]
    if any(model.unscoped.filter(person_id=person.pk, withdrawn_at=None).exists() for model in told):
        raise ValidationError(_("Something is recorded of this person. Withdraw it, or say whom it is about, first."))
