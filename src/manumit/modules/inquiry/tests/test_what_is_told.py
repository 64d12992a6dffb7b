"""Of what fits, only that is told which policy lets the asker read, or whose owner points at it; each guard alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from manumit.modules.inquiry.actions import judging
from manumit.modules.inquiry.actions.ask import ask
from manumit.modules.inquiry.manifest import MANIFEST
from manumit.modules.inquiry.models import Answer, PointerHit
from manumit.spine.access.models import Bar, Release
from manumit.spine.identity.models import Agency
from manumit.spine.records import registry
from manumit.spine.records.askable import Askable, AskedFor, Question, reached
from manumit.spine.records.manifest import Manifest, Pillar
from manumit.spine.records.tests import notes

from .conftest import ASKED, match
from .test_ask_other_agencies import WHY, told


@pytest.fixture
def matched_in(kind, monkeypatch):
    """Let notes answer by another field group than their summary."""

    def by(group: str) -> None:
        askable = Askable("note", "Note", {AskedFor.PHONE: group}, match)
        shown = Manifest("notes", "Notes", "For tests", (Pillar.PREVENTION,), kinds=(kind,), providers=(askable,))
        monkeypatch.setattr(registry, "_manifests", {"inquiry": MANIFEST, "notes": shown})

    return by


def met(actor) -> list[int]:
    """Return the notes of which an actor may learn, whatever they hold."""
    return list(notes.Note.unscoped.filter(reached(notes.KIND, actor, Q())).values_list("pk", flat=True))


def test_of_a_group_they_may_not_read_nothing_is_told_be_the_summary_open(alice, note, held, partner, matched_in):
    friend = partner(alice)
    held("open")
    assert len(told(friend, ask(friend, note, ASKED, because=WHY))) == 1
    matched_in("narrative")
    inquiry = ask(friend, note, ASKED, because=WHY)
    assert told(friend, inquiry) == []
    assert not PointerHit.unscoped.filter(inquiry_id=inquiry.pk).exists(), "open is no pointer"


def test_what_was_released_by_its_summary_alone_is_not_asked_for_by_the_rest(alice, note, held, matched_in):
    holding = held("restricted")
    Release.objects.create(
        kind="note", record_id=holding.pk, agency_id=alice.agency_id, groups=["summary"],
        purposes=["investigation"], authority="Order 7", expires_at=timezone.now() + timedelta(days=1),
    )  # fmt: skip
    assert holding.pk in met(alice)
    matched_in("narrative")
    assert told(alice, ask(alice, note, ASKED, because=WHY)) == []
    assert Answer.unscoped.count() == PointerHit.unscoped.count() == 0


def test_nobody_is_pointed_at_their_own_agency(alice, note, agencies, matched_in):
    notes.note(agencies[0], title=ASKED.value, level="pointer", count=0)
    matched_in("whereabouts")
    assert told(alice, ask(alice, note, ASKED, because=WHY)) == []
    assert PointerHit.unscoped.count() == 0


def test_who_may_not_know_of_a_record_is_told_nothing_whatever_else_they_may_read(
    alice, note, held, partner, matched_in, monkeypatch
):
    friend, decide = partner(alice), judging.decide_many

    def all_but_the_summary(actor, questions):
        decided = zip(questions, decide(actor, questions), strict=True)
        return [replace(each, allowed=action != "read_summary") for (action, _), each in decided]

    held("open")
    matched_in("narrative")
    monkeypatch.setattr(judging, "decide_many", all_but_the_summary)
    ask(friend, note, ASKED, because=WHY)
    assert Answer.unscoped.count() == 0


def test_levels_are_reached_as_their_owner_said(alice, held, partner):
    by_level = {level: held(level).pk for level in ("open", "pointer", "restricted")}
    assert met(alice) == [by_level["pointer"]]
    assert sorted(met(partner(alice))) == sorted([by_level["open"], by_level["pointer"]])
    barred = replace(alice, barred=frozenset({("note", by_level["pointer"])}))
    assert met(barred) == []
    assert met(replace(alice, barred=frozenset({("case", by_level["pointer"])}))) == [by_level["pointer"]]


def test_what_was_asked_is_hidden_from_who_is_barred_since(alice, bob, note, as_person):
    inquiry = ask(alice, note, ASKED, because=WHY)
    for address in (f"/inquiries/{inquiry.number}/", f"/api/v1/inquiry/{inquiry.number}"):
        assert as_person(alice).get(address).status_code == 200
        bar = Bar.objects.create(
            record_kind="note", record_id=note.pk, record_number=note.number, person_id=alice.person_id,
            agency_id=note.owner_id, because="Her brother", set_by_id=bob.person_id,
        )  # fmt: skip
        assert as_person(alice).get(address).status_code == 404
        assert as_person(bob).get(address).status_code == 200
        Bar.objects.filter(pk=bar.pk).delete()


def test_how_much_an_agency_holds_shows_in_nothing_its_pointers_tell(alice, note, held, monkeypatch):
    monkeypatch.setattr(judging, "MOST", 1)
    for _ in range(3):
        held("pointer")
    inquiry = ask(alice, note, ASKED, because=WHY)
    assert (told(alice, inquiry), inquiry.more) == ([("pointer", "")], False)
    assert PointerHit.unscoped.count() == 3, "the owner learns of each"


def test_more_answers_than_are_kept_are_said(alice, note, held, partner, monkeypatch):
    monkeypatch.setattr(judging, "MOST", 1)
    friend = partner(alice)
    held("open"), held("open")
    inquiry = ask(friend, note, ASKED, because=WHY)
    assert (len(told(friend, inquiry)), inquiry.more) == (1, True)


def test_pointers_of_more_agencies_than_are_kept_are_said(alice, note, held, monkeypatch):
    monkeypatch.setattr(judging, "MOST", 1)
    other = Agency.objects.create(name="Third agency", short_name="T", kind="state")
    first, _ = held("pointer"), notes.note(other, title=ASKED.value, level="pointer", count=0)
    inquiry = ask(alice, note, ASKED, because=WHY)
    assert (len(told(alice, inquiry)), inquiry.more) == (1, True)
    assert PointerHit.unscoped.get().agency_id == other.pk != first.owner_id, "the latest is kept"


def test_what_was_released_is_asked_of_each_record_and_of_no_list(alice):
    """A list of all that was released would be read only where something fits, and take the longer the longer it is."""
    found = notes.Note.unscoped.filter(reached(notes.KIND, alice, Q()))
    assert "EXISTS" in str(found.query)
    assert "IN (SELECT" not in str(found.query)


def test_a_pointer_that_the_asker_may_read_is_a_summary_and_no_pointer_besides(alice, note, held, monkeypatch):
    """As where its owner released it: nobody is to be asked for what was given."""
    holding, decide = held("pointer"), judging.decide_many
    monkeypatch.setattr(judging, "decide_many", lambda *asked: [replace(each, allowed=True) for each in decide(*asked)])
    inquiry = ask(alice, note, ASKED, because=WHY)
    assert [row.record_id for row in Answer.unscoped.filter(inquiry=inquiry)] == [holding.pk]
    assert PointerHit.unscoped.count() == 0


def test_what_is_kept_is_the_question_without_space_around_it(alice, note, held):
    holding = held("pointer", title="406 555 0100")
    inquiry = ask(alice, note, replace(ASKED, value="  406 555   0100 "), because=WHY)
    assert inquiry.value == "406 555 0100"
    assert PointerHit.unscoped.get().record_id == holding.pk


def test_telling_of_pointers_is_put_into_the_queue_whether_there_are_any_or_not(alice, note, held):
    inquiries = [ask(alice, note, ASKED, because=WHY)]
    held("pointer")
    inquiries.append(ask(alice, note, ASKED, because=WHY))
    jobs = ProcrastinateJob.objects.filter(task_name__endswith="inquiry.jobs.tell_of_pointers")
    assert [each["inquiry"] for each in jobs.order_by("id").values_list("args", flat=True)] == [
        each.pk for each in inquiries
    ]


def test_a_kind_that_does_not_know_what_is_asked_for_is_not_asked(alice, note, held):
    held("pointer", title="1FTFW1ET5DFC00001")
    assert told(alice, ask(alice, note, Question(AskedFor.VIN, "1FTFW1ET5DFC00001"), because=WHY)) == []
    assert PointerHit.unscoped.count() == 0
