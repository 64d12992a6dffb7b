"""A proof convinces somebody who has RFC 9162, a public key, and nothing of ours."""

import hashlib
import json
from argparse import Namespace

import pytest

from manumit.spine.audit import merkle
from manumit.spine.audit.commands import proof as command
from manumit.spine.audit.note import Verifier, open_note

pytestmark = pytest.mark.committed


def shown(capsys, entry_id: int, since: int | None = None) -> dict:
    assert command.run(Namespace(entry_id=entry_id, since=since)) == 0
    return json.loads(capsys.readouterr().out)


def test_each_entry_is_proven_under_the_signed_root(log, capsys):
    ids = log.write(7)
    log.seal()
    for index, entry_id in enumerate(ids):
        proof = shown(capsys, entry_id)
        leaf = hashlib.sha256(b"\x00" + proof["line"].encode()).digest()
        path = [bytes.fromhex(node) for node in proof["inclusion_path"]]
        merkle.verify_inclusion(leaf, proof["leaf_index"], proof["tree_size"], path, bytes.fromhex(proof["root_hash"]))
        assert (proof["leaf_index"], proof["line"].split("\t")[2]) == (index, str(entry_id))
        text, signed_by = open_note(proof["checkpoint"], map(Verifier.parse, proof["keys"]))
        assert signed_by
        assert text.splitlines()[1] == str(proof["tree_size"])


def test_the_log_is_proven_to_have_only_grown(log, capsys):
    ids = log.write(3)
    log.seal()
    earlier = shown(capsys, ids[0])
    log.write(4)
    log.seal()
    later = shown(capsys, ids[0], since=3)
    assert later["consistency"]["root_hash"] == earlier["root_hash"]
    path = [bytes.fromhex(node) for node in later["consistency"]["path"]]
    merkle.verify_consistency(3, 7, path, bytes.fromhex(earlier["root_hash"]), bytes.fromhex(later["root_hash"]))


def test_the_line_is_the_documented_one(log, capsys):
    (entry_id,) = log.write(1)
    log.seal()
    fields = shown(capsys, entry_id)["line"].split("\t")
    assert fields[0] == "1"
    assert fields[4:11] == ["7", "3", "investigation", "case.open", "case", "0", ""]
    assert fields[11] == r'{"n":0,"said":"tab\\there\\\\"}'
    assert len(fields[3]) == len("2026-01-31T23:59:59.000001Z")


@pytest.mark.parametrize(("since", "reason"), [(None, "no checkpoint"), (9, "precedes")])
def test_what_cannot_be_proven_is_refused(log, capsys, since, reason):
    (entry_id,) = log.write(1)
    log.seal()
    assert command.run(Namespace(entry_id=entry_id if since else entry_id + 1, since=since)) == 1
    assert reason in capsys.readouterr().err


def test_a_changed_entry_is_not_proven(log, capsys):
    (entry_id,) = log.write(1)
    log.seal()
    log.as_owner("UPDATE audit_entry SET verb = 'x'")
    assert command.run(Namespace(entry_id=entry_id, since=None)) == 1
    assert "no longer gives the leaf" in capsys.readouterr().err
