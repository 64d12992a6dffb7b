"""See the function."""

import re

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts

A_NUMBER = re.compile(r"A?[0-9]{7,9}")
"""A and seven to nine digits. Source: form of the published process."""


def a_number_is_sound(facts: RequestFacts) -> Finding | None:
    """An A-number, where there is one, is A and seven to nine digits."""
    given = facts.text("a_number").upper().replace("-", "").replace(" ", "")
    wrong = bool(given) and not A_NUMBER.fullmatch(given)
    return Finding(("a_number",), _("An A-number is A and seven to nine digits, or empty.")) if wrong else None
