"""Notes and checkpoints, against the vectors of Go's `golang.org/x/mod/sumdb/note`, which C2SP's text is taken from."""

import pytest

from manumit.spine.audit.checkpoint import Checkpoint
from manumit.spine.audit.note import BadNote, Signer, Verifier, open_note, sign

PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
NOTE = (
    TEXT
    + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_the_published_note_is_signed_and_opened():
    assert sign(TEXT, [Signer.parse(SECRET)]) == NOTE
    assert open_note(NOTE, [Verifier.parse(PUBLIC)]) == (TEXT, {Verifier.parse(PUBLIC)})


def test_keys_read_back_as_written():
    assert str(Verifier.parse(PUBLIC)) == PUBLIC
    assert Signer.parse(SECRET).secret_line == SECRET
    assert str(Signer.parse(SECRET).verifier) == PUBLIC
    assert SECRET not in repr(Signer.parse(SECRET))


def test_a_changed_text_is_refused():
    with pytest.raises(BadNote, match="does not hold"):
        open_note(NOTE.replace("answer", "anvwer"), [Verifier.parse(PUBLIC)])


def test_no_flipped_bit_leaves_a_note_as_good_as_it_was():
    signers = [Signer.parse(SECRET), Signer.make("next")]
    verifiers = {signer.verifier for signer in signers}
    note = sign(TEXT, signers).encode()
    assert open_note(note.decode(), verifiers) == (TEXT, verifiers)
    for place in range(8 * len(note)):
        flipped = bytearray(note)
        flipped[place // 8] ^= 1 << place % 8
        try:
            found = open_note(flipped.decode(), verifiers)
        except ValueError:
            continue
        assert found != (TEXT, verifiers), f"bit {place % 8} of byte {place // 8}"


def test_signatures_of_strangers_are_ignored():
    assert open_note(NOTE, [Signer.make("stranger").verifier]) == (TEXT, set())


def test_two_keys_sign_one_note():
    both = [Signer.parse(SECRET), Signer.make("next")]
    text, signed = open_note(sign(TEXT, both), [signer.verifier for signer in both])
    assert text == TEXT
    assert signed == {signer.verifier for signer in both}


@pytest.mark.parametrize(
    "broken", ["", "text\n", "text\n\nnot a signature\n", NOTE[:-1], TEXT + "\n— PeterNeumann !\n"]
)
def test_malformed_notes_are_refused(broken):
    with pytest.raises(BadNote):
        open_note(broken, [Verifier.parse(PUBLIC)])


@pytest.mark.parametrize("broken", ["", "a+b", PUBLIC.replace("c74f", "c74e"), "a+00000000+AAAA"])
def test_malformed_keys_are_refused(broken):
    with pytest.raises(BadNote):
        Verifier.parse(broken)
    with pytest.raises(BadNote):
        Signer.parse("PRIVATE+KEY+" + broken)


def test_a_checkpoint_reads_back_as_written():
    checkpoint = Checkpoint("log.example/audit", 7, bytes(range(32)), 1_700_000_000)
    assert Checkpoint.parse(checkpoint.text()) == checkpoint
    assert checkpoint.text().splitlines()[:2] == ["log.example/audit", "7"]


@pytest.mark.parametrize(
    "broken", ["", "o\nx\ny\n", "o\n07\n" + "A" * 43 + "=\n", "o\n7\nAAAA\n", "o\n-1\n" + "A" * 43 + "=\n"]
)
def test_malformed_checkpoints_are_refused(broken):
    with pytest.raises(BadNote):
        Checkpoint.parse(broken)
