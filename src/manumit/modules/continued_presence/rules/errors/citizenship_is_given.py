"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def citizenship_is_given(facts: RequestFacts) -> Finding | None:
    """Citizenship and country of birth are given."""
    return facts.demand(_("Give citizenship and country of birth."), "citizenship", "birth_country")
