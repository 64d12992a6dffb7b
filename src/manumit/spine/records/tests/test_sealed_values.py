"""Sealed values: unreadable in the database, bound to their place, read only after a committed leaf."""

from dataclasses import replace

import pytest
from django.db import connection, connections, transaction

from manumit.spine import audit, records
from manumit.spine.access import Denied, Hidden, allowed
from manumit.spine.audit.models import Entry
from manumit.spine.records import sealed
from manumit.spine.records.actions.erase_sealed import NothingSealed, erase_sealed
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.records.holds import Held
from manumit.spine.records.models import RecordHistory, RecordKey, SealedValue

from .notes import Note
from .notes import note as make_note
from .sealing import SECRET, open_log, rows, seal  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def test_what_is_put_is_read_by_who_may(note, bob) -> None:
    seal(bob, note, SECRET)
    seal(bob, note, {"phone": ["555-0100", 7]})
    assert sealed.read(bob, note, "whereabouts") == {"address": "12 Hidden Lane", "phone": ["555-0100", 7]}
    assert note.version == 3


def test_nothing_of_it_stands_in_the_database_in_clear(note, bob) -> None:
    seal(bob, note, SECRET)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if not table.startswith("procrastinate"):
                cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', ["%Hidden Lane%"])
                assert cursor.fetchone() == (0,), table
    assert RecordHistory.objects.get().changes == {
        "whereabouts.address": {"sealed": True},
        "whereabouts.phone": {"sealed": True},
    }


def test_equal_values_do_not_look_equal(note, bob) -> None:
    seal(bob, note, {"address": "same", "phone": "same"})
    assert len({bytes(row.ciphertext) for row in rows(note)}) == 2


def test_each_read_leaves_its_leaf(note, bob) -> None:
    sealed.read(bob, note, "whereabouts")
    entry = Entry.objects.get(verb="note.read")
    assert (entry.record_id, entry.group_name, entry.person_id) == (note.pk, "whereabouts", bob.person_id)


def test_who_may_not_reads_nothing_and_leaves_no_leaf(note, bob, alice, charlie) -> None:
    seal(bob, note, SECRET)
    with pytest.raises(Denied):
        sealed.read(alice, note, "whereabouts")
    with pytest.raises(Hidden):
        sealed.read(charlie, note, "whereabouts")
    assert not Entry.objects.filter(verb="note.read").exists()


def test_while_the_log_stands_still_nothing_is_read(note, bob, monkeypatch) -> None:
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: False)
    with pytest.raises(sealed.SealedReadsClosed, match="sequencer"):
        sealed.read(bob, note, "whereabouts")
    assert not Entry.objects.filter(verb="note.read").exists()


@pytest.mark.committed
def test_the_leaf_is_committed_before_the_value_is_opened(note, bob, monkeypatch) -> None:
    seal(bob, note, SECRET)
    seen = []

    def watch(*_):
        assert not connection.in_atomic_block
        with connections["owner"].cursor() as other:
            other.execute("SELECT count(*) FROM audit_entry WHERE verb = 'note.read'")
            seen.append(other.fetchone()[0])
        return {}

    monkeypatch.setattr("manumit.spine.records.sealed.reading._latest", watch)
    sealed.read(bob, note, "whereabouts")
    assert seen == [1]


def test_several_are_read_at_once_each_with_its_leaf(note, bob, django_assert_max_num_queries) -> None:
    other = make_note(note.owner)
    seal(bob, note, SECRET)
    seal(bob, other, {"address": "9 Other Road"})
    with django_assert_max_num_queries(8):
        found = sealed.read_many(bob, [(other, "whereabouts"), (note, "whereabouts")])
    assert found == [{"address": "9 Other Road"}, SECRET]
    read = Entry.objects.filter(verb="note.read").order_by("id").values_list("record_id", "group_name")
    assert list(read) == [(other.pk, "whereabouts"), (note.pk, "whereabouts")]


def test_where_one_may_not_be_read_none_is_and_no_leaf_says_so(note, agencies, charlie) -> None:
    theirs, reader = make_note(agencies[1]), replace(charlie, roles=frozenset({"supervisor"}))
    for wanted in ([theirs, note], [note, theirs]):
        with pytest.raises(Hidden):
            sealed.read_many(reader, [(each, "whereabouts") for each in wanted])
    assert not Entry.objects.filter(verb="note.read").exists()
    assert sealed.read_many(reader, [(theirs, "whereabouts")]) == [{}]


def test_where_no_policy_reads_releases_none_are_asked_for(note, bob, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert allowed(bob, "read_whereabouts", note)


def test_none_wanted_none_read(bob) -> None:
    assert sealed.read_many(bob, []) == []


@pytest.mark.committed
def test_a_read_inside_a_transaction_is_refused(note, bob) -> None:
    with transaction.atomic(), pytest.raises(sealed.ReadInsideTransaction):
        sealed.read(bob, note, "whereabouts")


def place(row, **other):
    """Forge: a row with the ciphertext of `row` at another place, as somebody with the owner's role could."""
    same = ("kind", "record_id", "group", "field", "nonce", "ciphertext", "key_id")
    facts = {name: getattr(row, name) for name in same}
    return SealedValue.objects.create(**{**facts, "version": 9, **other})


@pytest.mark.parametrize("moved", [{"version": 2}, {"field": "phone"}, {"field": "phone", "version": 1}])
def test_a_value_moved_within_its_record_does_not_open(note, bob, moved) -> None:
    seal(bob, note, {"address": "12 Hidden Lane"})
    place(rows(note).get(), **moved)
    with pytest.raises(sealed.Tampered, match="altered or moved"):
        sealed.read(bob, note, "whereabouts")


def test_a_value_moved_to_another_record_does_not_open_even_with_its_key(note, bob, agencies) -> None:
    seal(bob, note, {"address": "12 Hidden Lane"})
    other = make_note(agencies[0])
    place(rows(note).get(), record_id=other.pk, version=1)
    with pytest.raises(sealed.Tampered):
        sealed.read(bob, other, "whereabouts")


def test_a_key_moved_to_another_record_does_not_open(note, bob, agencies) -> None:
    seal(bob, note, SECRET)
    other = make_note(agencies[0])
    key = RecordKey.objects.get()
    stolen = RecordKey.objects.create(
        kind="note", record_id=other.pk, wrapped=key.wrapped, wrapping_key_id=key.wrapping_key_id
    )
    place(rows(note).first(), record_id=other.pk, version=1, key_id=stolen.pk)
    with pytest.raises(sealed.Tampered, match="key of"):
        sealed.read(bob, other, "whereabouts")


@pytest.mark.parametrize("part", ["nonce", "ciphertext"])
def test_an_altered_bit_does_not_open(note, bob, part) -> None:
    seal(bob, note, {"address": "12 Hidden Lane"})
    row = rows(note).get()
    bent = bytearray(getattr(row, part))
    bent[0] ^= 1
    setattr(row, part, bytes(bent))
    place(row, version=2, **{})
    with pytest.raises(sealed.Tampered):
        sealed.read(bob, note, "whereabouts")


def test_two_ciphertexts_swapped_do_not_open(note, bob) -> None:
    seal(bob, note, {"address": "a", "phone": "b"})
    first, second = rows(note)
    for row, other in ((first, second), (second, first)):
        place(other, field=row.field, version=2)
    with pytest.raises(sealed.Tampered):
        sealed.read(bob, note, "whereabouts")


def test_a_stale_put_is_refused(note, bob) -> None:
    stale = Note.unscoped.get(pk=note.pk)
    seal(bob, note, SECRET)
    with pytest.raises(records.Conflict):
        seal(bob, stale, SECRET)
    assert rows(note).count() == 2


def test_undeclared_groups_and_fields_name_the_fix(note, bob) -> None:
    with pytest.raises(ValueError, match=r"Kind\(sealed"):
        sealed.put(note, "narrative", {"story": "x"}, bob)
    with pytest.raises(ValueError, match="sealed_fields"):
        sealed.put(note, "whereabouts", {"shoe_size": 7}, bob)
    with pytest.raises(records.NothingToChange):
        sealed.put(note, "whereabouts", {}, bob)


def test_erasing_destroys_the_key_and_later_values_get_another(note, bob) -> None:
    seal(bob, note, SECRET)
    erase_sealed(bob, note, reason="Asked for by the person")
    assert bytes(RecordKey.objects.get().wrapped) == b""
    with pytest.raises(sealed.Erased):
        sealed.read(bob, note, "whereabouts")
    seal(bob, note, {"phone": "555-0101"})
    assert sealed.read(bob, note, "whereabouts") == {"phone": "555-0101"}


def test_erasing_needs_permission_reason_something_sealed_and_no_hold(note, alice, bob) -> None:
    with pytest.raises(NothingSealed):
        erase_sealed(bob, note, reason="x")
    seal(bob, note, SECRET)
    with pytest.raises(Denied):
        erase_sealed(alice, note, reason="x")
    with pytest.raises(ValueError, match="why"):
        erase_sealed(bob, note, reason=" ")
    place_hold(bob, note, reason="Trial pending", authority="Court order 7")
    with pytest.raises(Held, match="Trial pending"):
        erase_sealed(bob, note, reason="x")
