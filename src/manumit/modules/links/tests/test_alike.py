"""Records are ranked by behaviour as far as their reader may read it: said to be unvalidated, logged, no candidate."""

import pytest

from manumit.modules.links.alike import MOST, ranked
from manumit.modules.links.models import Candidate
from manumit.spine.audit.models import Entry
from manumit.spine.matching.behaving import Behaved, Behaviours
from manumit.spine.records import registry
from manumit.spine.records.tests.notes import Note

from .conftest import titled

pytestmark = pytest.mark.django_db
TITLES = {"approach": "Approach", "weapon": "Weapon", "platform": "Platform"}


def read(actor, most, number=""):
    """What was done stands in the story of a note, in the order of the dimensions."""
    rows = Note.objects.visible_to(actor, "read_narrative").exclude(story="").order_by("-pk")
    for note in (rows.filter(number=number) if number else rows)[:most]:
        said = zip(TITLES, note.story.split("; "), strict=False)
        yield Behaved(note.pk, note.number, {name: words for name, words in said if words})


@pytest.fixture(autouse=True)
def behaving(monkeypatch: pytest.MonkeyPatch) -> None:
    known = registry.providers
    offers = (Behaviours("note", TITLES, read),)
    monkeypatch.setattr(registry, "providers", lambda of: offers if of is Behaviours else known(of))


def test_the_most_alike_come_first_and_the_unlike_not_at_all(alice) -> None:
    mine = titled(alice, "a", story="Offered a lift to work; Knife with a black grip; Chat")
    two = titled(alice, "b", story="offered a  LIFT to work; knife with a black grip")
    one = titled(alice, "c", story="Offered a lift to work; Knife with a black handle")
    titled(alice, "d", story="Offered a lift to town; None")
    titled(alice, "e", story=";;")
    found = ranked(alice, mine)
    assert [(each.number, list(each.same), list(each.other)) for each in found] == [
        (two.number, ["Approach", "Weapon"], []),
        (one.number, ["Approach"], ["Weapon"]),
    ]
    assert found[0].weight > found[1].weight > 0
    assert ranked(alice, titled(alice, "f")) is None


def test_what_one_may_not_read_is_neither_ranked_nor_changes_a_rank(alice, charlie) -> None:
    mine = titled(charlie, "a", story="Posed as a friend; Rope")
    shown = titled(charlie, "b", story="Posed as a friend; Tape")
    before = ranked(charlie, mine)
    assert [each.number for each in before] == [shown.number]
    for _ in range(3):
        titled(alice, "c", story="Posed as a friend; Rope")
    assert ranked(charlie, mine) == before


def test_no_more_than_the_best_are_shown(alice) -> None:
    made = [titled(alice, "a", story="Posed as a friend") for _ in range(MOST + 3)]
    assert len(ranked(alice, made[0])) == MOST


def test_the_page_says_that_it_is_unvalidated_and_each_look_is_logged(alice, charlie, as_person) -> None:
    mine, other = (titled(alice, "a", story="Posed as a friend") for _ in range(2))
    at = as_person(alice)
    assert f"/links/alike/note/{mine.number}/" in at.get(f"/links/of/note/{mine.number}/").content.decode()
    page = at.get(f"/links/alike/note/{mine.number}/").content.decode()
    assert "Unvalidated" in page
    assert other.number in page
    logged = set(Entry.objects.filter(verb="links.behaviour.read").values_list("record_id", flat=True))
    assert logged == {mine.pk, other.pk}
    said = at.get(f"/api/v1/links/alike/note/{mine.number}").json()
    assert said == {
        "validated": False,
        "known": True,
        "items": [{"kind": "note", "number": other.number, "same": ["Approach"], "other": []}],
    }
    assert not Candidate.unscoped.exists()
    for way in (f"/links/alike/note/{mine.number}/", f"/api/v1/links/alike/note/{mine.number}"):
        assert as_person(charlie).get(way).status_code == 404
