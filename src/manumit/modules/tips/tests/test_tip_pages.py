"""Tips by page: the queue, one tip, each verb; for Charlie each page is as absent as of a tip that is not there."""

import re
from dataclasses import replace

import pytest
from django.utils import timezone

from manumit.modules.tips.actions.move_tip import move_tip
from manumit.modules.tips.models import Tip, TipDesk, TipMessage
from manumit.modules.tips.tests.test_come_back import ABSENT
from manumit.spine import audit
from manumit.spine.identity.models import Membership

from .conftest import GIVER, SAID, given
from .examples import PAGES

TODAY = timezone.localdate()


def text(answer) -> str:
    """The page's text, of a page that was found."""
    assert answer.status_code == 200
    return answer.content.decode()


def bare(answer, number: str) -> str:
    """The page without the number asked for and without the form token, which is another each time."""
    return re.sub(r"[A-Za-z0-9]{64}", "", answer.content.decode()).replace(number, "")


def pending(alice, tip: Tip) -> Tip:
    """Triage a tip."""
    answers = {"priority": "high", "due_on": TODAY}
    return move_tip(alice, tip, "triage", expected_version=tip.version, answers=answers)


def test_triage_goes_through_the_queue(desk, tip, alice, note, as_person):
    browser, here = as_person(alice), f"/tips/{tip.number}/"
    assert tip.number in text(browser.get("/tips/queue/"))
    assert SAID["what"] in text(browser.get(here))
    assert text(browser.get(f"{here}move/triage/"))
    asked = {
        "version": tip.version,
        "priority": "high",
        "due_on_0": TODAY.month,
        "due_on_1": TODAY.day,
        "due_on_2": TODAY.year,
    }
    assert browser.post(f"{here}move/triage/", {**asked, "priority": ""}).status_code == 422
    assert browser.post(f"{here}move/triage/", asked).status_code == 302
    assert browser.post(f"{here}answer/", {"text": "Thank you"}).status_code == 302
    link = {"number": note.number, "note": "The same depot"}
    shown = text(browser.post(f"{here}link/", link, follow=True))
    assert "Thank you" in shown
    assert "There is no case" in browser.post(f"{here}link/", {**link, "number": "C-0000-000"}).content.decode()
    assert "Nothing waits" in text(browser.get("/tips/queue/"))
    assert "Disposition changed" in text(browser.get(f"{here}history/"))
    assert "Alice" in text(browser.get(f"{here}readers/"))
    assert browser.get(f"{here}move/vanish/").status_code == 404


def test_spam_pauses_first_and_leads_back_to_the_list(desk, tip, alice, as_person):
    browser, here = as_person(alice), f"/tips/{tip.number}/"
    asked = {"version": tip.version, "reason": "nonsense", "words": ""}
    assert "frightened" in text(browser.post(f"{here}move/spam/", asked))
    assert browser.post(f"{here}move/spam/", {**asked, "confirmed": "yes"}).status_code == 302
    assert Tip.unscoped.get().state == "spam"


@pytest.mark.parametrize("page", PAGES)
def test_charlie_is_told_of_a_tip_what_he_is_told_of_none(page, desk, tip, alice, bob, charlie, as_person):
    pending(alice, tip)
    browser = as_person(charlie)
    names = {"<int:link_id>": "1", "<slug:step>": "clear" if "move" in page else "eligible"}
    for name, value in names.items():
        page = page.replace(name, value)
    there, absent = (browser.get(f"/tips/{number}/{page}") for number in (tip.number, ABSENT))
    assert there.status_code == absent.status_code == 404
    assert bare(there, tip.number) == bare(absent, ABSENT)


@pytest.mark.parametrize("page", PAGES)
def test_an_untriaged_tip_is_absent_for_its_own_agencys_others(page, desk, tip, bob, dora, as_person):
    page = page.replace("<int:link_id>", "1").replace("<slug:step>", "clear")
    for other in (bob, dora):
        assert as_person(other).get(f"/tips/{tip.number}/{page}").status_code == 404
        assert tip.number not in text(as_person(other).get("/tips/"))
        assert tip.number not in text(as_person(other).get("/tips/queue/"))


@pytest.mark.django_db(transaction=True)
def test_who_gave_it_is_read_with_a_reason_and_logged(desk, alice, bob, as_person, monkeypatch):
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    tip = Tip.unscoped.get(number=given(desk, giver=GIVER.items()).number)
    browser, here = as_person(alice), f"/tips/{tip.number}/"
    assert "Aunt May" not in text(browser.get(here))
    assert browser.post(f"{here}giver/", {"note": ""}).status_code == 422
    read = text(browser.post(f"{here}giver/", {"note": "To call her back"}))
    assert "Aunt May" in read
    assert "To call her back" in str(list(audit_details()))
    assert browser.get(f"{here}payment/").status_code == 403
    assert "Who gave it" in text(browser.get(f"{here}readers/"))


def test_an_officer_writes_one_down_and_tells_number_and_secret(desk, dora, as_person):
    browser = as_person(dora)
    assert browser.post("/tips/new/", {"channel": "phone", "what": " "}).status_code == 422
    told = text(browser.post("/tips/new/", {"channel": "phone", **SAID, **GIVER}))
    assert Tip.unscoped.get().number in told
    assert "Tell the giver both now" in told


def test_an_administrator_opens_the_agencys_page(agencies, alice, as_person):
    Membership.objects.filter(person=alice.person_id).update(roles=["administrator"])
    browser, asked = as_person(replace(alice, purpose="records")), {"address": "north-desk", "open": "on"}
    assert browser.post("/tips/desk/", {**asked, "address": "North Desk!"}).status_code == 422
    assert browser.post("/tips/desk/", asked).status_code == 302
    assert TipDesk.objects.get().address == "north-desk"
    assert "/tip/at/north-desk/" in text(browser.get("/tips/desk/"))
    TipDesk.objects.create(agency=agencies[1], address="south")
    assert browser.post("/tips/desk/", {**asked, "address": "south"}).status_code == 422


def test_who_does_not_administer_only_reads_about_the_page(dora, as_person):
    assert "An administrator" in text(as_person(dora).get("/tips/desk/"))
    assert as_person(dora).post("/tips/desk/", {"address": "x", "open": "on"}).status_code == 403


def test_the_supervisor_takes_the_reward_its_way(desk, tip, alice, bob, as_person):
    pending(alice, tip)
    browser, here = as_person(bob), f"/tips/{tip.number}/"
    why = {"version": tip.version, "reason": "other", "words": "It led to her"}
    assert browser.post(f"{here}reward/eligible/", why).status_code == 302
    payment = {"version": tip.version + 1, "payee": tip.number, "amount": "500"}
    assert browser.post(f"{here}payment/seal/", payment).status_code == 302
    paused = text(browser.post(f"{here}reward/approve/", {**why, "version": tip.version + 2}))
    assert "confirmed" in paused
    done = browser.post(f"{here}reward/approve/", {**why, "version": tip.version + 2, "confirmed": "yes"})
    assert done.status_code == 302
    assert "Approved" in text(browser.get(here))


def test_the_home_page_counts_what_waits(desk, tip, alice, charlie, as_person):
    assert "Waiting for triage" in text(as_person(alice).get("/"))
    assert "Late for triage" in text(as_person(charlie).get("/"))
    assert not TipMessage.unscoped.exists()


def audit_details():
    """What stands in the log."""
    from manumit.spine.audit.models import Entry

    return Entry.objects.values_list("detail", flat=True)
