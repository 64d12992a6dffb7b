"""A record is found from its commit on and gone with what may no longer be matched; the files come after."""

import hashlib
import random

import pytest

from manumit.linkage import CONTACT, Model
from manumit.spine.matching import indexing
from manumit.spine.matching.asking import Question, search, search_all
from manumit.spine.matching.models import MatchEntry, MatchIndex, MatchModel, PendingChange
from manumit.spine.records.actions.delete_record import delete_record
from manumit.spine.records.tests.notes import Note

from .conftest import edit_note

pytestmark = pytest.mark.django_db
ASKED = Question("contact", "phone", {"phones": ["505-555-0123"]})


def found() -> list[int]:
    """Which notes have the number, as any process would find them now."""
    return [each.key.record_id for each in search_all(ASKED, least=5_000)]


@pytest.mark.parametrize("taken_in", [False, True])
def test_a_record_is_found_from_its_commit_and_gone_with_each_end(alice, numbered, taken_in) -> None:
    note, other = numbered("505-555-0123"), numbered("505-555-0188")
    if taken_in:
        indexing.take_in("contact")
    assert found() == [note.pk]
    edit_note(alice, other, title="505-555-0123")
    assert found() == [note.pk, other.pk]
    edit_note(alice, note, title="505-555-0199")
    assert found() == [other.pk]
    delete_record(None, other, authority="A test")
    assert found() == []


def test_what_was_taken_in_is_noted_no_more_and_answers_the_same(alice, numbered) -> None:
    notes = [numbered(f"505-555-01{place:02}") for place in range(20)]
    before = search_all(ASKED, 20)
    assert indexing.take_in("contact") == 40  # each note was made, and edited once; all were there at the beginning
    assert not PendingChange.objects.exists()
    assert search_all(ASKED, 20) == before
    assert len(indexing.opened(indexing.standing("contact"))) == len(notes)


def test_any_way_of_changes_leaves_the_index_that_a_build_makes(alice, numbered, agencies) -> None:
    drawing = random.Random(3)
    notes = [numbered(f"505-555-01{place:02}") for place in range(12)]
    for _ in range(60):
        note = drawing.choice(notes)
        number = f"505-555-01{drawing.randrange(40):02}"
        if number != note.title and Note.unscoped.filter(pk=note.pk).exists():
            edit_note(alice, note, title=number)
        if drawing.random() < 0.3:
            indexing.take_in("contact", most=drawing.randrange(1, 9))
        if drawing.random() < 0.1:
            delete_record(None, gone := notes.pop(), authority="A test")
            assert gone.pk not in {each.key.record_id for each in search_all(ASKED, 50)}
    grown = search_all(ASKED, 50)
    while indexing.take_in("contact"):
        continue
    assert sorted(indexing.opened(indexing.standing("contact")).ids()) == sorted(
        MatchEntry.objects.values_list("key", flat=True)
    )
    assert indexing.build("contact") == len(notes)
    assert search_all(ASKED, 50) == grown


def test_a_writer_killed_between_files_and_database_leaves_nothing_behind(alice, numbered, monkeypatch) -> None:
    """Killed after the files were written, before the note was struck: what went meanwhile still goes."""
    note = numbered("505-555-0123")
    with monkeypatch.context() as killing:
        killing.setattr(indexing, "_write", _then_die(indexing._write))
        with pytest.raises(KeyboardInterrupt):
            indexing.take_in("contact")
    edit_note(alice, note, title="")
    assert found() == []
    while indexing.take_in("contact"):
        continue
    assert found() == []
    assert list(indexing.opened(indexing.standing("contact")).ids()) == []


def test_a_build_under_other_weights_answers_with_them_and_keeps_the_old(numbered) -> None:
    numbered("505-555-0123")
    (before,) = search_all(ASKED)
    other = Model.starting(CONTACT).with_chances(Model.starting(CONTACT).chances, -1, "otherwise")
    indexing.build("contact", other)
    (after,) = search_all(ASKED)
    assert (before.model, after.model) == (Model.starting(CONTACT).version, other.version)
    assert indexing.weights.of_version(before.model) == Model.starting(CONTACT)


def test_charlie_finds_his_own_and_nothing_that_he_may_not_see_changes_it(alice, charlie, numbered) -> None:
    mine = numbered("505-555-0132", of=1)
    alone = search(charlie, ASKED)
    hidden = [numbered("505-555-0123") for _ in range(30)]
    assert search(charlie, ASKED, 1) == alone[:1]
    indexing.take_in("contact", most=1000)
    assert search(charlie, ASKED) == alone
    assert [each.key.record_id for each in alone] == [mine.pk]
    assert {each.key.record_id for each in search(alice, ASKED, 50)} == {note.pk for note in hidden}


def _then_die(act):
    def acting(*given):
        act(*given)
        raise KeyboardInterrupt

    return acting


def test_an_index_under_weights_of_an_older_product_is_begun_again(alice, numbered) -> None:
    note = numbered("505-555-0123")
    indexing.build("contact")
    old = indexing.standing("contact")
    text = bytes(old.model.text).replace(b'"comparisons":', b'"comparisons":1')
    version = hashlib.sha256(text).hexdigest()
    older = MatchModel.objects.create(profile="contact", version=version, text=text, made_from="An older product")
    MatchIndex.objects.filter(pk=old.pk).update(model=older)
    assert not indexing.weights.understood(version)
    assert found() == [note.pk]
    assert indexing.weights.to_explain("contact", version) == Model.starting(CONTACT)
    indexing.catch_up("contact")
    assert found() == [note.pk]
    assert indexing.standing("contact").generation != old.generation
    assert MatchModel.objects.filter(version=version).exists(), "what was shown under it must stay explainable"
