"""A bar keeps one person from one record: in decisions, lists, counts and what stands beside; and nobody else."""

from dataclasses import replace

import pytest

from manumit.spine.access import Denied, Hidden, find, require
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership
from manumit.spine.records.tests import notes
from manumit.spine.workflow.actions.bar_person import bar_person
from manumit.spine.workflow.actions.lift_bar import lift_bar
from manumit.spine.workflow.actions.write_note import write_note
from manumit.spine.workflow.models import Note as WorkNote
from manumit.spine.workflow.refusing import Refused


def again(actor):
    """The actor as their next request loads them."""
    return replace(actor, barred=actor_for(_member(actor).pk, actor.purpose).barred)


def _member(actor) -> Membership:
    row, _ = Membership.objects.get_or_create(
        person_id=actor.person_id, agency_id=actor.agency_id, defaults={"roles": sorted(actor.roles)}
    )
    return row


def test_a_barred_person_finds_nothing_and_their_colleague_all(note, alice, bob):
    write_note(alice, note, text="Seen at the depot", source="")
    bar = bar_person(bob, note, person_id=alice.person_id, because="Her brother")
    alice = again(alice)
    model = type(note)
    assert list(model.objects.visible_to(alice)) == []
    assert model.objects.page(alice).rows == []
    assert model.objects.count_visible(alice).value == 0
    assert WorkNote.objects.visible_to(alice).count() == 0
    with pytest.raises(Hidden):
        find(alice, "read_summary", "note", note.number)
    with pytest.raises(Hidden):
        require(alice, "edit", note)
    assert find(again(bob), "read_summary", "note", note.number) == note
    lift_bar(bob, note, bar.pk, because="He moved away")
    assert find(again(alice), "read_summary", "note", note.number) == note


def test_only_a_supervisor_bars_and_never_twice(note, alice, bob, charlie):
    with pytest.raises(Denied):
        bar_person(alice, note, person_id=bob.person_id, because="A quarrel")
    with pytest.raises(Hidden):
        bar_person(charlie, note, person_id=bob.person_id, because="A quarrel")
    with pytest.raises(Refused):
        bar_person(bob, note, person_id=alice.person_id, because=" ")
    bar = bar_person(bob, note, person_id=bob.person_id, because="My cousin")
    with pytest.raises(Hidden):
        lift_bar(again(bob), note, bar.pk, because="Never mind")
    with pytest.raises(Refused):
        bar_person(bob, note, person_id=bob.person_id, because="Once more")
    with pytest.raises(Refused, match="why"):
        lift_bar(bob, note, bar.pk, because=" ")
    lift_bar(bob, note, bar.pk, because="In error")
    with pytest.raises(Refused):
        lift_bar(bob, note, bar.pk, because="Again")


def test_a_bar_is_lifted_on_its_own_record_alone(note, alice, bob, agencies):
    """Whoever supervises one record lifts no bar of another by its id."""
    other = notes.note(agencies[0], title="Another")
    bar = bar_person(bob, note, person_id=alice.person_id, because="Her brother")
    with pytest.raises(Refused):
        lift_bar(bob, other, bar.pk, because="He moved away")
    assert again(alice).barred == frozenset({("note", note.pk)})


def test_a_bar_from_a_record_of_another_kind_with_the_same_id_hides_nothing(note, alice):
    barred = replace(alice, barred=frozenset({("case", note.pk)}))
    assert list(type(note).objects.visible_to(barred)) == [note]
    assert find(barred, "read_summary", "note", note.number) == note
