"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def languages_are_known(facts: RequestFacts) -> Finding | None:
    """The victim's languages are known, so that letters reach them."""
    return facts.demand(_("Write the languages they speak: letters are made in them where possible."), "languages")
