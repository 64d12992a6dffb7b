"""A record changes its owner at the acceptance and not before; number, history and log stay."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.utils import timezone

from manumit.spine.access import Denied, Hidden, allowed, find
from manumit.spine.access.models import Release
from manumit.spine.audit import lending
from manumit.spine.audit.models import Entry
from manumit.spine.records import RecordHistory
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record
from manumit.spine.workflow.refusing import Refused

from ..actions.transfer_record import Offer, answer_transfer, offer_transfer
from ..models import Transfer
from .cases import open_case, with_cases

pytestmark = [pytest.mark.django_db, with_cases]


def test_the_owner_changes_only_when_the_receiver_accepts(ada, fay, gus, charlie) -> None:
    case = open_case(ada)
    steps = RecordHistory.objects.filter(kind="case", record_id=case.pk).count()
    paper = offer_transfer(ada, case, Offer(fay.agency_id, "Federal crime"))
    assert allowed(ada, "edit", case)
    assert not allowed(fay, "read_summary", case)
    with pytest.raises(Hidden):
        answer_transfer(charlie, paper, "accept", expected_version=1)
    for nobody in (ada, gus):
        with pytest.raises(Denied):
            answer_transfer(nobody, paper, "accept", expected_version=1)
    answer_transfer(fay, paper, "accept", expected_version=1)
    found = find(gus, "read_people", "case", case.number)
    assert (found.pk, found.owner_id) == (case.pk, fay.agency_id)
    with pytest.raises(Hidden):
        find(ada, "read_summary", "case", case.number)
    assert RecordHistory.objects.filter(kind="case", record_id=case.pk).count() == steps + 1
    assert Entry.objects.filter(kind="case", record_id=case.pk, verb="case.open").exists()
    assert Entry.objects.filter(kind="case", record_id=case.pk, verb="case.transfer").exists()


def test_former_releases_end_and_what_is_kept_is_the_new_owners(ada, fay, charlie) -> None:
    case, ends = open_case(ada), timezone.now() + timedelta(days=30)
    terms = Terms(charlie.agency_id, frozenset({"people"}), frozenset({"investigation"}), "Request", ends)
    release_record(ada, case, terms)
    until = timezone.localdate() + timedelta(days=10)
    paper = offer_transfer(ada, case, Offer(fay.agency_id, "Theirs", frozenset({"people"}), until))
    answer_transfer(fay, paper, "accept", expected_version=1)
    case.refresh_from_db()
    assert not allowed(charlie, "read_summary", case)
    assert allowed(ada, "read_people", case)
    assert not allowed(ada, "read_narrative", case)
    assert Release.objects.get(ended_at=None).giver_id == fay.agency_id


def test_one_offer_at_a_time_and_an_offer_of_what_is_gone_is_void(ada, fay, charlie) -> None:
    case = open_case(ada)
    paper = offer_transfer(ada, case, Offer(fay.agency_id, "Theirs"))
    with pytest.raises(Refused):
        offer_transfer(ada, case, Offer(charlie.agency_id, "Theirs"))
    answer_transfer(ada, paper, "withdraw", expected_version=1, words="A mistake")
    second = offer_transfer(ada, case, Offer(charlie.agency_id, "Theirs"))
    answer_transfer(charlie, second, "decline", expected_version=1, words="Not ours")
    assert set(Transfer.objects.visible_to(ada).values_list("state", flat=True)) == {"withdrawn", "declined"}


def test_the_owner_sees_who_read_what_it_lent_and_nobody_else_does(ada, gus, charlie) -> None:
    look = import_module("manumit.modules.cases.actions.look_at_case").look_at_case
    case, ends = open_case(ada), timezone.now() + timedelta(days=30)
    terms = Terms(gus.agency_id, frozenset({"people"}), frozenset({"investigation"}), "Request", ends)
    given = release_record(ada, case, terms)
    look(gus, find(gus, "read_summary", "case", case.number))
    look(ada, case)
    (act,) = lending.reads_lent_by(ada.agency_id).acts
    assert (act.agency, act.record_id) == ("Bureau, Red Butte field office", case.pk)
    assert f'"releases":[{given.pk}]' in act.detail
    assert '"groups":["summary","people"]' in act.detail
    assert lending.reads_lent_by(charlie.agency_id).acts == ()
