"""Three people draft, approve and accept a report before anybody outside reads it; internal text nobody ever does."""

import json
from datetime import date

import pytest

from manumit.modules.action_plan.actions.comment_on_update import answer_comment, comment_on_update
from manumit.modules.action_plan.actions.draft_update import draft_update
from manumit.modules.action_plan.actions.give_evidence import give_evidence
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment, withdraw_commitment
from manumit.modules.action_plan.actions.say_jointly import say_jointly
from manumit.modules.action_plan.models import DueDate, Plan, ProgressUpdate, PublicCommitment, PublicEdition
from manumit.modules.action_plan.refusing import Refused
from manumit.spine.access import Denied, Hidden
from manumit.spine.workflow import NotNow

from .conftest import QUARTER


def edition() -> int:
    return PublicEdition.objects.get().number


def test_the_public_reads_it_once_the_secretariat_accepted_it(commitment, report, sia) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    update = report(commitment, until="approved")
    assert PublicCommitment.objects.get().told["updates"] == []
    move_update(sia, update, "accept", expected_version=update.version)
    public = PublicCommitment.objects.get()
    assert public.status == "in_progress"
    assert [each["text"] for each in public.told["updates"]] == ["Two surveys are in the field."]
    assert "Budget doubt" not in json.dumps(public.told)


def test_an_unpublished_commitment_stays_so_whatever_is_accepted(commitment, report) -> None:
    report(commitment)
    assert not PublicCommitment.objects.exists()


def test_a_withdrawal_is_gone_at_once_and_turns_the_edition(commitment, report, sia) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    update = report(commitment)
    before = edition()
    move_update(sia, update, "withdraw", expected_version=update.version, reason="other", words="Wrong figure")
    assert PublicCommitment.objects.get().told["updates"] == []
    assert edition() > before
    commitment.refresh_from_db()
    assert commitment.status == "not_started"
    withdraw_commitment(sia, commitment, expected_version=commitment.version)
    assert not PublicCommitment.objects.exists()


def test_nobody_skips_a_step(commitment, report, cora, lena, sia, dan) -> None:
    update = report(commitment, until="draft")
    for actor, step in ((cora, "approve"), (cora, "accept"), (sia, "accept"), (dan, "submit")):
        with pytest.raises((Denied, Hidden, NotNow)):
            move_update(actor, update, step, expected_version=update.version)
    with pytest.raises((Denied, Hidden)):
        draft_update(lena, commitment, QUARTER, {"status": "completed", "public_text": "x"}) and move_update(
            lena, ProgressUpdate.unscoped.get(), "accept", expected_version=2
        )


def test_who_drafted_does_not_approve(commitment, lena) -> None:
    update = draft_update(lena, commitment, QUARTER, {"status": "in_progress", "public_text": "x"})
    move_update(lena, update, "submit", expected_version=update.version)
    with pytest.raises(NotNow, match="yourself"):
        move_update(lena, update, "approve", expected_version=update.version)


def test_drafts_are_the_agencys_own(commitment, report, cora, dan, sia, council, charlie) -> None:
    update = report(commitment, until="draft")
    seen = {name: ProgressUpdate.objects.visible_to(actor).filter(pk=update.pk).exists() for name, actor in
            {"cora": cora, "dan": dan, "sia": sia, "council": council, "charlie": charlie}.items()}  # fmt: skip
    assert seen == {"cora": True, "dan": False, "sia": False, "council": False, "charlie": False}


def test_the_council_never_reads_internal_text(commitment, report, council, sia) -> None:
    update = report(commitment, until="approved")
    assert ProgressUpdate.objects.visible_to(council).filter(pk=update.pk).exists()
    assert not ProgressUpdate.objects.visible_to(council, "read_internal").exists()
    assert ProgressUpdate.objects.visible_to(sia, "read_internal").exists()


def test_completed_needs_evidence(commitment, report, cora) -> None:
    update = report(commitment, until="draft", status="completed", public_text="Done.")
    with pytest.raises(NotNow, match="evidence"):
        move_update(cora, update, "submit", expected_version=update.version)
    give_evidence(
        cora, commitment, {"evidence_kind": "document", "title": "The surveys", "url": "https://example.org/s"}
    )
    assert move_update(cora, update, "submit", expected_version=update.version).state == "submitted"


def test_a_joint_commitment_is_completed_when_each_partner_says_so(a_commitment, report, cora, dan, sia) -> None:
    commitment = a_commitment(joint_codes=["DHS"])
    give_evidence(cora, commitment, {"evidence_kind": "data", "title": "The data"})
    update = report(commitment, until="approved", status="completed", public_text="Done.")
    say_jointly(dan, commitment, "in_progress", "Ours is not ready")
    with pytest.raises(NotNow, match="partner"):
        move_update(sia, update, "accept", expected_version=update.version)
    say_jointly(dan, commitment, "completed")
    assert move_update(sia, update, "accept", expected_version=update.version).state == "accepted"


def test_disagreeing_partners_are_shown_to_the_public(a_commitment, report, dan, sia) -> None:
    commitment = a_commitment(joint_codes=["DHS"])
    publish_commitment(sia, commitment, expected_version=commitment.version)
    say_jointly(dan, commitment, "delayed", "Waiting for staff")
    report(commitment)
    public = PublicCommitment.objects.get()
    assert (public.status, public.told["partners"]) == ("in_progress", [{"agency": "DHS", "status": "delayed"}])


def test_only_partners_speak(commitment, dan, council) -> None:
    with pytest.raises(Refused, match="no partner"):
        say_jointly(dan, commitment, "completed")
    with pytest.raises(Denied):
        say_jointly(council, commitment, "completed")


def test_a_delay_tells_why_and_until_when_and_the_old_date_stays_in_sight(commitment, report, cora) -> None:
    update = report(commitment, until="draft", status="delayed", public_text="Later.")
    with pytest.raises(NotNow, match="delay"):
        move_update(cora, update, "submit", expected_version=update.version)
    report(
        commitment, status="delayed", public_text="Later.", reason="Field work stopped.", new_due_on=date(2025, 6, 30)
    )
    commitment.refresh_from_db()
    assert commitment.due_on == date(2025, 6, 30)
    dates = DueDate.unscoped.filter(commitment=commitment).order_by("set_at")
    assert [(each.due_on, each.reason) for each in dates] == [
        (date(2024, 12, 31), ""),
        (date(2025, 6, 30), "Field work stopped."),
    ]


def test_the_council_has_its_days_and_its_answer(commitment, report, plan, council, sia, cora) -> None:
    Plan.unscoped.filter(pk=plan.pk).update(comment_days=5)
    update = report(commitment, until="approved")
    with pytest.raises(NotNow, match="council may still comment"):
        move_update(sia, update, "accept", expected_version=update.version)
    comment = comment_on_update(council, update, "Say who was asked.", named="")
    with pytest.raises(NotNow, match="no answer"):
        move_update(sia, update, "accept", expected_version=update.version)
    answer_comment(cora, update, comment, "Forty workers; now in the text.")
    with pytest.raises(Refused):
        answer_comment(cora, update, comment, "Again")
    assert move_update(sia, update, "accept", expected_version=update.version).state == "accepted"


def test_one_report_a_quarter_changed_while_a_draft(commitment, report, cora) -> None:
    first = report(commitment, until="draft")
    again = draft_update(cora, commitment, QUARTER, {"status": "ongoing", "public_text": "Every year."})
    assert (again.pk, again.status, again.version) == (first.pk, "ongoing", 2)
    move_update(cora, again, "submit", expected_version=again.version)
    with pytest.raises(Refused, match="returned"):
        draft_update(cora, commitment, QUARTER, {"status": "ongoing", "public_text": "Other words."})


def test_strangers_know_of_nothing(commitment, report, charlie) -> None:
    update = report(commitment, until="approved")
    assert not type(commitment).objects.visible_to(charlie).exists()
    with pytest.raises(Hidden):
        move_update(charlie, update, "accept", expected_version=update.version)


def test_only_the_agency_that_answers_reports(a_commitment, dan) -> None:
    for joint in ([], ["DHS"]):
        with pytest.raises(Refused, match="Another agency answers"):
            draft_update(dan, a_commitment(joint_codes=joint), QUARTER, {"status": "completed", "public_text": "Done"})
