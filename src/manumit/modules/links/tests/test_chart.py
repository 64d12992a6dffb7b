"""The chart shows what joins records that its reader may see: hops, paths, years, and hubs to a cap."""

from datetime import date

import pytest

from manumit.modules.links.charting import HUB, Edge, grown, path

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
    assert page.count("<circle") == 2
    assert other.number in page
    assert hidden.number not in page
    assert (
        "<circle" in as_person(alice).get(f"/links/chart/note/{mine.number}/?to=note:{other.number}").content.decode()
    )
    early = as_person(alice).get(f"/links/chart/note/{mine.number}/?last=1999").content.decode()
    assert "Nothing you may see joins it" in early
    assert as_person(charlie).get(f"/links/chart/note/{mine.number}/").status_code == 404
