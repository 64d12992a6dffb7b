"""People with lived experience are asked, paid and answered; their names are shown only where each chose so.

Cora (owner) and Lena (her colleague) asked; Rosa and Ines advise; Charlie is a stranger.
"""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from manumit.modules.action_plan.actions.answer_advice import accept_advice, answer_advice
from manumit.modules.action_plan.actions.ask_advice import ask_advice, close_advice
from manumit.modules.action_plan.actions.choose_name import choose_name, choose_name_everywhere
from manumit.modules.action_plan.actions.comment_on_update import answer_comment, comment_on_update
from manumit.modules.action_plan.actions.give_advice import give_advice
from manumit.modules.action_plan.actions.keep_part import add_part
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.modules.action_plan.actions.record_hours import move_hours, record_hours
from manumit.modules.action_plan.models import Advice, AdviceRequest, PaidHours, Payee, Voice
from manumit.modules.action_plan.nouns import NOUNS
from manumit.modules.action_plan.refusing import Refused
from manumit.spine.access import Denied, Hidden
from manumit.spine.workflow.models import Notice

WORKED = {"worked_on": date(2026, 1, 5), "hours": Decimal("1.5"), "did": "Read the questions"}
PUBLIC = ("{0}/", "data.csv", "data.json", "feed.atom", "plan.stratml.xml", "due.ics", "", "{0}/?lang=es")


SHOWING = ("{0}/", "feed.atom", "plan.stratml.xml", "report.pdf", "data.csv", "data.json")


def fetched(path: str) -> str:
    content = Client().get(f"/promises/{path}").content
    if path.endswith(".pdf"):
        pages = PdfReader(BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)
    return content.decode()


def voice(actor, **of) -> Voice:
    return Voice.objects.visible_to(actor).get(**of)


def public_text(number: str) -> str:
    return "".join(Client().get(f"/promises/{each.format(number)}").content.decode() for each in PUBLIC)


@pytest.fixture
def let_out(asked, commitment, rosa, cora, sia) -> Advice:
    """Advice of Rosa's that the public reads, nameless."""
    publish_commitment(sia, commitment, expected_version=commitment.version)
    advice = give_advice(rosa, asked, "Ask those who left the farms.", may_publish=True)
    answer_advice(cora, asked, advice, "partly", "Two of four surveys ask them.")
    return accept_advice(sia, asked, advice)


def test_owner_colleague_advisers_and_stranger(asked, cora, lena, dan, rosa, charlie) -> None:
    give_advice(rosa, asked, "Ask those who left.")
    for actor in (cora, lena, dan, rosa):
        assert AdviceRequest.objects.visible_to(actor).count() == Advice.objects.visible_to(actor).count() == 1
    assert not AdviceRequest.objects.visible_to(charlie).exists()
    assert not Advice.objects.visible_to(charlie).exists()
    with pytest.raises(Hidden):
        give_advice(charlie, asked, "x")
    for actor in (cora, dan):
        with pytest.raises(Denied):
            give_advice(actor, asked, "x")
    with pytest.raises(Denied):
        close_advice(dan, asked, expected_version=1)


def test_what_is_asked_of_the_council_is_not_the_networks(cora, commitment, rosa, council) -> None:
    values = {"question": "What now?", "hours": Decimal(1), "rate": Decimal(70)}
    of_council = ask_advice(cora, commitment, {"asked_of": "council", **values})
    of_network = ask_advice(cora, commitment, {"asked_of": "network", **values})
    assert give_advice(council, of_council, "This.").pk
    assert give_advice(rosa, of_network, "That.").pk
    with pytest.raises(Hidden):
        give_advice(rosa, of_council, "This.")
    with pytest.raises(Denied):
        give_advice(council, of_network, "That.")


def test_internal_words_are_the_askers_and_the_secretariats(asked, cora, sia, rosa, dan) -> None:
    readers = {name: AdviceRequest.objects.visible_to(actor, "read_internal").exists()
               for name, actor in {"cora": cora, "sia": sia, "rosa": rosa, "dan": dan}.items()}  # fmt: skip
    assert readers == {"cora": True, "sia": True, "rosa": False, "dan": False}


def test_nobody_but_the_giver_can_find_out_who_gave_it(asked, rosa, ines, cora, lena, sia) -> None:
    advice = give_advice(rosa, asked, "Ask those who left.")
    record_hours(rosa, asked, WORKED)
    assert advice.named == ""
    assert Voice.objects.visible_to(rosa).count() == 2
    for other in (ines, cora, lena, sia):
        assert not Voice.objects.visible_to(other).exists()
    assert Payee.objects.visible_to(sia).exists()
    for other in (rosa, ines, cora, lena):
        assert not Payee.objects.visible_to(other).exists()


def test_no_page_of_the_plan_says_who_advised(asked, rosa, as_person, cora, lena, dan, council, ines) -> None:
    give_advice(rosa, asked, "Ask those who left.")
    record_hours(rosa, asked, WORKED)
    for actor in (cora, lena, dan, council, ines):
        page = as_person(actor).get(f"/plan/advice/{asked.number}/").content
        assert b"Ask those who left." in page
        assert b"Rosa Quill" not in page


def test_the_request_stands_beside_its_promise_with_what_became_of_it(asked, rosa, cora, as_person, commitment) -> None:
    advice = give_advice(rosa, asked, "Ask those who left.")
    with pytest.raises(Refused, match="Say first"):
        close_advice(cora, asked, expected_version=asked.version)
    with pytest.raises(Refused) as caught:
        answer_advice(cora, asked, advice, "not_taken", " ")
    assert "reasons" in caught.value.message_dict
    answer_advice(cora, asked, advice, "not_taken", "No consent of the owners.")
    page = as_person(cora).get(f"/plan/commitments/{commitment.number}/").content.decode()
    assert "Ask those who left." in page
    assert "No consent of the owners." in page
    assert close_advice(cora, asked, expected_version=asked.version).state == "closed"
    with pytest.raises(Refused, match="closed"):
        give_advice(rosa, asked, "Too late?")


def test_the_public_reads_advice_only_as_giver_asker_and_secretariat_allow(asked, commitment, rosa, cora, sia) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    kept = give_advice(rosa, asked, "Kept between us.")
    given = give_advice(rosa, asked, "For everybody.", may_publish=True)
    with pytest.raises(Refused, match="became of it"):
        accept_advice(sia, asked, given)
    for each in (kept, given):
        answer_advice(cora, asked, each, "taken", "")
    with pytest.raises(Refused, match="not allowed"):
        accept_advice(sia, asked, kept)
    assert "For everybody." not in public_text(commitment.number)
    with pytest.raises(Denied):
        accept_advice(cora, asked, given)
    accept_advice(sia, asked, given)
    words = public_text(commitment.number)
    assert "For everybody." in words
    assert "Kept between us." not in words
    assert "Budget is thin." not in words
    choose_name(rosa, voice(rosa, advice=given), named="", may_publish=False)
    assert "For everybody." not in public_text(commitment.number)


def test_a_name_is_shown_and_gone_as_its_owner_chooses_at_once(let_out, rosa, ines, commitment) -> None:
    mine = voice(rosa, advice=let_out)
    assert "Rosa" not in public_text(commitment.number)
    for named in ("Rosa Q.", "R. Quill, survivor", ""):
        choose_name(rosa, mine, named=named, may_publish=True)
        words = public_text(commitment.number)
        assert "Ask those who left the farms." in words
        assert [each for each in ("Rosa Q.", "R. Quill, survivor") if each in words] == ([named] if named else [])
    with pytest.raises(Hidden):
        choose_name(ines, mine, named="Ines")


def test_one_choice_holds_for_comments_too(let_out, commitment, report, council, sia, cora) -> None:
    update = report(commitment, until="approved")
    comment = comment_on_update(council, update, "Say who was asked.")
    answer_comment(cora, update, comment, "Forty workers.")
    move_update(sia, update, "accept", expected_version=update.version)
    assert "Nia Reed" not in public_text(commitment.number)
    assert choose_name_everywhere(council, "Nia Reed") == 1
    assert "Nia Reed" in public_text(commitment.number)
    choose_name_everywhere(council, "")
    assert "Nia Reed" not in public_text(commitment.number)


def test_advice_let_out_stands_beside_its_promise_in_every_format(let_out, commitment, rosa) -> None:
    def formats(words: str) -> list[str]:
        return [each for each in SHOWING if words in fetched(each.format(commitment.number))]

    assert formats("Ask those who left the farms.") == formats("Two of four surveys ask them.") == list(SHOWING)
    assert formats("Rosa Quill") == []
    choose_name_everywhere(rosa, "Rosa Quill")
    assert formats("Rosa Quill") == list(SHOWING)
    choose_name_everywhere(rosa, "")
    assert formats("Rosa Quill") == []


def test_those_who_are_asked_are_told_of_a_new_request(cora, commitment, rosa, ines, council, lena) -> None:
    values = {"question": "What now?", "hours": Decimal(1), "rate": Decimal(70)}
    for asked_of, people in (
        ("network", ["Ines Vale", "Rosa Quill"]), ("council", ["Nia"]), ("both", ["Ines Vale", "Nia", "Rosa Quill"]),
    ):  # fmt: skip
        request = ask_advice(cora, commitment, {"asked_of": asked_of, **values})
        told = Notice.unscoped.filter(event="plan_advice_asked", record_number=request.number)
        assert sorted(told.values_list("person__full_name", flat=True)) == people


def test_hours_are_recorded_approved_and_paid_by_three_people(asked, rosa, lena, cora, sia) -> None:
    hours = record_hours(rosa, asked, WORKED)
    assert hours.amount == Decimal("113.25")
    with pytest.raises(Denied):
        move_hours(cora, asked, hours, "approve")
    with pytest.raises(Refused, match="meanwhile"):
        move_hours(sia, asked, hours, "pay", "T-1")
    move_hours(lena, asked, hours, "approve")
    with pytest.raises(Refused) as caught:
        move_hours(sia, asked, hours, "pay", " ")
    assert "words" in caught.value.message_dict
    paid = move_hours(sia, asked, hours, "pay", "T-1")
    assert (paid.state, paid.reference, paid.approved_by_id) == ("paid", "T-1", lena.person_id)


def test_who_approves_does_not_pay_and_nobody_approves_their_own(asked, rosa, sia) -> None:
    hours = record_hours(rosa, asked, WORKED)
    move_hours(sia, asked, hours, "approve")
    with pytest.raises(Refused, match="somebody else pays"):
        move_hours(sia, asked, hours, "pay", "T-1")
    own = record_hours(rosa, asked, {**WORKED, "hours": Decimal(1)})
    Payee.unscoped.filter(paid_hours=own).update(person=sia.person_id)
    with pytest.raises(Refused, match="your own hours"):
        move_hours(sia, asked, own, "approve")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"hours": Decimal("4.25")}, "hours"),
        ({"hours": Decimal("0.3")}, "hours"),
        ({"hours": Decimal(0)}, "hours"),
        ({"worked_on": timezone.localdate() + timedelta(days=2)}, "worked_on"),
    ],
)
def test_hours_that_cannot_be_say_what_to_mend(asked, rosa, values, field) -> None:
    with pytest.raises(Refused) as caught:
        record_hours(rosa, asked, {**WORKED, **values})
    assert list(caught.value.message_dict) == [field]
    assert not PaidHours.unscoped.exists()


def test_returned_hours_count_no_more_and_advisers_keep_their_number(asked, rosa, ines, lena) -> None:
    all_of_it = record_hours(rosa, asked, {**WORKED, "hours": Decimal(4)})
    with pytest.raises(Refused):
        record_hours(rosa, asked, WORKED)
    move_hours(lena, asked, all_of_it, "return", "Two of them were for another request.")
    assert [record_hours(who, asked, WORKED).adviser for who in (rosa, ines)] == [1, 2]


def test_on_screen_from_question_to_payment(as_person, commitment, cora, rosa, lena, sia) -> None:
    sent = {"about": "AC-NONE", "asked_of": "network", "question": "Whom?", "hours": "2", "rate": "80"}
    page = as_person(cora).post("/plan/advice/ask/", sent)
    assert page.status_code == 422
    assert b"Nothing you may see has this number" in page.content
    page = as_person(cora).post("/plan/advice/ask/", {**sent, "about": commitment.number}, follow=True)
    path = page.request["PATH_INFO"]
    as_person(rosa).post(f"{path}give/", {"text": "Ask those who left.", "may_publish": "on"})
    as_person(rosa).post(f"{path}hours/", {"worked_on": "2026-01-05", "hours": "1.5", "did": "Read"})
    hours, advice = PaidHours.unscoped.get(), Advice.unscoped.get()
    as_person(lena).post(f"{path}hours/{hours.pk}/approve/", {"x": "1"})
    as_person(sia).post(f"{path}hours/{hours.pk}/pay/", {"words": "T-9"})
    as_person(cora).post(f"{path}{advice.pk}/became/", {"became": "taken"})
    own = as_person(rosa).get("/plan/own/").content
    assert b"Taken up" in own
    assert b"Paid" in own
    assert b"Rosa Quill" in as_person(sia).get(path).content, "who pays must know whom"
    assert as_person(lena).get(f"/plan/own/{voice(rosa, advice=advice).pk}/").status_code == 404


def test_a_decision_of_a_meeting_may_be_asked_about(as_person, cora, sia, plan, rosa) -> None:
    held = {"title": "Spring", "held_on": date(2026, 3, 1)}
    meeting = add_part(sia, plan, NOUNS["meetings"], held, source="Minutes")
    decided = {"meeting": meeting, "text": "Open a helpline."}
    decision = add_part(sia, plan, NOUNS["decisions"], decided, source="Minutes")
    sent = {"about": f"D-{decision.pk}", "asked_of": "both", "question": "How?", "hours": "2", "rate": "80"}
    page = as_person(cora).post("/plan/advice/ask/", sent, follow=True)
    assert b"Open a helpline." in page.content
    give_advice(rosa, AdviceRequest.unscoped.get(), "Staff it with survivors.")
    assert b"Staff it with survivors." in as_person(cora).get(f"/plan/plans/{plan.number}/").content
