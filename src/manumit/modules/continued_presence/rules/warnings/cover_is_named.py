"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def cover_is_named(facts: RequestFacts) -> Finding | None:
    """Somebody stands in when the officer is away or leaves."""
    return facts.demand(_("Name who stands in, so that no grant expires because nobody looked."), "cover_name")
