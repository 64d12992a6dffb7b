"""A description is compared with what the asker may read; it is kept only to go on looking, and that ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.links import api
from manumit.modules.links.actions import tell_of_watch as tell_of_watch_module
from manumit.modules.links.actions.keep_watch import end_watch, keep_watch
from manumit.modules.links.actions.tell_of_watch import standing, tell_of_watch
from manumit.modules.links.models import StandingWatch
from manumit.modules.links.pages import who
from manumit.modules.links.questions import watches
from manumit.spine.access import Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Membership
from manumit.spine.matching import indexing, keeping_up
from manumit.spine.matching.actions.ask import ask
from manumit.spine.matching.question import Question
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

from .conftest import NUMBER, titled

pytestmark = pytest.mark.django_db
ASKED = Question("contact", "phone", {"phones": [NUMBER]})


def soon():
    return timezone.localdate() + timedelta(days=30)


def test_alice_finds_what_she_may_read_and_it_is_logged_and_not_kept(alice, charlie, as_person) -> None:
    case, mine, theirs = titled(alice, "Case"), titled(alice, NUMBER), titled(charlie, NUMBER)
    sent = {
        "case_kind": "note",
        "case_number": case.number,
        "why": "A caller gave it",
        "name": "phone",
        "phone": NUMBER,
    }
    page = as_person(alice).post("/links/who/", sent).content.decode()
    assert mine.number in page
    assert theirs.number not in page
    entry = Entry.objects.filter(verb="match.read").get()
    assert (entry.kind, entry.record_id, entry.person_id) == ("note", case.pk, alice.person_id)
    assert NUMBER not in str(entry.detail)
    assert not StandingWatch.unscoped.exists()


@pytest.mark.parametrize(("wrong", "said"), [("N-0000-000", "no such case"), ("", "Enter an answer")])
def test_without_a_case_of_ones_own_nothing_is_asked(alice, charlie, as_person, wrong, said) -> None:
    theirs = titled(charlie, "Case")
    for number in (wrong, theirs.number if wrong else wrong):
        sent = {"case_kind": "note", "case_number": number, "why": "x", "name": "phone", "phone": NUMBER}
        answer = as_person(alice).post("/links/who/", sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not Entry.objects.filter(verb="match.read").exists()


def test_while_very_many_records_come_in_one_is_asked_to_wait(alice, as_person, monkeypatch) -> None:
    case = titled(alice, "Case")
    sent = {"case_kind": "note", "case_number": case.number, "why": "A caller", "name": "phone", "phone": NUMBER}
    for _ in range(3):
        titled(alice, NUMBER)
    monkeypatch.setattr(keeping_up, "BEHIND", 2)
    while indexing.take_in("contact"):
        continue
    assert as_person(alice).post("/links/who/", sent).status_code == 200
    Entry.objects.filter(verb="match.read").get()
    for _ in range(3):
        titled(alice, NUMBER)
    answer = as_person(alice).post("/links/who/", sent)
    assert answer.status_code == 422
    assert "Ask again in some minutes" in answer.content.decode()
    body = {"case_kind": "note", "case_number": case.number, "why": "x", "name": "phone", "facts": {"phones": [NUMBER]}}
    told = as_person(alice).post("/api/v1/links/who", body, content_type="application/json")
    assert (told.status_code, "Ask again" in told.json()["reasons"][0]) == (503, True)
    assert Entry.objects.filter(verb="match.read").count() == 1


def test_a_watch_tells_of_whoever_newly_fits_once_and_only_what_may_be_read(alice, charlie) -> None:
    case = titled(alice, "Case")
    watch = keep_watch(alice, case, ASKED, why="To find her", ends_on=soon())
    assert tell_of_watch(None, watch) == []
    titled(charlie, NUMBER)
    assert tell_of_watch(None, watch) == []
    titled(alice, NUMBER)
    assert len(tell_of_watch(None, watch)) == 1
    watch.refresh_from_db()
    assert tell_of_watch(None, watch) == []
    assert Notice.unscoped.filter(event="watch_found", person=alice.person_id).count() == 1


def test_a_watch_ends_and_is_ones_own(alice, bob, charlie) -> None:
    case = titled(alice, "Case")
    watch = keep_watch(alice, case, ASKED, why="To find her", ends_on=soon())
    with pytest.raises(Refused):
        end_watch(bob, watch)
    with pytest.raises(Hidden):
        keep_watch(charlie, case, ASKED, why="x", ends_on=soon())
    for day in (timezone.localdate(), timezone.localdate() + timedelta(days=400)):
        with pytest.raises(Refused):
            keep_watch(alice, case, ASKED, why="x", ends_on=day)
    StandingWatch.unscoped.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert list(standing()) == []
    end_watch(alice, watch)
    assert not StandingWatch.unscoped.exists()


def test_a_watch_needs_a_description_and_a_reason(alice) -> None:
    case = titled(alice, "Case")
    for asked, why in ((Question("contact", "phone", {"phones": []}), "x"), (ASKED, " ")):
        with pytest.raises(Refused):
            keep_watch(alice, case, asked, why=why, ends_on=soon())
    assert not StandingWatch.unscoped.exists()


def test_a_watch_is_its_watchers_own_and_tells_nobody_who_left(alice, bob, as_person) -> None:
    case = titled(alice, "Case")
    watch = keep_watch(alice, case, ASKED, why="To find her", ends_on=soon())
    assert ([each.pk for each in watches(alice)], watches(bob)) == ([watch.pk], [])
    assert as_person(bob).delete(f"/api/v1/links/watches/{watch.pk}").status_code == 404
    titled(alice, NUMBER)
    Membership.objects.filter(pk=alice.membership_id).update(active=False)
    assert tell_of_watch(None, watch) == []
    Membership.objects.filter(pk=alice.membership_id).update(active=True)
    assert len(tell_of_watch(None, watch)) == 1


def test_a_watch_does_not_find_the_record_that_it_stands_beside(alice) -> None:
    case = titled(alice, NUMBER)
    watch = keep_watch(alice, case, ASKED, why="To find her", ends_on=soon())
    assert tell_of_watch(None, watch) == []


def test_a_watch_tells_of_nobody_too_light_for_a_lead(alice, monkeypatch) -> None:
    case = titled(alice, "Case")
    watch = keep_watch(alice, case, ASKED, why="To find her", ends_on=soon())
    titled(alice, NUMBER)
    monkeypatch.setattr(tell_of_watch_module, "least", lambda profile: 90_000)
    assert tell_of_watch(None, watch) == []


def test_who_reads_a_case_and_does_not_work_on_it_asks_nothing_for_it(alice, as_person, monkeypatch) -> None:
    case = titled(alice, "Case")
    asked = []
    for module in (who, api):
        monkeypatch.setattr(module, "find_of_any_kind", lambda actor, verb, *_: asked.append(verb) or case)
    sent = {"case_kind": "note", "case_number": case.number, "why": "x", "name": "phone"}
    as_person(alice).post("/links/who/", {**sent, "phone": NUMBER})
    body = {**sent, "facts": {"phones": [NUMBER]}}
    as_person(alice).post("/api/v1/links/who", body, content_type="application/json")
    assert asked == ["work", "work"]


def test_nobody_is_named_for_whom_no_more_speaks_than_against(alice) -> None:
    note = titled(alice, NUMBER)
    titled(alice, "missing", story="tattoo of an anchor")
    asked = [
        ASKED,
        Question("contact", "phone", {"phones": ["406-555-0999"]}),
        Question("remains", "unidentified_remains", {}),
    ]
    assert [[hit.key.record_id for hit in found] for found in ask(alice, asked)] == [[note.pk], [], []]
