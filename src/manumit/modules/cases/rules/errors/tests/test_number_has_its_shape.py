"""See the rule of this name."""

import pytest

from manumit.modules.cases.rules import NumberFacts
from manumit.modules.cases.rules.errors.number_has_its_shape import number_has_its_shape


@pytest.mark.parametrize(
    ("scheme", "value", "refused"),
    [
        ("namus", "MP12345", False),
        ("namus", "UP7", False),
        ("namus", "12345", True),
        ("namus", "MP12A", True),
        ("ncic", "whatever they write", False),
    ],
)
def test_shapes(scheme, value, refused):
    assert bool(number_has_its_shape(NumberFacts(scheme, value))) is refused
