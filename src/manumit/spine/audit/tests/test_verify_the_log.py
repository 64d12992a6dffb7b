"""Every way of rewriting is found, and its first place named."""

import pytest

from manumit.spine.audit.models import Leaf

pytestmark = pytest.mark.committed

COLUMNS = {
    "txid": "'12345'",
    "at": "at + interval '1 microsecond'",
    "person_id": "NULL",
    "agency_id": "agency_id + 1",
    "purpose": "'audit'",
    "verb": "verb || ' '",
    "kind": "''",
    "record_id": "0",
    "group_name": "'people'",
    "detail": "replace(detail, 'there', 'where')",
}


@pytest.fixture
def ids(log) -> list[int]:
    ids = log.write(6)
    log.seal()
    return ids


def test_a_whole_log_verifies(log, ids):
    report = log.verify()
    assert report.as_json() | {"seconds": 0} == {
        "ok": True, "entries": 6, "checkpoints": 1, "signed": 6, "unwritten": 0, "unsealed": 0,
        "first": None, "findings": [], "seconds": 0,
    }  # fmt: skip


def test_entries_not_sealed_yet_are_counted(log, ids):
    log.write(2)
    report = log.verify()
    assert (report.findings, report.entries, report.unsealed) == ((), 6, 2)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_of_any_column_is_found(log, ids, column):
    log.as_owner(f"UPDATE audit_entry SET {column} = {COLUMNS[column]} WHERE id = {ids[3]}")
    first = log.verify().first
    assert (first.part, first.position, first.entry_id) == ("entry", 3, ids[3])
    assert "changed" in first.what


def found(log, *statements: str) -> tuple[str, int | None, int | None]:
    log.as_owner(*statements)
    first = log.verify().first
    return first.part, first.position, first.entry_id


def test_an_entry_with_another_id_is_found(log, ids):
    assert found(log, f"UPDATE audit_entry SET id = 900 WHERE id = {ids[3]}") == ("entry", 3, ids[3])


def test_a_deleted_entry_is_found(log, ids):
    assert found(log, f"DELETE FROM audit_entry WHERE id = {ids[2]}") == ("entry", 2, ids[2])


def test_the_deleted_last_entry_is_found(log, ids):
    assert found(log, f"DELETE FROM audit_entry WHERE id = {ids[5]}") == ("entry", 5, ids[5])


def test_a_deleted_leaf_is_found(log, ids):
    assert found(log, "DELETE FROM audit_leaf WHERE position = 2") == ("leaf", 2, ids[2])


def test_an_entry_deleted_with_its_leaf_is_found(log, ids):
    part, position, _ = found(
        log, f"DELETE FROM audit_entry WHERE id = {ids[2]}", "DELETE FROM audit_leaf WHERE position = 2"
    )
    assert (part, position) == ("leaf", 2)


def test_positions_closed_over_a_deletion_are_found(log, ids):
    _, position, _ = found(
        log,
        f"DELETE FROM audit_entry WHERE id = {ids[2]}",
        "DELETE FROM audit_leaf WHERE position = 2",
        *(f"UPDATE audit_leaf SET position = {at - 1} WHERE position = {at}" for at in (3, 4, 5)),
    )
    assert position == 2


def test_a_rolled_back_database_is_found(log, ids):
    part, position, _ = found(
        log, f"DELETE FROM audit_entry WHERE id >= {ids[4]}", "DELETE FROM audit_leaf WHERE position >= 4"
    )
    assert (part, position) == ("leaf", 4)


def test_an_emptied_database_is_found(log, ids):
    assert found(log, "TRUNCATE audit_entry, audit_leaf")[:2] == ("leaf", 0)


def test_an_inserted_entry_is_found(log, ids):
    columns = "at, person_id, agency_id, purpose, verb, kind, record_id, group_name, detail"
    copy = f"INSERT INTO audit_entry SELECT txid, {{}}, {columns}"
    move = f"UPDATE audit_entry SET id = -id WHERE id = {ids[2]}"
    assert found(log, move, copy.format(ids[2]) + f" FROM audit_entry WHERE id = {ids[3]}")[1:] == (0, -ids[2])


def test_an_entry_beyond_the_ids_drawn_is_found(log, ids):
    columns = "id, purpose, verb, kind, group_name, detail"
    part, _, entry_id = found(log, f"INSERT INTO audit_entry ({columns}) VALUES ({ids[5] + 100}, '', 'x', '', '', '')")
    assert (part, entry_id) == ("entry", ids[5] + 100)


def test_exchanged_entries_are_found(log, ids):
    one, two = ids[1], ids[4]
    steps = [f"UPDATE audit_entry SET id = {new} WHERE id = {old}" for old, new in ((one, 0), (two, one), (0, two))]
    assert found(log, *steps) == ("entry", 1, one)


def test_exchanged_leaves_are_found(log, ids):
    steps = [
        f"UPDATE audit_leaf SET position = {new} WHERE position = {old}" for old, new in ((1, -1), (4, 1), (-1, 4))
    ]
    assert found(log, *steps) == ("leaf", 1, ids[1])


def test_an_entry_rewritten_with_its_leaf_is_found(log, ids):
    log.as_owner(
        f"UPDATE audit_entry SET verb = 'case.close' WHERE id = {ids[3]}", "DELETE FROM audit_leaf WHERE position >= 3"
    )
    keep = log.outside.leaves.path.read_bytes()
    log.outside.leaves.path.write_bytes(keep[: 3 * 32])
    notes = log.outside.checkpoints.path.read_bytes()
    log.outside.checkpoints.path.write_bytes(b"")
    from .test_sequence_the_log import first_checkpoint  # the forger signs with a key of the install

    log.outside.leaves.path.write_bytes(keep[: 4 * 32])
    first_checkpoint(log)
    log.outside.leaves.path.write_bytes(keep)
    log.outside.checkpoints.path.write_bytes(notes)
    first = log.verify().first
    assert (first.part, first.position) == ("leaf", 3)


@pytest.mark.parametrize("part", ["leaves", "checkpoints", "latest", "keys"])
def test_a_file_outside_that_is_gone_or_changed_is_found(log, ids, part):
    path = log.outside.directory / part
    whole = path.read_bytes()
    path.write_bytes(whole[:70] + bytes([whole[70] ^ 1]) + whole[71:])
    assert log.verify().findings
    path.write_bytes(b"")
    assert log.verify().findings
    path.write_bytes(whole)
    assert not log.verify().findings


def test_a_changed_leaf_outside_names_its_position(log, ids):
    content = bytearray(log.outside.leaves.path.read_bytes())
    content[4 * 32] ^= 1
    log.outside.leaves.path.write_bytes(content)
    report = log.verify()
    assert (report.first.part, report.first.position, report.first.entry_id) == ("outside leaves", 4, ids[4])
    assert "root" in report.findings[1].what


def test_a_witness_finds_a_rollback_of_everything(log, ids):
    before = {name: (log.outside.directory / name).read_bytes() for name in ("leaves", "checkpoints", "latest")}
    log.write(2)
    log.seal()
    witnessed = log.outside.latest.read_text()
    log.as_owner(f"DELETE FROM audit_entry WHERE id > {ids[5]}", "DELETE FROM audit_leaf WHERE position > 5")
    for name, content in before.items():
        (log.outside.directory / name).write_bytes(content)
    assert not log.verify().findings, "nothing on this machine can tell"
    assert "cut to 6, but 8 were signed" in str(log.verify(witnessed=[witnessed]).first)


def test_verifying_beside_a_running_sequencer_does_no_harm(log, ids):
    log.write(2)
    leaves = log.outside.leaves.path.read_bytes()
    log.seal()
    log.outside.leaves.path.write_bytes(leaves)
    log.outside.checkpoints.cut(len(log.outside.checkpoints.last()) + 1)
    log.outside.latest.write_text(log.outside.checkpoints.last())
    report = log.verify()
    assert (report.findings, report.unwritten) == ((), 2)
    assert Leaf.objects.count() == 8
