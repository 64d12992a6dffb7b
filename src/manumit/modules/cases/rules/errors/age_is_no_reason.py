"""See the function."""

import re

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import CaseFacts

AGED_OUT = re.compile(
    r"\baged[ -]out\b|\bnow an adult\b|\breached majority\b"
    r"|\b(?:turned|reached|now|is) (?:1[89]|2[01]|eighteen|twenty-one)\b"
    r"|\bcumpli[óo] (?:1[89]|2[01])\b|\bmayor(?:[íi]a)? de edad\b",
    re.IGNORECASE,
)


def age_is_no_reason(facts: CaseFacts) -> Finding | None:
    """A case is not put aside or closed because the person has reached an age (34 USC 41308)."""
    if AGED_OUT.search(facts.reason):
        return Finding(("reason",), _("Reaching an age is no reason to put a case aside. Say what else there is."))
    return None
