"""What was released is shown on as the agreement lets: never, with the owner's word, or by the receiver; never more."""

import json
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Denied, Hidden, allowed
from manumit.spine.access.models import Release
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import recall, release_record
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused
from manumit.values import time_limits

from ..actions.answer_request import Answer, answer_request, refuse_request
from ..actions.follow_request import accept_offer
from ..actions.move_agreement import move_agreement
from ..actions.record_decision import Decided, record_decision
from ..actions.show_on import ask_on, show_on, take_back
from ..models import ReleaseRequest, SharingAgreement
from ..questions import chains_of, shown_on
from ..request_questions import clock_of, held_under
from .cases import open_case, with_cases
from .conftest import actor
from .showing import DAYS, give, to, why

pytestmark = [pytest.mark.django_db, with_cases]


@pytest.fixture
def gave(ada, fay, bureau):
    """Return a function that opens a case and releases people of it to the bureau, by an agreement of that rule."""
    return lambda rule, **changed: give(ada, fay, bureau, rule, **changed)


def told(who, event: str) -> int:
    """Return how many notices of an event somebody has."""
    return Notice.objects.visible_to(who).filter(event=event).count()


def test_the_receiver_shows_it_on_where_the_agreement_lets_it(gave, ada, fay, charlie, county) -> None:
    case, first = gave("yes")
    made = show_on(fay, case, first.pk, to(county))
    assert (made.groups, made.giver_id, made.onward_of, made.under) == (
        ["summary", "people"], ada.agency_id, first, first.under,
    )  # fmt: skip
    assert (made.released_by_id, made.consented_by_id) == (fay.person_id, None)
    assert allowed(charlie, "read_people", case)
    assert not allowed(charlie, "read_narrative", case)
    assert chains_of(case) == [(first, [made])]
    leaf = Entry.objects.filter(verb="case.release", record_id=case.pk).latest("pk")
    assert (leaf.person_id, f'"onward_of":{first.pk}' in leaf.detail) == (fay.person_id, True)
    assert (told(ada, "shown_on"), told(charlie, "released")) == (1, 1)
    recall(ada, case, first.pk)
    assert not allowed(charlie, "read_summary", case)
    with pytest.raises((Refused, Denied, Hidden)):
        show_on(fay, case, first.pk, to(county))


def test_never_wider_nor_longer_than_it_was_released(gave, ada, fay, bureau, county, tribal) -> None:
    case, first = gave("yes")
    beyond = timezone.localdate() + 31 * DAYS
    for changed, field in (
        ({"groups": frozenset({"people", "narrative"})}, "groups"), ({"until_on": beyond}, "expires_at"),
        ({"purposes": frozenset({"investigation", "audit"})}, "purposes"), ({"authority": " "}, "authority"),
        ({"purposes": frozenset()}, "purposes"), ({"until_on": timezone.localdate() - DAYS}, "expires_at"),
    ):  # fmt: skip
        with pytest.raises(ValidationError) as refused:
            show_on(fay, case, first.pk, to(county, **changed))
        assert field in refused.value.message_dict, changed
    for agency in (bureau, tribal):
        with pytest.raises(ValidationError) as refused:
            show_on(fay, case, first.pk, to(agency))
        assert "agency_id" in refused.value.message_dict
    last = timezone.localdate(first.expires_at)
    assert show_on(fay, case, first.pk, to(county, until_on=last)).expires_at == first.expires_at


def test_only_a_supervisor_of_the_receiver_and_only_first_hand(gave, ada, fay, gus, charlie, county) -> None:
    case, first = gave("yes")
    with pytest.raises(Denied):
        show_on(gus, case, first.pk, to(county))
    with pytest.raises((Denied, Hidden)):
        show_on(charlie, case, first.pk, to(county))
    state = Agency.objects.create(name="State bureau", short_name="STB", kind="state")
    made = show_on(fay, case, first.pk, to(county))
    for key in (first.pk, made.pk):
        with pytest.raises(Refused):
            show_on(charlie, case, key, to(state))
    with pytest.raises(Refused):
        show_on(ada, case, first.pk, to(state))
    auditing = actor("fay", Agency.objects.get(pk=fay.agency_id), "investigator", "supervisor", purpose="audit")
    with pytest.raises((Denied, Hidden)):
        show_on(auditing, case, first.pk, to(state))
    assert Release.objects.filter(onward_of=first).count() == 1


@pytest.mark.parametrize("rule", ["never", "word"])
def test_where_the_agreement_does_not_let_it_nobody_shows_it_on(gave, fay, charlie, county, rule) -> None:
    case, first = gave(rule)
    with pytest.raises(Refused):
        show_on(fay, case, first.pk, to(county))
    assert not allowed(charlie, "read_summary", case)


@pytest.mark.parametrize("rule", ["never", "yes"])
def test_a_word_is_asked_only_where_the_agreement_wants_one(gave, gus, county, rule) -> None:
    case, first = gave(rule)
    with pytest.raises(Refused):
        ask_on(gus, case, first.pk, to(county), **why())
    assert not ReleaseRequest.objects.visible_to(gus).exists()


def test_with_the_owners_word_it_is_shown_on(gave, ada, gus, charlie, county) -> None:
    case, first = gave("word")
    asked = ask_on(gus, case, first.pk, to(county), **why())
    clock = clock_of(ada, asked)
    assert clock is not None
    assert clock.time_limit == time_limits.Days(10), "the answer clock of the agreement"
    assert (told(ada, "request_asked"), told(charlie, "request_asked")) == (1, 0)
    assert not allowed(charlie, "read_summary", case)
    assert held_under(ada, asked) == [("case", case.number)]
    yes = Answer(frozenset({"people"}), asked.until_on, "Chief's order")
    answer_request(ada, asked, case, yes, expected_version=asked.version)
    made = Release.objects.get(onward_of=first)
    assert (made.agency_id, made.consented_by_id, made.under) == (county.pk, ada.person_id, first.under)
    assert (asked.state, asked.release, clock_of(ada, asked).ending) == ("answered", made, "met")
    assert allowed(charlie, "read_people", case)
    assert (told(gus, "request_moved"), told(charlie, "released"), told(charlie, "request_moved")) == (1, 1, 0)
    recall(ada, case, first.pk)
    assert not allowed(charlie, "read_summary", case)


def test_less_is_offered_and_shown_on_once_accepted(gave, ada, gus, charlie, county) -> None:
    case, first = gave("word")
    asked = ask_on(gus, case, first.pk, to(county), **why())
    less = Answer(frozenset({"people"}), timezone.localdate() + 3 * DAYS, "Chief's order")
    answer_request(ada, asked, case, less, expected_version=asked.version)
    assert asked.state == "offered"
    assert not allowed(charlie, "read_summary", case)
    accept_offer(gus, asked, expected_version=asked.version)
    made = Release.objects.get(onward_of=first)
    assert (made.agency_id, made.consented_by_id, made.released_by_id) == (county.pk, ada.person_id, ada.person_id)
    assert timezone.localdate(made.expires_at) == timezone.localdate() + 3 * DAYS
    assert told(charlie, "released") == 1


def test_a_no_shows_nothing_and_is_told_with_its_reason(gave, ada, gus, charlie, county) -> None:
    case, first = gave("word")
    asked = ask_on(gus, case, first.pk, to(county), **why())
    refuse_request(ada, asked, reason="other", words="The family asked us not to", expected_version=asked.version)
    assert (asked.state, asked.said) == ("refused", "The family asked us not to")
    assert told(gus, "request_moved") == 1
    assert Entry.objects.filter(verb="request.refuse", record_id=asked.pk).count() == 1
    assert not allowed(charlie, "read_summary", case)
    assert not ReleaseRequest.objects.visible_to(charlie).exists()
    assert not Notice.objects.visible_to(charlie).exists()


def test_the_answer_is_of_that_record_under_that_agreement_while_it_stands(gave, ada, fay, gus, county) -> None:
    case, first = gave("word")
    other = open_case(ada)
    asked = ask_on(gus, case, first.pk, to(county), **why())
    yes = Answer(frozenset({"people"}), asked.until_on, "Order")
    with pytest.raises(ValidationError):
        answer_request(ada, asked, other, yes, expected_version=asked.version)
    recall(ada, case, first.pk)
    asked.refresh_from_db()
    with pytest.raises(ValidationError) as refused:
        answer_request(ada, asked, case, yes, expected_version=asked.version)
    assert "onward_of" in refused.value.message_dict
    assert not Release.objects.filter(onward_of=first).exists()


def test_the_agreement_takes_with_it_what_was_shown_on(gave, ada, fay, charlie, county) -> None:
    case, first = gave("yes")
    show_on(fay, case, first.pk, to(county))
    paper = SharingAgreement.objects.visible_to(ada).get(number=first.under.agreement)
    move_agreement(ada, paper, "withdraw", expected_version=paper.version, words="Over")
    assert not allowed(charlie, "read_summary", case)
    assert told(charlie, "release_ended") == 1


def test_the_nation_is_asked_for_each_agency_it_is_shown_on_to(gave, ada, fay, nation, county) -> None:
    record_decision(ada, nation.pk, Decided("investigation", True, "Council", "Resolution 1", agency_id=fay.agency_id))
    record_decision(ada, nation.pk, Decided("investigation", False, "Council", "Resolution 2", agency_id=county.pk))
    case, first = gave("yes", nation=nation.pk)
    with pytest.raises(ValidationError) as refused:
        show_on(fay, case, first.pk, to(county))
    assert "agency_id" in refused.value.message_dict


def test_the_receiver_takes_back_what_it_showed_on_and_no_more(gave, ada, fay, gus, charlie, county) -> None:
    case, first = gave("yes")
    made = show_on(fay, case, first.pk, to(county))
    with pytest.raises(Denied):
        take_back(gus, case, first.pk, made.pk)
    with pytest.raises(Refused):
        take_back(charlie, case, first.pk, made.pk)
    with pytest.raises(Refused):
        take_back(fay, case, first.pk, first.pk)
    before = Entry.objects.filter(verb="record.take_back").count()
    take_back(fay, case, first.pk, made.pk)
    leaf = Entry.objects.get(verb="record.take_back")
    assert (before, leaf.kind, leaf.record_id) == (0, "case", case.pk)
    assert json.loads(leaf.detail)["release"] == made.pk
    assert not allowed(charlie, "read_summary", case)
    assert allowed(gus, "read_people", case)
    assert shown_on(first) == []
    assert told(charlie, "release_ended") == 1
    with pytest.raises(Refused):
        take_back(fay, case, first.pk, made.pk)


def test_nobody_shows_on_what_they_do_not_read_for_their_own_purpose(gave, ada, fay, bureau, county) -> None:
    case, first = gave("yes")
    supervising = replace(fay, purpose="supervision")
    said = frozenset({"agencies"}), frozenset({"supervision"}), "Order", timezone.now() + 30 * DAYS
    release_record(ada, case, Terms(bureau.pk, *said))
    assert allowed(supervising, "read_summary", case)
    with pytest.raises(Denied):
        show_on(supervising, case, first.pk, to(county))


def test_an_owner_is_not_asked_for_what_makes_no_sense(gave, fay, bureau) -> None:
    case, first = gave("word")
    with pytest.raises(ValidationError) as told:
        ask_on(fay, case, first.pk, to(bureau), **why())
    assert "agency_id" in told.value.message_dict
    assert not ReleaseRequest.unscoped.exists()


def test_the_word_may_be_asked_for_no_more_than_that_there_is_such_a_record(gave, gus, county) -> None:
    case, first = gave("word")
    asked = ask_on(gus, case, first.pk, to(county, groups=frozenset()), **why())
    assert asked.groups == ["case.summary"]


def test_what_a_former_owner_released_is_not_shown_on(gave, fay, county) -> None:
    case, first = gave("yes")
    audit.record(None, "case.give", kind="case", record_id=case.pk)
    type(case).unscoped.filter(pk=case.pk).update(owner=county)
    case.refresh_from_db()
    third = Agency.objects.create(name="Third", short_name="T3", kind="state")
    with pytest.raises(Refused, match="no such release"):
        show_on(fay, case, first.pk, to(third))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"groups": frozenset({"people", "narrative"})}, "groups"),
        ({"expires_at": timezone.now() + 31 * DAYS}, "expires_at"),
        ({"consented_by_id": None}, "under"),
    ],
)  # fmt: skip
def test_the_owner_itself_is_told_what_exceeds_the_first_release(gave, ada, county, changed, field) -> None:
    case, first = gave("word")
    said = Terms(
        county.pk, frozenset({"people"}), frozenset({"investigation"}), "Order", first.expires_at, first.under, first,
        ada.person_id,
    )  # fmt: skip
    with pytest.raises(ValidationError) as refused:
        release_record(ada, case, replace(said, **changed))
    assert field in refused.value.message_dict
