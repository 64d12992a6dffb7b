"""See the function."""

import re

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts

ORI = re.compile(r"[A-Z]{2}[A-Z0-9]{7}")
"""Two letters of the state, then seven letters or digits. Source: NCIC."""


def ori_is_sound(facts: RequestFacts) -> Finding | None:
    """The agency's ORI has nine characters: two letters, then letters or digits."""
    return (
        None
        if ORI.fullmatch(facts.text("ori").upper())
        else Finding(("ori",), _("Give the ORI: nine characters, such as MT0560000."))
    )
