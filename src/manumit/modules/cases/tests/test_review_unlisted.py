"""The agency sees which cases a complete file no longer lists, and a person says what they found out."""

import pytest
from django.urls import reverse
from django.utils import timezone

from manumit.modules.cases.actions.review_unlisted import review_unlisted
from manumit.modules.cases.models import FeedEntry, ImportFeed
from manumit.spine.access import Denied, Hidden
from manumit.spine.audit.models import Entry


@pytest.fixture
def unlisted(case):
    feed = ImportFeed.objects.create(owner_id=case.owner_id, layout="csv-2025", state="AK", kind="missing")
    (entry,) = FeedEntry.unscoped.bulk_create(
        [FeedEntry(case=case, feed=feed, modified_on="2025-01-02", fingerprint=1, vanished_at=timezone.now())]
    )
    return entry


def test_colleagues_see_it_and_strangers_do_not(as_person, alice, charlie, case, unlisted):
    address = reverse("cases:unlisted")
    assert case.number in as_person(alice).get(address).content.decode()
    assert case.number not in as_person(charlie).get(address).content.decode()


def test_the_home_page_counts_them(as_person, alice, unlisted):
    page = as_person(alice).get("/").content.decode()
    assert reverse("cases:unlisted") in page


def test_a_person_says_what_they_found_and_it_is_off_the_list(as_person, alice, case, unlisted):
    browser, address = as_person(alice), reverse("cases:review_unlisted", kwargs={"number": case.number})
    assert browser.post(address, {"reason": ""}).status_code == 422
    assert browser.post(address, {"reason": "Left out by mistake"}).status_code == 302
    assert case.number not in browser.get(reverse("cases:unlisted")).content.decode()
    assert "Left out by mistake" in Entry.objects.get(verb="case.import.review").detail
    assert browser.post(address, {"reason": "Again"}).status_code == 422


def test_a_stranger_may_not(charlie, case, unlisted):
    with pytest.raises((Denied, Hidden)):
        review_unlisted(charlie, case, reason="x")
    unlisted.refresh_from_db()
    assert unlisted.reviewed_at is None
