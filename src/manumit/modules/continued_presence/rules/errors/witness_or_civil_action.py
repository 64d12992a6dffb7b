"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def witness_or_civil_action(facts: RequestFacts) -> Finding | None:
    """The victim may be a witness, or filed a civil action. Source: 22 USC 7105(c)(3)(A)."""
    answers = facts.answers
    if answers.get("witness") == "yes" or answers.get("civil_action") == "yes":
        return None
    return Finding(("witness",), _("Either the victim may be a witness, or a civil action was filed."))
