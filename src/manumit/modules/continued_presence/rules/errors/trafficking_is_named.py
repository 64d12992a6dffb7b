"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def trafficking_is_named(facts: RequestFacts) -> Finding | None:
    """The kind of trafficking is named, and whether the victim was under 18."""
    return facts.demand(
        _("Choose the kind of trafficking, and whether the victim was under 18."), "trafficking", "under_18"
    )
