"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, TraditionalName
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.traditional_name_by_consent import traditional_name_by_consent

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"name": "X", "consent_by": "Her mother", "consent_on": TODAY}, ()),
        ({"name": "X", "consent_by": "Her mother"}, ("consent_by", "consent_on")),
        ({"name": "X", "consent_on": TODAY}, ("consent_by", "consent_on")),
    ],
)
def test_traditional_name_by_consent(values, found):
    finding = traditional_name_by_consent(PartFacts(Case(), TraditionalName(**values), TODAY))
    assert (finding.fields if finding else ()) == found
