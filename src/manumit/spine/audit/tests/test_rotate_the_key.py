"""A signing key gives way to the next, vouched for by a checkpoint both have signed."""

import pytest

from manumit.spine.audit import keys
from manumit.spine.audit.note import BadNote, Signer

pytestmark = pytest.mark.committed


def test_the_old_key_vouches_for_the_new_one(log):
    log.write()
    log.seal()
    old = keys.signers(log.home)[0].verifier
    new = keys.begin_rotation(log.home)
    log.write()
    log.seal()
    log.write()
    log.seal()
    assert [key.verifier for key in keys.signers(log.home)] == [new]
    assert keys.published(log.outside.directory) == [old, new]
    assert log.verify(key=new).findings == ()
    assert "not by" in str(log.verify(key=old).first)


def test_a_key_nobody_vouched_for_is_not_believed(log):
    log.write()
    log.seal()
    stranger = Signer.make(keys.signers(log.home)[0].name)
    keys.secret_file(log.home).write_text(stranger.secret_line + "\n")
    keys.publish(log.outside.directory, [stranger])
    log.write()
    checkpoint = log.outside.checkpoints.last()
    forged = checkpoint[: checkpoint.index("\n\n") + 2] + stranger.signature_line(
        checkpoint[: checkpoint.index("\n\n") + 1].encode()
    )
    log.outside.checkpoints.append(forged)
    assert "not signed by" in str(log.verify().first)


def test_one_rotation_at_a_time(log):
    keys.begin_rotation(log.home)
    with pytest.raises(BadNote, match="under way"):
        keys.begin_rotation(log.home)


def test_a_key_from_the_environment_is_never_written_down(log, monkeypatch):
    signer = Signer.make("manumit/audit/given")
    monkeypatch.setenv(keys.VARIABLE, signer.secret_line)
    assert keys.signers(log.home) == [signer]
    assert not keys.secret_file(log.home).exists()
    with pytest.raises(BadNote, match="second line"):
        keys.begin_rotation(log.home)
    monkeypatch.setenv(keys.VARIABLE, " ")
    with pytest.raises(BadNote, match="no signing key"):
        keys.signers(log.home)


def test_rotation_by_environment(log, monkeypatch):
    one, two = Signer.make("manumit/audit/given"), Signer.make("manumit/audit/given")
    for lines in ([one], [one, two], [two]):
        monkeypatch.setenv(keys.VARIABLE, "\n".join(signer.secret_line for signer in lines))
        log.write()
        log.seal()
    assert log.verify(key=two.verifier).findings == ()
