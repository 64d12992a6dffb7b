"""Several agencies on one record, one leads: by invitation and acceptance, by releases alone, and it ends by itself."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from manumit.spine.access import Denied, Hidden, allowed
from manumit.spine.access.models import Release
from manumit.spine.identity.models import Membership
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

from .. import jobs
from ..actions.add_to_joint import add_to_joint, finish_entry
from ..actions.follow_joint import accept_invitation, decline_invitation, end_joint, leave, part_with
from ..actions.record_decision import Decided, record_decision
from ..actions.start_joint import Plan, invite, start_joint
from ..actions.transfer_record import Offer, answer_transfer, offer_transfer
from ..joint_questions import entries_of, list_joint
from ..models import JointWork
from .cases import open_case, with_cases

pytestmark = [pytest.mark.django_db, with_cases]


def plan(**changed) -> Plan:
    """Return a plan for thirty days."""
    said = {
        "aim": "Find the truck", "authority": "25 USC 5701", "groups": frozenset({"people"}),
        "may_add": frozenset({"note", "fact"}), "ends_on": timezone.localdate() + timedelta(days=30),
    }  # fmt: skip
    return Plan(**{**said, **changed})


@pytest.fixture
def case(ada):
    """A case of the Tribal police."""
    return open_case(ada)


@pytest.fixture
def joint(ada, fay, case) -> JointWork:
    """Joint work that the bureau accepted."""
    made = start_joint(ada, case, plan())
    invite(ada, made, fay.agency_id)
    accept_invitation(fay, made)
    return made


def test_nobody_reads_before_they_accept_and_then_what_was_planned(ada, fay, gus, charlie, case) -> None:
    made = start_joint(ada, case, plan())
    assert not allowed(fay, "read_summary", made)
    invite(ada, made, fay.agency_id)
    assert Notice.objects.visible_to(fay).filter(event="joint_invited").count() == 1
    assert allowed(gus, "read_summary", made)
    assert not allowed(gus, "read_entries", made)
    assert not allowed(gus, "read_summary", case)
    with pytest.raises(Denied):
        accept_invitation(gus, made)
    accept_invitation(fay, made)
    assert allowed(gus, "read_people", case)
    assert not allowed(gus, "read_place", case)
    assert allowed(gus, "read_entries", made)
    assert list_joint(charlie).rows == []
    with pytest.raises(Hidden):
        accept_invitation(charlie, made)


def test_only_the_owners_supervisor_leads_and_once(ada, ben, fay, case) -> None:
    with pytest.raises(Denied):
        start_joint(ben, case, plan())
    with pytest.raises(Hidden):
        start_joint(fay, case, plan())
    made = start_joint(ada, case, plan())
    with pytest.raises(Refused):
        start_joint(ada, case, plan())
    invite(ada, made, fay.agency_id)
    with pytest.raises(Refused):
        invite(ada, made, fay.agency_id)
    with pytest.raises(Denied):
        invite(ben, made, fay.agency_id)


@pytest.mark.parametrize("wrong", [
    {"aim": " "}, {"authority": ""}, {"groups": frozenset({"protected_contact"})}, {"may_add": frozenset({"all"})},
    {"ends_on": timezone.localdate() - timedelta(days=1)},
])  # fmt: skip
def test_what_makes_no_sense_is_refused_by_field(ada, case, wrong) -> None:
    with pytest.raises(ValidationError) as refused:
        start_joint(ada, case, plan(**wrong))
    assert list(refused.value.message_dict) == [*wrong]


def test_partners_add_what_the_lead_lets_them_and_all_read_it(ada, ben, fay, gus, charlie, joint) -> None:
    add_to_joint(gus, joint, "note", "Seen at the depot")
    fact = add_to_joint(gus, joint, "fact", "Plate 7KX 402")
    with pytest.raises(Refused):
        add_to_joint(gus, joint, "task", "Ask the depot", for_agency_id=ada.agency_id)
    task = add_to_joint(ben, joint, "task", "Ask the depot", for_agency_id=fay.agency_id)
    for reader in (ada, ben, fay, gus):
        assert [each.text for each in entries_of(reader, joint)] == [
            "Ask the depot", "Plate 7KX 402", "Seen at the depot",
        ]  # fmt: skip
    assert entries_of(charlie, joint) == []
    with pytest.raises(Refused):
        finish_entry(gus, joint, fact.pk)
    assert finish_entry(ben, joint, fact.pk).done_at
    assert finish_entry(gus, joint, task.pk).done_by_id == gus.person_id
    with pytest.raises(Refused):
        add_to_joint(ada, joint, "task", "For a stranger", for_agency_id=charlie.agency_id)
    with pytest.raises(Hidden):
        add_to_joint(charlie, joint, "note", "Hello")
    assert Notice.objects.visible_to(ada).filter(event="joint_added").count() == 2


def test_an_agency_that_only_was_invited_writes_and_reads_nothing(ada, charlie, joint) -> None:
    invite(ada, joint, charlie.agency_id)
    add_to_joint(ada, joint, "note", "Between us")
    assert entries_of(charlie, joint) == []
    with pytest.raises(Denied):
        add_to_joint(charlie, joint, "note", "Let me")
    decline_invitation(charlie, joint)
    assert not allowed(charlie, "read_summary", joint)


def test_who_leaves_or_is_parted_with_reads_no_more(ada, fay, gus, charlie, case, joint) -> None:
    leave(fay, joint)
    assert not allowed(gus, "read_summary", case)
    assert not allowed(gus, "read_summary", joint)
    invite(ada, joint, fay.agency_id)
    accept_invitation(fay, joint)
    assert allowed(gus, "read_people", case)
    part_with(ada, joint, fay.agency_id)
    assert not allowed(gus, "read_summary", case)
    assert not Release.objects.filter(ended_at=None).exists()


def test_the_lead_ends_it_for_all(ada, fay, gus, case, joint) -> None:
    with pytest.raises(Denied):
        end_joint(fay, joint, expected_version=joint.version)
    end_joint(ada, joint, expected_version=joint.version)
    assert not allowed(gus, "read_summary", case)
    with pytest.raises(Refused):
        add_to_joint(ada, joint, "note", "Too late")
    with pytest.raises(Refused):
        invite(ada, joint, fay.agency_id)


def test_it_ends_by_itself_and_is_noted(ada, gus, case, joint, monkeypatch) -> None:
    later = timezone.now() + timedelta(days=32)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert not allowed(gus, "read_summary", case), "no job is waited for"
    assert not allowed(gus, "read_summary", joint)
    jobs.tidy()
    joint.refresh_from_db()
    assert joint.state == "ended"
    assert Notice.objects.visible_to(ada).filter(event="joint_moved").exists()


def test_with_another_owner_of_the_record_it_ends(ada, charlie, gus, case, joint) -> None:
    paper = offer_transfer(ada, case, Offer(charlie.agency_id, "Theirs"))
    answer_transfer(charlie, paper, "accept", expected_version=paper.version)
    assert not allowed(gus, "read_summary", case)
    jobs.tidy()
    joint.refresh_from_db()
    assert joint.state == "ended"


def test_the_nation_is_asked_when_it_is_accepted(ada, fay, nation) -> None:
    case = open_case(ada, nation=nation)
    made = start_joint(ada, case, plan())
    invite(ada, made, fay.agency_id)
    record_decision(ada, nation.pk, Decided("investigation", False, "Council", "Resolution 26-41"))
    with pytest.raises(ValidationError):
        accept_invitation(fay, made)
    assert not allowed(fay, "read_summary", case)


def test_an_invitation_is_void_without_the_permission_of_who_made_it(ada, fay, case) -> None:
    made = start_joint(ada, case, plan())
    invite(ada, made, fay.agency_id)
    Membership.objects.filter(person=ada.person_id).update(roles=["investigator"])
    with pytest.raises(Refused):
        accept_invitation(fay, made)


def test_by_page_it_is_started_invited_accepted_and_written(ada, fay, gus, charlie, case, as_person) -> None:
    lead, partner = as_person(ada), as_person(fay)
    here = reverse("exchange:joint_start", args=["case", case.number])
    given = {
        "aim": "Find the truck", "groups": ["people"], "may_add": ["note"], "authority": "25 USC 5701",
        "ends_on": timezone.localdate() + timedelta(days=9),
    }  # fmt: skip
    page = lead.post(here, given)["Location"]
    assert lead.post(f"{page}invite/", {"agency": fay.agency_id}).status_code == 302
    assert "Accept: work along" in partner.get(page).content.decode()
    assert partner.post(f"{page}answer/accept/", {}).status_code == 302
    written = {"adds": "note", "text": "Seen at the depot"}
    assert as_person(gus).post(f"{page}add/", written).status_code == 302
    assert "Seen at the depot" in lead.get(page).content.decode()
    assert as_person(charlie).get(page).status_code == 404
    assert page in lead.get(reverse("exchange:shared", args=["case", case.number])).content.decode()
