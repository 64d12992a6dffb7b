"""Cases near a position or a county, through places the asker may read."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from manumit.modules.cases import filters, nearness, questions
from manumit.modules.cases.actions.add_part import add_part
from manumit.values.county_places import county_place, county_places

CROW_AGENCY, BILLINGS = (45.6014, -107.4612), (45.7833, -108.5007)  # 83 km apart


def near(actor, text):
    narrowing = filters.parse(QueryDict(f"near={text}"))
    assert not narrowing.errors
    return [case.number for case in questions.list_cases(actor, narrowing).rows]


@pytest.fixture
def seen(a_case, alice):
    def at(place, role="last_seen"):
        case = a_case(last_seen_county="")
        values = {"role": role, "latitude": place[0], "longitude": place[1]}
        add_part(alice, case, "places", values, source="Interview")
        return case

    return at


def test_distance_decides(seen, alice, charlie):
    case = seen(CROW_AGENCY)
    assert near(alice, "45.7833, -108.5007, 84") == [case.number]
    assert near(alice, "45.7833, -108.5007, 82") == []
    assert near(charlie, "45.7833, -108.5007, 84") == []


def test_a_county_stands_for_its_middle(seen, alice):
    case = seen(CROW_AGENCY)
    seen(BILLINGS)
    assert near(alice, "Big Horn County, MT, 40km") == [case.number]


def test_homes_are_near_nothing(seen, alice):
    seen(CROW_AGENCY, role="residence")
    assert near(alice, "45.6, -107.46, 50") == []


@pytest.mark.parametrize("text", ["", "Big Horn", "Nowhere, MT, 5", "1,2,0", "1,2,501", "1,2,x", "91,2,5", "1,181,5"])
def test_what_is_no_place_is_refused(text):
    with pytest.raises(ValidationError):
        nearness.read(text)


def test_the_table_of_counties():
    assert len(county_places()) > 3_200
    assert county_place("St. Louis", "MO") is None  # the city and the county
    assert county_place("saint louis county", "mn").fips == "27137"
