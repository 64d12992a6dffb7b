"""Each rule refuses what it says, and nothing else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from manumit.modules.suspects.models import Basis, Charge, Suspect, SuspectName, SuspectPhone, SuspectVehicle
from manumit.modules.suspects.rules import PART_RULES, SUSPECT_RULES, PartFacts, SuspectFacts

TODAY = date(2026, 11, 26)
ADULT = {"under_18": "no"}
CHARGE = {"jurisdiction": "federal", "statute": "18 USC 1591", "filed_on": TODAY, "disposition": "pending"}


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        (ADULT, ""),
        ({**ADULT, "age_min": Decimal(18)}, ""),
        ({**ADULT, "age_min": Decimal(17)}, "adult_by_age"),
        ({**ADULT, "birth": "2008-11-26"}, ""),
        ({**ADULT, "birth": "2008-11-27"}, "adult_by_age"),
        ({**ADULT, "birth": "2008"}, "adult_by_age"),
        ({"under_18": "yes", "birth": "2012"}, ""),
        ({**ADULT, "age_min": Decimal(40), "age_max": Decimal(30)}, "ages_in_order"),
        ({**ADULT, "age_max": Decimal(126)}, "ages_in_order"),
        ({**ADULT, "height_min": Decimal(70), "height_max": Decimal(60)}, "measures_in_order"),
        ({**ADULT, "weight_max": Decimal(2000)}, "measures_in_order"),
    ],
    ids=str,
)
def test_a_suspect_is_checked(values, rule) -> None:
    found = SUSPECT_RULES.refused(SuspectFacts(Suspect(**values), TODAY))
    assert [each.rule for each in found] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        (Basis(known_on=TODAY), ""),
        (Basis(known_on=date(2026, 11, 27)), "basis_is_past"),
        (SuspectName(family_name="Marlow"), ""),
        (SuspectName(middle_names="X"), "name_says_something"),
        (SuspectPhone(used_from_on=TODAY, used_until_on=date(2026, 1, 1)), "dates_in_order"),
        (SuspectVehicle(year_min=2004, year_max=2002), "dates_in_order"),
        (SuspectVehicle(plate_number="7?K"), "partial_plate_says_so"),
        (SuspectVehicle(plate_number="7?K", plate_partial=True), ""),
        (Charge(**CHARGE), ""),
        (Charge(**{**CHARGE, "statute": "18 U.S.C. 9999"}), "federal_statute_is_listed"),
        (Charge(**{**CHARGE, "jurisdiction": "tribal", "statute": "Code 4-2"}), ""),
        (Charge(**{**CHARGE, "disposition": "dismissed"}), "disposed_has_its_day"),
        (Charge(**{**CHARGE, "disposed_on": TODAY}), "disposed_has_its_day"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_part_is_checked(part, rule) -> None:
    found = PART_RULES.refused(PartFacts(part, TODAY))
    assert [each.rule for each in found] == ([rule] if rule else [])


def test_the_page_people_sign_has_every_rule() -> None:
    page = (Path(__file__).resolve().parents[5] / "docs/rules.md").read_text(encoding="utf-8")
    for book in (SUSPECT_RULES, PART_RULES):
        assert "\n".join(book.table()) in page, "renew it with manumit.modules.cases.rules.page.write"
