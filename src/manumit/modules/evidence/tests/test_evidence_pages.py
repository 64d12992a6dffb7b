"""Evidence by page: taken, sealed, brought to a laboratory, returned; and nothing for a stranger."""

import pytest
from django.utils import timezone

from manumit.modules.evidence.models import EvidenceItem, LabSubmission
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.models import Membership

NOW = timezone.localtime()
MOMENT = {"day_0": NOW.month, "day_1": NOW.day, "day_2": NOW.year, "hour": NOW.strftime("%H:%M")}


@pytest.fixture
def as_person(settings):
    """Return a browser in which an actor is signed in."""
    return browser_of


def test_an_item_goes_its_way_by_page(alice, bob, note, as_person):
    browser = as_person(alice)
    taken = {
        "item_type": "biological", "title": "Swab", "description": "", "collected_by": "Alice",
        "collected_place": "Ditch", "source": "Alice", **MOMENT,
    }  # fmt: skip
    shown = browser.post(f"/evidence/of/note/{note.number}/new/", taken, follow=True)
    item = EvidenceItem.objects.page(alice).rows[0]
    assert "It is in evidence, and in your hand." in shown.content.decode()
    browser.post(f"/evidence/{item.number}/seal/", {"version": 1, "seal_number": "S-7"})
    lab = {
        "version": 2, "name": "State laboratory", "reason": "DNA", "seal_found": "intact",
        "receipt": "24-77", "received_by": "Dr. Eli", "examination": "DNA profile", **MOMENT,
    }  # fmt: skip
    refused = browser.post(f"/evidence/{item.number}/pass/laboratory/", {**lab, "examination": ""})
    assert refused.status_code == 422
    assert browser.post(f"/evidence/{item.number}/pass/laboratory/", lab).status_code == 302
    submission = LabSubmission.objects.visible_to(alice).get()
    today = {"reported_on_0": NOW.month, "reported_on_1": NOW.day, "reported_on_2": NOW.year}
    result = {"result": "A profile", "reported_by": "Dr. Eli", **today}
    assert browser.post(f"/evidence/{item.number}/laboratory/{submission.pk}/", result).status_code == 302
    page = browser.get(f"/evidence/{item.number}/").content.decode()
    for words in ("State laboratory", "S-7", "A profile", "24-77", note.number, "Chain of custody"):
        assert words in page
    assert item.number in browser.get(f"/evidence/of/note/{note.number}/").content.decode()
    asked = {"question": "Return it to its owner"}
    assert browser.post(f"/evidence/{item.number}/disposal/", asked).status_code == 302
    assert "An approval is asked of you" in as_person(bob).get("/notices/").content.decode()
    kept = {"version": 3, "keep_until_0": "", "keep_until_1": "", "keep_until_2": "", "authority": "Schedule 7"}
    assert browser.post(f"/evidence/{item.number}/keeping/", kept).status_code == 403
    assert as_person(bob).post(f"/evidence/{item.number}/keeping/", kept).status_code == 302
    assert browser.get(f"/evidence/{item.number}/pass/place/").status_code == 404, "that would skip a hand"
    back = {"version": 3, "person": Membership.objects.get(person=bob.person_id).pk, "reason": "Back", **MOMENT}
    stale = as_person(bob).post(f"/evidence/{item.number}/pass/person/", {**back, "seal_found": "intact"})
    assert stale.status_code == 422
    assert "Somebody changed this item meanwhile" in stale.content.decode()


def test_a_stranger_finds_nothing(item, charlie, as_person):
    browser = as_person(charlie)
    for page in ("", "pass/place/", "seal/", "disposal/"):
        assert browser.get(f"/evidence/{item.number}/{page}").status_code == 404
    assert item.number not in browser.get("/evidence/").content.decode()
    assert browser.get(f"/evidence/of/note/{item.case_number}/").status_code == 404
