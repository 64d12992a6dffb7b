"""The queue and the page of a pair, as people use them."""

import re

import pytest

from manumit.modules.links import questions, words
from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.models import Candidate
from manumit.modules.links.pages import queue
from manumit.spine.audit.models import Entry
from manumit.spine.records.tests.notes import Note

from .conftest import NUMBER, acting, agency, titled

pytestmark = pytest.mark.django_db


def test_the_queue_leads_from_pair_to_pair_and_back(alice, bob, charlie, as_person) -> None:
    for _ in range(3):
        titled(alice, NUMBER)
    pairs = list(Candidate.unscoped.order_by("-weight", "pk"))
    at = as_person(alice)
    assert at.get("/links/").content.count(b'name="pick"') == len(pairs) == 3
    page = at.get(f"/links/{pairs[0].pk}/").content.decode()
    assert "The same number." in page
    assert "+15055550123" in page
    assert pairs[0].model[:12] in page
    answer = at.post(f"/links/{pairs[0].pk}/?profile=contact", {"verdict": "yes", "reason": "number"})
    assert answer.url == f"/links/{pairs[1].pk}/?profile=contact"
    assert at.get("/links/").content.count(b'name="pick"') == 2
    assert as_person(bob).get("/links/?state=confirmed").content.count(b'name="pick"') == 1
    at.post(f"/links/{pairs[0].pk}/undo/")
    assert at.get("/links/").content.count(b'name="pick"') == 3
    stranger = as_person(charlie)
    assert b'name="pick"' not in stranger.get("/links/?state=all").content
    assert stranger.get(f"/links/{pairs[0].pk}/").status_code == 404
    assert stranger.post(f"/links/{pairs[0].pk}/undo/").status_code == 404


def test_lists_name_what_speaks_for_a_pair_but_not_the_value_since_no_look_at_it_is_logged(alice, as_person) -> None:
    number = titled(alice, NUMBER).number
    titled(alice, NUMBER)
    for path in ("/links/", f"/links/of/note/{number}/"):
        page = as_person(alice).get(path).content.decode()
        row = re.search(r"<tr>(?:(?!</tr>).)*/links/\d+/.*?</tr>", page, re.DOTALL)
        assert row
        assert ">Telephone</td>" in row[0]
        assert "5550123" not in page
    assert not Entry.objects.filter(verb="links.candidate.read").exists()


def test_from_the_links_of_a_record_one_asks_who_it_could_be_for_that_record(alice, as_person) -> None:
    number = titled(alice, "Case").number
    at = as_person(alice)
    address = f"/links/who/?kind=note&number={number}"
    assert address.replace("&", "&amp;") in at.get(f"/links/of/note/{number}/").content.decode()
    page = at.get(address).content.decode()
    assert f'name="case_number" value="{number}"' in page
    assert 'name="case_kind" value="note"' in page


def test_several_are_judged_at_once_but_never_the_same(alice, as_person) -> None:
    for _ in range(3):
        titled(alice, NUMBER)
    picked = list(Candidate.unscoped.values_list("pk", flat=True))
    at = as_person(alice)
    assert at.post("/links/", {"pick": picked, "verdict": "yes", "reason": "number"}).status_code == 422
    at.post("/links/", {"pick": picked[:2], "verdict": "no", "reason": "excluded"})
    assert sorted(Candidate.unscoped.values_list("state", flat=True)) == ["refused", "refused", "waiting"]


def test_a_verdict_without_its_reason_says_what_is_missing(alice, pair, as_person) -> None:
    answer = as_person(alice).post(f"/links/{pair.pk}/", {"verdict": "yes", "reason": "other"})
    assert answer.status_code == 422
    assert "Say in words what it rests on." in answer.content.decode()


def test_a_pointer_page_names_the_agency_and_nothing_of_its_record(alice, charlie, as_person) -> None:
    titled(alice, NUMBER, level="pointer")
    theirs = titled(charlie, NUMBER, level="pointer")
    page = as_person(alice).get("/links/pointers/").content.decode()
    assert "South" in page
    assert theirs.number not in page


def test_nothing_is_left_out_silently(alice, charlie, as_person, monkeypatch) -> None:
    monkeypatch.setattr(questions, "PAGE", 2)
    mine = [titled(alice, NUMBER, level=level) for level in ("pointer", "open", "open", "open")]
    titled(charlie, NUMBER, level="pointer")
    at = as_person(alice)
    told, start = [], 0
    while start is not None:
        page = at.get(f"/api/v1/links/pointers?start={start}").json()
        told, start = [*told, *page["items"]], page["next"]
    assert sorted(row["number"] for row in told) == sorted(note.number for note in mine)
    assert b'href="?told=2"' in at.get("/links/pointers/").content
    assert b'rel="next"' not in at.get("/links/pointers/?told=2").content
    own = f"/links/of/note/{mine[1].number}/"
    first, second = (at.get(own + query).content.decode() for query in ("", "?from=2"))
    assert 'href="?from=2"' in first
    assert 'rel="next"' not in second
    pairs = [set(re.findall(r'href="(/links/\d+/)"', page)) for page in (first, second)]
    assert [len(each) for each in pairs] == [2, 1]
    assert not pairs[0] & pairs[1]


def test_remains_say_whom_not_to_tell(alice, remains, as_person) -> None:
    assert "Tell no family" in as_person(alice).get(f"/links/{remains.pk}/").content.decode()


def test_every_published_sentence_and_feature_has_its_words() -> None:
    from manumit.linkage import PROFILES

    used = [profile for profile in PROFILES.values() if profile.validated]
    said = {level.text for profile in used for feature in profile.features for level in feature.comparison.levels}
    assert said <= set(words.LEVELS)
    assert {feature.name for profile in used for feature in profile.features} <= set(words.FEATURES)


def test_the_queue_is_narrowed_to_one_record(alice, as_person) -> None:
    made = [titled(alice, NUMBER) for _ in range(3)]
    at = as_person(alice)
    for number, count in ((made[0].number, 2), (f" {made[1].number.lower()} ", 2), ("N-0000-000", 0), ("", 3)):
        assert at.get("/links/", {"number": number}).content.count(b'name="pick"') == count
        said = at.get("/api/v1/links/candidates", {"number": number}).json()
        assert len(said["items"]) == count


def test_the_page_of_a_record_shows_its_own_pointers(alice, charlie, as_person) -> None:
    mine = [titled(alice, NUMBER, level="pointer") for _ in range(2)]
    titled(charlie, NUMBER, level="pointer")
    page = as_person(alice).get(f"/links/of/note/{mine[0].number}/").content.decode()
    table = page[page.index('id="pointers"') :]
    assert mine[0].number in table
    assert mine[1].number not in table


def test_a_pair_that_is_over_is_in_no_queue_but_has_its_page(alice, pair, as_person) -> None:
    Note.unscoped.filter(pk=pair.other_id).update(state="published")
    raise_links(None, "note", [pair.other_id])
    at = as_person(alice)
    assert at.get("/links/?state=all").content.count(b'name="pick"') == 0
    page = at.get(f"/links/{pair.pk}/").content.decode()
    assert "may no longer be matched" in page
    assert Entry.objects.filter(verb="links.candidate.read").exists()


def test_no_more_than_a_page_is_judged_at_once(alice, as_person, monkeypatch) -> None:
    for _ in range(3):
        titled(alice, NUMBER)
    monkeypatch.setattr(queue, "PAGE", 2)
    picked = list(Candidate.unscoped.values_list("pk", flat=True))
    as_person(alice).post("/links/", {"pick": picked, "verdict": "no", "reason": "excluded"})
    assert Candidate.unscoped.filter(state="refused").count() == 2


def test_home_counts_pairs_for_those_who_work_on_cases_alone(alice, pair, as_person) -> None:
    clerk = acting("Vera", agency("North"), "auditor")
    shown = ["Pairs that may be one" in as_person(who).get("/").content.decode() for who in (alice, clerk)]
    assert shown == [True, False]
