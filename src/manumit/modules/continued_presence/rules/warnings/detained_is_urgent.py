"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def detained_is_urgent(facts: RequestFacts) -> Finding | None:
    """A detained victim is urgent."""
    held = facts.answers.get("detained") == "yes"
    return (
        Finding(("detained",), _("Detained: ask ICE for release and for deferred action meanwhile.")) if held else None
    )
