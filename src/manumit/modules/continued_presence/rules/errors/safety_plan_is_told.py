"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def safety_plan_is_told(facts: RequestFacts) -> Finding | None:
    """A safety plan was made with the victim."""
    return facts.demand(_("Write what was agreed for the victim's safety."), "plan")
