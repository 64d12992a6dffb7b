"""Sealing: order, files, checkpoints, what a crash leaves and what it cannot have left."""

import pytest
from django.db import connections

from manumit.spine import audit
from manumit.spine.audit import keys, merkle
from manumit.spine.audit.checkpoint import Checkpoint
from manumit.spine.audit.evidence import Tampered
from manumit.spine.audit.models import Entry, Leaf
from manumit.spine.audit.note import open_note

pytestmark = pytest.mark.committed


def cut(path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])


def sealed_ids() -> list[int]:
    return list(Leaf.objects.order_by("position").values_list("entry_id", flat=True))


def test_entries_get_their_places_in_id_order(log):
    ids = log.write(5)
    log.seal()
    assert sealed_ids() == ids
    assert list(Leaf.objects.order_by("position").values_list("position", flat=True)) == list(range(5))
    assert log.outside.leaves.path.read_bytes() == b"".join(
        map(bytes, Leaf.objects.order_by("position").values_list("hash", flat=True))
    )


def test_the_checkpoint_signs_the_root_of_the_file(log):
    log.write(5)
    log.seal()
    text, signed_by = open_note(log.outside.latest.read_text(), keys.published(log.outside.directory))
    checkpoint = Checkpoint.parse(text)
    assert signed_by
    assert (checkpoint.size, checkpoint.root) == (5, merkle.root(log.outside.leaves.path.read_bytes()))


def test_a_checkpoint_is_appended_only_when_the_log_grew(log):
    log.write()
    log.seal()
    log.seal()
    assert len(list(log.outside.checkpoints.notes())) == 1
    log.write()
    log.seal()
    assert len(list(log.outside.checkpoints.notes())) == 2


def test_secrets_are_readable_by_their_owner_only(log):
    log.seal()
    assert keys.secret_file(log.home).stat().st_mode & 0o777 == 0o600
    assert log.outside.directory.stat().st_mode & 0o777 == 0o700


def test_a_backlog_is_sealed_in_batches(log, monkeypatch):
    monkeypatch.setattr("manumit.spine.audit.sealing.BATCH", 3)
    ids = log.write(10)
    log.seal()
    assert sealed_ids() == ids
    assert log.verify().first is None


def test_reads_of_sealed_values_are_open_only_while_the_log_is_sealed(log, settings):
    settings.MANUMIT_AUDIT_STALL_SECONDS = 0.4
    assert not audit.sealed_reads_open()
    log.write()
    log.seal()
    assert audit.sealed_reads_open()
    log.write()
    assert audit.sealed_reads_open()
    pause(0.5)
    assert not audit.sealed_reads_open(), "the last heartbeat is older than the limit"


def test_an_entry_left_unsealed_closes_sealed_reads(log, settings):
    settings.MANUMIT_AUDIT_STALL_SECONDS = 0.3
    sequencer = log.seal()
    log.write()
    pause(0.4)
    with connections["sequencer"].cursor() as cursor:
        cursor.execute("UPDATE audit_heartbeat SET beat_at = clock_timestamp()")
    assert not audit.sealed_reads_open()
    assert sequencer.sealed_id == 0


def pause(seconds: float) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [seconds])


def lose_last_leaves(log):
    cut(log.outside.leaves.path, 4 * 32)
    cut(log.outside.checkpoints.path, 0)
    first_checkpoint(log)


def first_checkpoint(log):
    """Sign again what the first four leaves are, as if the kill came before the second checkpoint."""
    signer = keys.signers(log.home)
    checkpoint = Checkpoint(signer[0].name, 4, merkle.root(log.outside.leaves.read(0, 4)))
    log.outside.checkpoints.append(checkpoint.signed(signer))


CRASHES = {
    "killed between database and file": lose_last_leaves,
    "killed within a leaf": lambda log: (
        lose_last_leaves(log),
        append(log, bytes(Leaf.objects.get(position=4).hash)[:7]),
    ),
    "power lost, blank leaves": lambda log: (lose_last_leaves(log), append(log, bytes(32 * 3))),
    "power lost, blank half leaf": lambda log: (lose_last_leaves(log), append(log, bytes(9))),
    "killed within a checkpoint": lambda log: (tear_checkpoint(log),),
    "killed before `latest`": lambda log: log.outside.latest.unlink(),
}


def append(log, content: bytes) -> None:
    with log.outside.leaves.path.open("ab") as file:
        file.write(content)


def tear_checkpoint(log):
    whole = log.outside.checkpoints.path.read_bytes()
    log.outside.checkpoints.path.write_bytes(whole + whole[:90])


@pytest.mark.parametrize("crash", CRASHES)
def test_what_a_crash_leaves_is_healed(log, crash):
    ids = log.write(6)
    log.seal()
    CRASHES[crash](log)
    more = log.write(2)
    log.seal()
    assert sealed_ids() == ids + more
    report = log.verify()
    assert (report.findings, report.entries, report.signed, report.unwritten) == ((), 8, 8, 0)


def flip(path, offset: int) -> None:
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


CHANGE_LAST_LEAF = "UPDATE audit_leaf SET hash = '\\x00' WHERE position = 5"
REFUSALS = {
    "database rolled back": (lambda log: log.as_owner("DELETE FROM audit_leaf WHERE position > 3"), "rolled back"),
    "database emptied": (lambda log: log.as_owner("TRUNCATE audit_entry, audit_leaf"), "rolled back"),
    "a covered leaf outside changed": (lambda log: flip(log.outside.leaves.path, 40), "root"),
    "leaves cut": (lambda log: cut(log.outside.leaves.path, 3 * 32), "cut to 3"),
    "leaves gone": (lambda log: log.outside.leaves.path.unlink(), "gone"),
    "checkpoints gone": (lambda log: log.outside.checkpoints.path.unlink(), "gone"),
    "checkpoint changed": (lambda log: flip(log.outside.checkpoints.path, 3), "does not hold|not signed"),
    "key changed": (lambda log: keys.secret_file(log.home).unlink(), "not signed"),
    "last leaf of the database changed": (lambda log: log.as_owner(CHANGE_LAST_LEAF), "different leaves"),
    "stray bytes after the leaves": (lambda log: append(log, b"stray"), "begin no leaf"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
def test_what_no_crash_leaves_is_refused(log, case):
    log.write(6)
    log.seal()
    tamper, message = REFUSALS[case]
    tamper(log)
    before = log.outside.leaves.path.read_bytes() if log.outside.leaves.path.exists() else None
    log.write()
    with pytest.raises(Tampered, match=message):
        log.seal()
    after = log.outside.leaves.path.read_bytes() if log.outside.leaves.path.exists() else None
    assert before == after, "evidence is never rewritten"


def test_a_leaf_written_by_somebody_else_is_refused(log):
    log.write(2)
    log.seal()
    log.as_owner("INSERT INTO audit_leaf SELECT 2, 999, hash FROM audit_leaf WHERE position = 0")
    with pytest.raises(Tampered, match="no entry"):
        log.seal()


def test_leaves_are_proven_before_they_are_written_late(log):
    ids = log.write(6)
    log.seal()
    lose_last_leaves(log)
    log.as_owner(f"UPDATE audit_entry SET verb = 'case.close' WHERE id = {ids[5]}")
    with pytest.raises(Tampered, match="is not that of its entry"):
        log.seal()


def test_entries_are_never_sealed_twice(log):
    log.write(3)
    log.seal()
    log.seal()
    assert Leaf.objects.count() == Entry.objects.count() == 3
