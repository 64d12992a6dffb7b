"""The chart shows what joins records that its reader may see: hops, paths, years, and hubs to a cap."""

from datetime import date

import pytest

from manumit.modules.links.charting import HUB, Edge, grown, path
from manumit.modules.links.models import Candidate

from .conftest import NUMBER, titled


def edge(one: str, other: str, year: int = 2026) -> Edge:
    return Edge(("case", one), ("case", other), "Same", "Alice", "sure", date(year, 1, 1), "all")


LINE = [edge("a", "b"), edge("b", "c"), edge("c", "d"), edge("a", "x")]


def around(place):
    return [each for each in LINE if place in {each.one, each.other}]


def test_one_hop_then_those_asked_for() -> None:
    assert {place[1] for place in grown(around, ("case", "a")).points} == {"a", "b", "x"}
    chart = grown(around, ("case", "a"), [("case", "b"), ("case", "nowhere")])
    assert {place[1] for place in chart.points} == {"a", "b", "x", "c"}
    assert len(set(chart.points.values())) == 4


def test_the_shortest_path_and_none() -> None:
    assert [each.other[1] for each in path(around, ("case", "a"), ("case", "d"))] == ["b", "c", "d"]
    assert path(around, ("case", "a"), ("case", "z")) == []


def test_a_path_is_the_shortest_of_several_and_no_longer_than_four() -> None:
    many = [*LINE, edge("x", "d"), edge("d", "e"), edge("e", "f"), edge("f", "g")]

    def near(place):
        return [each for each in many if place in {each.one, each.other}]

    assert [sorted({each.one[1], each.other[1]}) for each in path(near, ("case", "a"), ("case", "d"))] == [
        ["a", "x"],
        ["d", "x"],
    ]
    assert len(path(near, ("case", "a"), ("case", "f"))) == 4
    assert path(near, ("case", "a"), ("case", "g")) == []
    assert path(near, ("case", "a"), ("case", "a")) == []


def test_a_hub_is_cut_at_the_newest_and_says_so() -> None:
    many = [edge("hub", f"n{number}", 1990 + number) for number in range(HUB + 5)]
    chart = grown(lambda place: many, ("case", "hub"))
    assert (len(chart.edges), chart.left_out) == (HUB, {("case", "hub"): 5})
    assert min(each.on.year for each in chart.edges) == 1995


@pytest.mark.django_db
def test_the_page_draws_what_its_reader_may_see(alice, charlie, as_person) -> None:
    mine, other = titled(alice, NUMBER), titled(alice, NUMBER)
    hidden = titled(charlie, NUMBER)
    page = as_person(alice).get(f"/links/chart/note/{mine.number}/").content.decode()
    assert (page.count("<circle"), page.count("<rect")) == (2, 1)
    assert f"Telephone {NUMBER}" in page
    assert other.number in page
    assert hidden.number not in page
    assert (
        "<circle" in as_person(alice).get(f"/links/chart/note/{mine.number}/?to=note:{other.number}").content.decode()
    )
    early = as_person(alice).get(f"/links/chart/note/{mine.number}/?last=1999").content.decode()
    assert "Nothing you may see joins it" in early
    assert as_person(charlie).get(f"/links/chart/note/{mine.number}/").status_code == 404


@pytest.mark.django_db
def test_a_shared_telephone_joins_where_matching_says_nothing(alice, charlie, as_person) -> None:
    """Hops over the thing itself: opened, it shows who else has it, as far as its reader may read them whole."""
    mine, other = titled(alice, NUMBER), titled(alice, NUMBER)
    hidden = titled(charlie, NUMBER)
    Candidate.unscoped.all().delete()
    at = as_person(alice)
    page = at.get(f"/links/chart/note/{mine.number}/?open=phone:{NUMBER}").content.decode()
    assert other.number in page
    assert hidden.number not in page
    assert other.number not in at.get(f"/links/chart/note/{mine.number}/").content.decode()
    walked = at.get(f"/links/chart/note/{mine.number}/?to=note:{other.number}").content.decode()
    assert (walked.count("<circle"), walked.count("<rect"), walked.count("<line")) == (2, 1, 2)
    assert "No path of at most" in at.get(f"/links/chart/note/{mine.number}/?to=note:{hidden.number}").content.decode()
    said = at.get(f"/api/v1/links/chart/note/{mine.number}", {"to": f"note:{other.number}"}).json()
    assert (len(said["nodes"]), {each["title"] for each in said["edges"]}) == (3, {"Telephone"})
    assert all(each["source"] and each["on"] and each["seen_by"] for each in said["edges"])


@pytest.mark.django_db
def test_days_narrow_the_chart(alice, as_person) -> None:
    mine = titled(alice, NUMBER)
    year = mine.opened_at.year
    at = as_person(alice)
    assert "<rect" in at.get(f"/links/chart/note/{mine.number}/?first={year}&last={year}").content.decode()
    assert "<rect" not in at.get(f"/links/chart/note/{mine.number}/?first={year + 1}").content.decode()
    assert "<rect" in at.get(f"/links/chart/note/{mine.number}/?first=nonsense").content.decode()
