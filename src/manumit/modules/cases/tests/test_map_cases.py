"""The map shows the cases whose place the asker may read, added up in cells, and never a home."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from manumit.modules.cases import filters, mapping
from manumit.modules.cases.actions.add_part import add_part
from manumit.spine.access import hits
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

BY = {"source": "Interview"}
MONTANA = mapping.Box(-114, 45, -104, 49)
TOWN = mapping.Box(-107.6, 45.5, -107.3, 45.7)


@pytest.fixture(params=["looked up", "met in order"])
def plan(request, monkeypatch):
    """Both ways of looking find the same."""
    cost = -1.0 if request.param == "looked up" else float("inf")
    monkeypatch.setattr(hits.Sample, "found", lambda sample, limit, *, ordered: cost)


@pytest.fixture
def placed(a_case, alice):
    """A case seen at Crow Agency, in a box of any size."""

    def at(latitude=45.6, longitude=-107.46, role="last_seen", **values):
        case = a_case(**{"last_seen_county": "", **values})
        place = {"role": role, "latitude": latitude, "longitude": longitude}
        add_part(alice, case, "places", place, **BY)
        return case

    return at


def spots(actor, box=MONTANA, asked=""):
    return mapping.spots(actor, filters.parse(QueryDict(asked)), box)


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("box", [MONTANA, TOWN])
def test_a_case_alone_is_named_and_many_are_counted(placed, alice, box):
    case = placed()
    assert [(each.count, each.number) for each in spots(alice, box).spots] == [(1, case.number)]
    placed()
    found = spots(alice, box)
    assert [(each.count, each.number) for each in found.spots] == [(2, "")]
    assert (found.cases, found.capped) == (2, False)
    placed(47.5, -111.3)
    assert spots(alice).cases == 3
    assert spots(alice, TOWN).cases == 2


@pytest.mark.parametrize("role", ["residence", "work"])
def test_homes_are_on_no_map(placed, alice, role):
    placed(role=role)
    assert spots(alice).cases == spots(alice, TOWN).cases == 0


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("box", [MONTANA, TOWN])
def test_a_place_is_shown_only_to_whoever_may_read_it(placed, sam, charlie, box):
    case = placed()
    until = timezone.now() + timedelta(days=9)
    assert spots(charlie, box).cases == 0
    release_record(sam, case, Terms(charlie.agency_id, frozenset({"people"}), frozenset({"investigation"}), "A", until))
    assert spots(charlie, box).cases == 0
    release_record(sam, case, Terms(charlie.agency_id, frozenset({"place"}), frozenset({"investigation"}), "A", until))
    assert [each.number for each in spots(charlie, box).spots] == [case.number]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("box", [MONTANA, TOWN])
def test_filters_and_words_narrow_the_map(placed, alice, box):
    placed()
    homicide = placed(case_type="homicide", circumstances="Near a red truck")
    assert [each.number for each in spots(alice, box, "type=homicide&text=trucks").spots] == [homicide.number]
    assert spots(alice, box, "type=homicide&text=bicycle").cases == 0


@pytest.mark.parametrize("text", ["", "1,2,3", "a,b,c,d", "10,0,5,20", "-200,0,0,10", "nan,0,1,1"])
def test_a_box_that_there_is_not_is_refused(as_person, alice, text):
    answer = as_person(alice).get("/cases/map/points/", {"box": text})
    assert answer.status_code == 400
    assert "west" in answer.json()["error"]


def test_the_page_counts_by_state_and_keeps_filters_and_years(placed, alice, as_person):
    placed(last_seen_state="MT")
    browser = as_person(alice)
    page = browser.get("/cases/map/?type=missing&first=2000&last=2024").content.decode()
    assert "Montana" in page
    assert "from=2000-01-01" in page
    assert "No case here" in browser.get("/cases/map/?first=2025").content.decode()
    points = browser.get("/cases/map/points/?type=missing&box=-114,45,-104,49").json()
    assert points["cases"] == 1
    assert browser.get("/cases/map/points/").json() == points


def test_a_case_without_a_position_lies_in_the_middle_of_its_county(a_case, alice):
    case = a_case()
    (spot,) = spots(alice).spots
    assert (spot.latitude, spot.longitude, spot.number) == (45.4233, -107.4888, case.number)
    place = {"role": "found", "latitude": 47.5, "longitude": -111.3}
    add_part(alice, case, "places", place, **BY)
    assert [(each.latitude, each.longitude) for each in spots(alice).spots] == [(47.5, -111.3)]
