"""See the function."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import NumberScheme
from ..facts import NumberFacts

SHAPES: Mapping[str, re.Pattern[str]] = {NumberScheme.NAMUS: re.compile(r"(?:MP|UP|UCP)\d{1,9}")}
"""Only shapes that are published and verified. The other systems' numbers are kept as written."""


def number_has_its_shape(facts: NumberFacts) -> Finding | None:
    """A NamUs number is MP, UP or UCP followed by digits."""
    shape = SHAPES.get(facts.scheme)
    if shape is None or shape.fullmatch(facts.value):
        return None
    return Finding(("value",), _("A NamUs number is MP, UP or UCP followed by digits, such as MP12345."))
