"""The keys that wrap the keys of sealed groups: made once, never made anew, rotated, retired."""

import base64
import json

import pytest

from manumit.spine.audit.models import Entry
from manumit.spine.records import sealed
from manumit.spine.records.models import RecordKey
from manumit.spine.records.sealed import rotating, wrapping_keys

from .notes import note as make_note
from .sealing import SECRET, open_log, rows, seal  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def key_file(monkeypatch, settings, tmp_path):
    monkeypatch.delenv("MANUMIT_SEAL_KEY")
    settings.MANUMIT_HOME = tmp_path
    return tmp_path / "secrets" / "seal"


def test_the_first_value_makes_the_key_file_for_its_owner_only(note, bob, key_file) -> None:
    seal(bob, note, SECRET)
    assert key_file.stat().st_mode & 0o777 == 0o600
    assert key_file.parent.stat().st_mode & 0o777 == 0o700
    assert sealed.read(bob, note, "whereabouts")["address"] == "12 Hidden Lane"


def test_a_lost_key_file_is_told_and_never_made_anew(note, bob, key_file) -> None:
    seal(bob, note, SECRET)
    key_file.unlink()
    with pytest.raises(sealed.KeyMissing, match="put it back"):
        sealed.read(bob, note, "whereabouts")
    with pytest.raises(sealed.KeyMissing):
        seal(bob, note, {"phone": "1"})
    assert not key_file.exists()


def test_rotation_rewraps_every_key_and_touches_no_value(note, bob, key_file) -> None:
    seal(bob, note, SECRET)
    before, old = list(rows(note).values()), list(wrapping_keys.load())
    done = rotating.rotate()
    assert (done.rewrapped, RecordKey.objects.get().wrapping_key_id) == (1, done.current)
    assert done.current not in old
    assert list(rows(note).values()) == before
    assert sealed.read(bob, note, "whereabouts")["address"] == "12 Hidden Lane"
    assert json.loads(Entry.objects.get(verb="keys.rotate").detail) == {"keys": 1, "to": done.current}


def test_old_keys_are_retired_but_not_the_one_before(note, bob, key_file) -> None:
    seal(bob, note, SECRET)
    first = next(iter(wrapping_keys.load()))
    assert rotating.rotate(retire=True).retired == ()
    assert rotating.rotate(retire=True).retired == (first,)
    assert len(wrapping_keys.load()) == 2
    assert sealed.read(bob, note, "whereabouts")


def test_a_rotation_cut_short_is_finished_with_the_same_key(note, bob, key_file, agencies, monkeypatch) -> None:
    monkeypatch.setattr(rotating, "BATCH", 1)
    seal(bob, note, SECRET)
    seal(bob, make_note(agencies[0]), SECRET)
    batch, calls = rotating._rewrap_batch, []

    def dies(*args):
        if calls:
            raise KeyboardInterrupt
        return calls.append(1) or batch(*args)

    monkeypatch.setattr(rotating, "_rewrap_batch", dies)
    with pytest.raises(KeyboardInterrupt):
        rotating.rotate()
    monkeypatch.setattr(rotating, "_rewrap_batch", batch)
    begun = next(iter(wrapping_keys.load()))
    done = rotating.rotate()
    assert (done.current, done.rewrapped) == (begun, 1)


def test_keys_of_the_environment_are_rotated_to_the_first(note, bob, monkeypatch, wrapping_key) -> None:
    seal(bob, note, SECRET)
    new = base64.b64encode(bytes(reversed(wrapping_key))).decode()
    monkeypatch.setenv("MANUMIT_SEAL_KEY", f"{new},{base64.b64encode(wrapping_key).decode()}")
    assert rotating.rotate(retire=True).rewrapped == 1
    monkeypatch.setenv("MANUMIT_SEAL_KEY", new)
    assert sealed.read(bob, note, "whereabouts")["address"] == "12 Hidden Lane"


@pytest.mark.parametrize("bad", ["short", base64.b64encode(b"16 bytes of key.").decode(), "!!!"])
def test_what_is_no_key_is_refused(monkeypatch, bad) -> None:
    monkeypatch.setenv("MANUMIT_SEAL_KEY", bad)
    with pytest.raises(ValueError):  # noqa: PT011 - base64 and length each say it their way
        wrapping_keys.load()
