"""A request is answered with a release, with less, or not at all; it tells nothing of what is held, ends by itself."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from manumit.spine.access import Denied, Hidden, allowed, require
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Membership
from manumit.spine.workflow.actions.release_record import recall
from manumit.spine.workflow.models import ClockSetting, Notice, RunningClock
from manumit.spine.workflow.performing import NotNow
from manumit.spine.workflow.refusing import Refused
from manumit.values import time_limits

from ..actions.answer_request import Answer, answer_request, refuse_request
from ..actions.ask_release import Wanted, ask_release
from ..actions.follow_request import accept_offer, end_request, lapse, past_their_day
from ..actions.move_agreement import move_agreement
from ..actions.transfer_record import Offer, answer_transfer, offer_transfer
from ..models import ReleaseRequest
from ..request_questions import clock_of, count_waiting, held_under, list_requests
from .cases import open_case, with_cases
from .conftest import draft_of, put_in_force

pytestmark = [pytest.mark.django_db, with_cases]
DAYS = timedelta(days=1)


def wanted(other_id: int, reference: str, **changed) -> Wanted:
    """Return a request for people and circumstances, for sixty days."""
    today = timezone.localdate()
    said = {
        "groups": frozenset({"case.people", "case.narrative"}), "purposes": frozenset({"investigation"}),
        "authority": "18 USC 1591", "because": "Same vehicle", "until_on": today + 60 * DAYS,
        "needed_by": today + 14 * DAYS,
    }  # fmt: skip
    return Wanted(other_id, reference, **{**said, **changed})


def answer(*groups: str, days: int = 60, **changed) -> Answer:
    """Return an answer that gives the groups for so many days."""
    return Answer(frozenset(groups), timezone.localdate() + days * DAYS, "Chief's order", **changed)


def test_what_was_asked_is_released_at_once(ada, gus, charlie) -> None:
    case = open_case(ada)
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    assert not allowed(gus, "read_summary", case)
    assert held_under(ada, asked) == [("case", case.number)]
    assert count_waiting(ada, "in") == 1
    answer_request(ada, asked, case, answer("people", "narrative"), expected_version=asked.version)
    assert asked.state == "answered"
    made = Release.objects.get()
    assert (made.groups, made.agency_id, asked.release) == (["summary", "people", "narrative"], gus.agency_id, made)
    assert allowed(gus, "read_people", case)
    assert not allowed(gus, "read_place", case)
    assert not allowed(charlie, "read_summary", case)
    assert Notice.objects.visible_to(gus).filter(event="request_moved").exists()
    recall(ada, case, made.pk)
    assert not allowed(gus, "read_summary", case)


def test_less_is_offered_and_released_once_accepted(ada, gus, fay) -> None:
    case = open_case(ada)
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    answer_request(ada, asked, case, answer("people", days=20), expected_version=asked.version)
    assert asked.state == "offered"
    assert not Release.objects.exists()
    assert not allowed(gus, "read_summary", case)
    assert count_waiting(gus, "out") == 1
    accept_offer(gus, asked, expected_version=asked.version)
    made = Release.objects.get()
    assert (asked.state, made.groups, made.released_by_id) == ("answered", ["summary", "people"], ada.person_id)
    assert timezone.localdate(made.expires_at) == timezone.localdate() + 20 * DAYS
    leaf = Entry.objects.get(verb="case.release", record_id=case.pk)
    assert leaf.person_id == gus.person_id
    assert f'"offered_by":{ada.person_id}' in leaf.detail


def test_less_may_be_declined_or_taken_back(ada, gus) -> None:
    case = open_case(ada)
    first, second = (ask_release(gus, wanted(ada.agency_id, case.number)) for _ in range(2))
    for asked in (first, second):
        answer_request(ada, asked, case, answer("people"), expected_version=asked.version)
    end_request(gus, first, "decline", words="Of no use", expected_version=first.version)
    refuse_request(ada, second, reason="other", words="Reopened", expected_version=second.version)
    assert (first.state, second.state) == ("declined", "refused")
    with pytest.raises(NotNow):
        accept_offer(gus, second, expected_version=second.version)
    assert not Release.objects.exists()


def test_an_offer_is_void_without_the_one_who_made_it_or_the_record(ada, fay, gus, bureau) -> None:
    gone, moved = open_case(ada), open_case(ada)
    asked = [ask_release(gus, wanted(ada.agency_id, each.number)) for each in (gone, moved)]
    for each, case in zip(asked, (gone, moved), strict=True):
        answer_request(ada, each, case, answer("people"), expected_version=each.version)
    passed = offer_transfer(ada, moved, Offer(bureau.pk, "Theirs"))
    answer_transfer(fay, passed, "accept", expected_version=passed.version)
    Membership.objects.filter(person=ada.person_id).update(roles=["investigator"])
    for each in asked:
        with pytest.raises(Refused):
            accept_offer(gus, each, expected_version=each.version)
    assert not Release.objects.exists()
    assert set(ReleaseRequest.objects.visible_to(gus).values_list("state", flat=True)) == {"offered"}


def test_no_more_is_given_than_was_asked_nor_of_others(ada, gus, fay) -> None:
    case, theirs = open_case(ada), open_case(fay)
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    for given, field in ((answer("place"), "groups"), (answer("people", days=90), "until_on")):
        with pytest.raises(ValidationError) as refused:
            answer_request(ada, asked, case, given, expected_version=asked.version)
        assert list(refused.value.message_dict) == [field]
    with pytest.raises(Refused):
        answer_request(ada, asked, theirs, answer("people"), expected_version=asked.version)
    assert held_under(ada, ask_release(gus, wanted(ada.agency_id, theirs.number))) == []


def test_who_may_what(ada, ben, gus, fay, charlie, bureau) -> None:
    case = open_case(ada)
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    assert list_requests(charlie, "in").rows == list_requests(charlie, "out").rows == []
    with pytest.raises(Hidden):
        require(charlie, "read_summary", asked)
    for nobody in (ben, gus, fay):
        with pytest.raises(Denied):
            answer_request(nobody, asked, case, answer("people"), expected_version=asked.version)
    for nobody in (ben, ada):
        with pytest.raises(Denied):
            end_request(nobody, asked, "withdraw", words="Mine", expected_version=asked.version)
    with pytest.raises(Denied):
        answer_request(fay, asked, open_case(fay), answer("people"), expected_version=asked.version)
    assert held_under(gus, asked) == []
    end_request(gus, asked, "withdraw", words="Solved", expected_version=asked.version)
    assert asked.state == "withdrawn"


def test_what_makes_no_sense_is_refused_by_field(ada, gus, bureau) -> None:
    today = timezone.localdate()
    for changed in (
        {"groups": frozenset({"case.protected_contact"})}, {"groups": frozenset()}, {"purposes": frozenset()},
        {"authority": " "}, {"because": ""}, {"reference": " "}, {"needed_by": today - DAYS}, {"until_on": today},
    ):  # fmt: skip
        with pytest.raises(ValidationError) as refused:
            ask_release(gus, wanted(ada.agency_id, **{"reference": "C-1", **changed}))
        assert list(refused.value.message_dict) == [*changed]
    with pytest.raises(ValidationError):
        ask_release(gus, wanted(bureau.pk, "C-1"))


def test_the_answer_clock_is_that_of_the_agreement_with_its_citation(ada, fay, gus, bureau) -> None:
    agreement = put_in_force(ada, fay, draft_of(bureau, answer_days=5))
    case = open_case(ada)
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    clock = clock_of(ada, asked)
    assert clock is not None
    assert (clock.agency_id, clock.time_limit, clock.verified) == (ada.agency_id, time_limits.Days(5), False)
    assert clock.law == f"{agreement.number}: {agreement.authority}"
    assert clock_of(gus, asked) is None, "the clock binds the holder, and is its own"
    answer_request(ada, asked, case, answer("people", "narrative"), expected_version=asked.version)
    assert clock_of(ada, asked).ending == "met"
    move_agreement(ada, agreement, "withdraw", expected_version=agreement.version, words="Over")
    assert clock_of(ada, ask_release(gus, wanted(ada.agency_id, case.number))) is None, "no rule, no clock"


def test_without_an_agreement_the_holders_own_rule_sets_the_clock(ada, gus) -> None:
    ClockSetting.objects.create(
        agency_id=ada.agency_id, clock="release_answer", limit=time_limits.to_plain(time_limits.Days(12)),
        citation="General order 4", effective_on=timezone.localdate() - DAYS, set_by_id=ada.person_id,
    )  # fmt: skip
    clock = clock_of(ada, ask_release(gus, wanted(ada.agency_id, "C-1")))
    assert (clock.law, clock.time_limit) == ("General order 4", time_limits.Days(12))


def test_it_lapses_by_itself(ada, gus, monkeypatch) -> None:
    case = open_case(ada)
    asked = ask_release(gus, wanted(ada.agency_id, case.number, needed_by=timezone.localdate()))
    assert not lapse(None, asked)
    later = timezone.now() + 2 * DAYS
    monkeypatch.setattr(timezone, "now", lambda: later)
    with pytest.raises(NotNow):
        answer_request(ada, asked, case, answer("people", "narrative", days=50), expected_version=asked.version)
    assert [each.pk for each in past_their_day()] == [asked.pk]
    assert lapse(None, asked)
    assert not lapse(None, asked)
    asked.refresh_from_db()
    assert asked.state == "lapsed"
    for told in (ada, gus):
        assert Notice.objects.visible_to(told).filter(event="request_moved", record_id=asked.pk).count() == 1


def test_restricted_of_others_and_none_cannot_be_told_apart(ada, gus, fay, as_person) -> None:
    held, elsewhere = open_case(ada).number, open_case(fay).number
    references = (held, elsewhere, "C-0000-000")
    asked = [ask_release(gus, wanted(ada.agency_id, reference)) for reference in references]
    browser = as_person(gus)

    def told() -> set[str]:
        """Return what the asker's page says of each, but for the numbers."""
        pages = []
        for each in asked:
            page = browser.get(reverse("exchange:request", args=[each.number])).content.decode()
            pages.append(page.replace(each.number, "RQ").replace(each.reference, "NUMBER"))
        found = [_steady(page) for page in pages]
        assert found[0].splitlines() == found[1].splitlines() == found[2].splitlines()
        return {*found}

    assert len(told()) == 1
    for each in asked:
        each.refresh_from_db()
        refuse_request(ada, each, reason="nothing", words="", expected_version=each.version)
    assert len(told()) == 1
    kept = ReleaseRequest.objects.visible_to(gus).filter(pk__in=[each.pk for each in asked])
    assert len({*kept.values_list("record_number", "record_kind", "said", "refused_because", "version")}) == 1
    assert RunningClock.objects.visible_to(ada).count() == 0


def _steady(page: str) -> str:
    """Return what the page says, without what is new with each answer: the token of its forms, and moments."""
    said = page[page.index("<main") : page.index("</main>")]
    return re.sub(r'value="\w{32,}"|datetime="[^"]*"|\d\d:\d\d(:\d\d)?', "", said)


def test_the_page_of_the_holder_finds_what_is_meant_and_offers_less(ada, gus, as_person) -> None:
    case = open_case(ada)
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    browser, here = as_person(ada), reverse("exchange:request", args=[asked.number])
    assert case.number in browser.get(here).content.decode()
    form = browser.get(f"{here}answer/").content.decode()
    assert f'value="{case.number}"' in form
    given = {
        "number": case.number, "groups": ["case.summary", "case.people"], "version": asked.version,
        "until_on": timezone.localdate() + 9 * DAYS, "authority": "Order", "said": "Names alone",
    }  # fmt: skip
    shown = browser.post(f"{here}answer/", given).content.decode()
    assert "This is less than they asked for" in shown
    assert browser.post(f"{here}answer/", {**given, "confirmed": "yes"}).status_code == 302
    assert "Names alone" in as_person(gus).get(here).content.decode()


def test_terms_of_the_agreement_bind_the_answer(ada, fay, gus, bureau) -> None:
    put_in_force(ada, fay, draft_of(bureau, groups=frozenset({"case.people"})))
    case, under = open_case(ada), SharingTerms.objects.get()
    asked = ask_release(gus, wanted(ada.agency_id, case.number))
    with pytest.raises(ValidationError):
        answer_request(ada, asked, case, answer("people", "narrative", under=under), expected_version=asked.version)
    asked.refresh_from_db()
    answer_request(ada, asked, case, answer("people", under=under), expected_version=asked.version)
    accept_offer(gus, asked, expected_version=asked.version)
    assert Release.objects.get().under == under
