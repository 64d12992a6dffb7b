"""Each match is answered by its owner's level; what is restricted answers as what does not exist."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from manumit.modules.inquiry import jobs
from manumit.modules.inquiry.actions.ask import ask
from manumit.modules.inquiry.models import Answer, Inquiry, PointerHit
from manumit.modules.inquiry.questions import answers_of, hits_on, list_inquiries, meant
from manumit.spine.access import Denied, Hidden, find
from manumit.spine.access.models import Bar
from manumit.spine.audit.models import Entry
from manumit.spine.records.askable import AskedFor, Question
from manumit.spine.workflow.actions.bar_person import bar_person
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

from .conftest import ASKED

WHY = "Named by the caller"


def told(actor, inquiry) -> list[tuple[str, str]]:
    """How each answer came, and the number it names."""
    return [(each.answered_by, each.number) for each in answers_of(actor, inquiry)]


def test_restricted_and_nothing_are_the_same(alice, note, held):
    nothing = ask(alice, note, ASKED, because=WHY)
    held("restricted")
    restricted = ask(alice, note, ASKED, because=WHY)
    assert told(alice, nothing) == told(alice, restricted) == []
    assert Answer.unscoped.count() == PointerHit.unscoped.count() == 0


def test_the_same_is_written_and_asked_for_restricted_as_for_nothing(alice, note, held):
    def shape() -> list[str]:
        with CaptureQueriesContext(connection) as seen:
            ask(alice, note, ASKED, because=WHY)
        return [query["sql"].split(" ")[0] + str(len(query["sql"]) // 200) for query in seen.captured_queries]

    shape()  # what is prepared once is prepared
    nothing = shape()
    held("restricted")
    assert shape() == nothing


def test_a_pointer_names_the_agency_and_both_sides_are_told(alice, bob, charlie, dora, note, held):
    holding = held("pointer")
    inquiry = ask(alice, note, ASKED, because=WHY)
    assert told(alice, inquiry) == told(bob, inquiry) == [("pointer", "")]
    assert answers_of(alice, inquiry)[0].agency.pk == charlie.agency_id
    (hit,) = hits_on(charlie)
    assert (hit.record_number, hit.inquiry_number) == (holding.number, inquiry.number)
    assert hits_on(alice) == []
    jobs.tell_of_pointers(inquiry=inquiry.pk)
    jobs.tell_of_pointers(inquiry=inquiry.pk)
    notices = {(row.person_id, row.event, row.record_number) for row in Notice.unscoped.all()}
    assert notices == {
        (dora.person_id, "inquiry_met_yours", holding.number), (alice.person_id, "inquiry_points", inquiry.number),
    }  # fmt: skip
    assert Notice.unscoped.count() == 2


def test_two_pointers_of_one_agency_are_one_answer(alice, note, held):
    held("pointer")
    held("pointer")
    inquiry = ask(alice, note, ASKED, because=WHY)
    assert told(alice, inquiry) == [("pointer", "")]
    assert PointerHit.unscoped.count() == 2


def test_open_is_a_summary_for_partners_alone(alice, note, held, partner):
    holding = held("open")
    assert told(alice, ask(alice, note, ASKED, because=WHY)) == []
    friend = partner(alice)
    inquiry = ask(friend, note, ASKED, because=WHY)
    assert told(friend, inquiry) == [("summary", holding.number)]
    read = Entry.objects.filter(kind="note", record_id=holding.pk, verb="inquiry.answer.read").get()
    assert read.person_id == alice.person_id
    type(holding).unscoped.filter(pk=holding.pk).update(level="restricted")
    assert told(friend, inquiry) == []


def test_what_the_owner_never_lets_cross_stays_silent(alice, note, held):
    held("pointer", count=1)
    assert told(alice, ask(alice, note, ASKED, because=WHY)) == []


def test_ones_own_record_answers_with_its_summary(alice, charlie, note, held, agencies):
    mine = held("restricted")
    other = type(note).unscoped.get(pk=mine.pk)
    inquiry = ask(charlie, other, ASKED, because=WHY)
    assert told(charlie, inquiry) == []  # the case for which it is asked is no answer
    again = held("restricted")
    assert told(charlie, ask(charlie, other, ASKED, because=WHY)) == [("summary", again.number)]


def test_who_may_not_ask(alice, charlie, note, held):
    with pytest.raises(Hidden):
        ask(charlie, note, ASKED, because=WHY)
    for barred in (
        replace(alice, agency_kind="service_provider"),
        replace(alice, purpose="records"),
        replace(alice, roles=frozenset({"intake"})),
    ):
        with pytest.raises(Denied):
            ask(barred, note, ASKED, because=WHY)
    assert Inquiry.unscoped.count() == 0


def test_who_has_a_conflict_of_interest_asks_nothing_and_learns_nothing(alice, bob, dora, note, held):
    holding, before = held("pointer"), ask(alice, note, ASKED, because=WHY)
    bar_person(dora, _supervised(holding), person_id=alice.person_id, because="Her brother")
    kept_out = replace(alice, barred=frozenset({("note", holding.pk)}))
    assert told(kept_out, ask(kept_out, note, ASKED, because=WHY)) == []
    assert Bar.objects.count() == 1
    barred = replace(alice, barred=frozenset({("note", note.pk)}))
    with pytest.raises(Hidden):
        ask(barred, note, ASKED, because=WHY)
    assert before.number not in {row.number for row in list_inquiries(barred).rows}
    assert before.number in {row.number for row in list_inquiries(bob).rows}


def _supervised(holding):
    return holding


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (Question("horse"), "asked_for"),
        (Question(AskedFor.PHONE, "555"), "value"),
        (Question(AskedFor.PLATE, "7?K 402"), "value"),
        (Question(AskedFor.VIN, "1FTFW1"), "value"),
        (Question(AskedFor.PHONE, "406 555 0100", state="MT"), "state"),
        (Question(AskedFor.PHONE, "406 555 0100", family_name="Marlow"), "asked_for"),
        (Question(AskedFor.PERSON, family_name="M"), "family_name"),
        (Question(AskedFor.PERSON, "7", family_name="Marlow"), "value"),
        (Question(AskedFor.PERSON, family_name="Marlow", born_from=1776), "born_from"),
        (Question(AskedFor.PERSON, family_name="Marlow", born_from=1990, born_until=1980), "born_until"),
        (Question(AskedFor.PERSON, family_name="Marlow", sex="horse"), "sex"),
    ],
)
def test_a_question_that_describes_nobody_is_refused_by_field(alice, note, question, field):
    with pytest.raises(ValidationError) as refused:
        ask(alice, note, question, because=WHY)
    assert list(refused.value.message_dict) == [field]
    assert Inquiry.unscoped.count() == 0


def test_no_reason_no_inquiry_and_strangers_find_none(alice, charlie, note):
    with pytest.raises(Refused):
        ask(alice, note, ASKED, because=" ")
    inquiry = ask(alice, note, ASKED, because=WHY)
    assert inquiry.purpose == "investigation"
    with pytest.raises(Hidden):
        find(charlie, "read_summary", "inquiry", inquiry.number)
    assert list_inquiries(charlie).rows == []
    assert find(alice, "read_summary", "inquiry", inquiry.number).value == "406 555 0100"


def test_the_holder_finds_what_an_inquiry_met_by_its_number(alice, bob, charlie, dora, held, note) -> None:
    record = held("pointer")
    made = ask(alice, note, ASKED, because=WHY)
    assert meant(dora, alice.agency_id, made.number) == [("note", record.number)]
    assert meant(dora, charlie.agency_id, made.number) == []
    assert meant(bob, alice.agency_id, made.number) == []
