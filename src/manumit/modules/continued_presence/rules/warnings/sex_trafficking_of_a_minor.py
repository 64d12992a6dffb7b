"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def sex_trafficking_of_a_minor(facts: RequestFacts) -> Finding | None:
    """A minor in sex trafficking needs no force, fraud or coercion. Source: 22 USC 7102(11)(A)."""
    asked = facts.answers.get("trafficking") == "both" and facts.answers.get("under_18") == "yes"
    told = _("For the sex trafficking no means is needed; what you write is for the labor trafficking.")
    return Finding(("trafficking",), told) if asked else None
