"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import CaseType, PersonRole
from ..facts import CaseFacts

SUBJECT = {
    CaseType.MISSING: PersonRole.MISSING,
    CaseType.UNIDENTIFIED_REMAINS: PersonRole.DECEDENT_UNIDENTIFIED,
    CaseType.UNCLAIMED: PersonRole.DECEDENT_UNCLAIMED,
    CaseType.HOMICIDE: PersonRole.VICTIM,
}


def missing_case_has_its_person(facts: CaseFacts) -> Finding | None:
    """A case names the person it is about: the missing, the victim, the unidentified decedent."""
    subject = SUBJECT.get(CaseType(facts.case.case_type))
    if subject is None or any(person.role == subject for person in facts.people):
        return None
    return Finding(("people",), _("Nobody in this case has the role the case is about. Add the person."))
