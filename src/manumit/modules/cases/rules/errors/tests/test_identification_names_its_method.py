"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, Remains
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.identification_names_its_method import identification_names_its_method

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"identified_by_method": "dna", "identified_by": "Dr. Ila Fenwick-Doe", "identified_on": TODAY}, ()),
        ({"identified_by_method": "dna", "identified_on": TODAY}, ("identified_by",)),
        ({"identified_by": "Dr. Ila Fenwick-Doe"}, ("identified_by_method", "identified_on")),
    ],
)
def test_identification_names_its_method(values, found):
    finding = identification_names_its_method(PartFacts(Case(), Remains(**values), TODAY))
    assert (finding.fields if finding else ()) == found
