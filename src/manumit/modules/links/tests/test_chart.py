"""The chart shows what joins records that its reader may see: hops, paths, years, and hubs to a cap."""

from datetime import date

import pytest

from manumit.linkage import frequencies
from manumit.modules.links import shared
from manumit.modules.links.actions.join import join, undo_join
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.charting import HUB, Edge, grown, path
from manumit.modules.links.edges import OPENED, Asked, around_for, charted
from manumit.modules.links.models import Candidate
from manumit.spine.identity.models import Agency
from manumit.spine.matching import common, journal
from manumit.spine.matching.ties import Tie, Ties
from manumit.spine.records import registry
from manumit.spine.records.tests import notes
from manumit.spine.records.tests.notes import Note
from manumit.spine.workflow.actions.end_link import end_link
from manumit.spine.workflow.actions.link_records import link_records
from manumit.spine.workflow.models.record_link import LinkType

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


@pytest.mark.django_db
def test_what_was_refused_undone_or_ended_joins_nothing(alice, pair, as_person) -> None:
    numbers = [Note.unscoped.get(pk=pk).number for pk in (pair.record_id, pair.other_id)]

    def titles() -> list[str]:
        said = as_person(alice).get(f"/api/v1/links/chart/note/{numbers[0]}").json()
        return sorted(each["title"] for each in said["edges"] if not each["other"].startswith("phone:"))

    judge(alice, pair, verdict="yes", reason="number")
    made = join(alice, Candidate.unscoped.get(), because="The same")
    one, other = (Note.unscoped.get(number=number) for number in numbers)
    linked = link_records(alice, one, other, link_type=LinkType.OTHER, basis="Seen together", source="A clerk")
    assert titles() == sorted(["Held to be one", "The same telephone or account", linked.get_link_type_display()])
    end_link(alice, linked, because="Mistaken")
    undo_join(alice, made, because="Not so")
    assert titles() == ["The same telephone or account"]
    judge(alice, Candidate.unscoped.get(), verdict="no", reason="excluded")
    assert titles() == []


@pytest.mark.django_db
def test_ties_and_things_of_what_one_may_not_see_are_not_drawn(alice, charlie, monkeypatch) -> None:
    mine, hidden = titled(alice, NUMBER), titled(charlie, NUMBER)
    ends = [("note", mine.number), ("note", hidden.number)]
    tie = Tie(ends[0], ends[1], "Tied", "Alice", "sure", date(2026, 1, 1))
    known = registry.providers
    offer = Ties("all", lambda actor, kind, number: [tie])
    monkeypatch.setattr(registry, "providers", lambda of: (offer,) if of is Ties else known(of))
    assert {each.title for each in around_for(alice, date.min, date.max)(ends[0])} == {"Telephone"}
    Note.unscoped.filter(pk=hidden.pk).update(level="open")
    assert "Tied" in {each.title for each in around_for(alice, date.min, date.max)(ends[0])}
    Note.unscoped.filter(pk=hidden.pk).update(level="restricted")
    assert shared.things_of(alice, "note", hidden.number) == []
    assert [each.record for each in shared.records_with(alice, ("phone", "+15055550123"), 9)] in ([], [ends[0]])


@pytest.mark.django_db
def test_a_hub_says_how_many_it_leaves_out(alice, monkeypatch) -> None:
    """A telephone that more carry than are drawn, and one that is too common to weigh anything."""
    for module in (frequencies, common):
        monkeypatch.setattr(module, "COMMON", HUB + 6)
    center = titled(alice, NUMBER, level="open")
    owner = Agency.objects.get(pk=alice.agency_id)
    asked = Asked.of({}, [f"phone:{NUMBER}"])
    for many in (HUB + 4, 4):
        journal.note("note", [notes.note(owner, level="open", title=NUMBER).pk for _ in range(many)])
        common.recount("contact")
        chart = charted(alice, ("note", center.number), asked)
        assert chart.left_out[("phone", NUMBER)] == Note.unscoped.filter(title=NUMBER).count() - HUB


def test_no_more_places_are_opened_than_a_page_can_show() -> None:
    assert len(Asked.of({}, [f"note:{number}" for number in range(60)]).opened) == OPENED
