"""What is installed is what was declared: locks carry hashes and no address, and agree with pyproject.toml."""

import re
import tomllib

import pytest

from .source import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


def test_there_are_locks() -> None:
    assert {lock.stem for lock in LOCKS} >= {"runtime", "test"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_address(lock) -> None:
    found = re.findall(r"\S*://\S+|--(?:extra-)?index-url.*|--find-links.*", lock.read_text())
    assert not found, f"{lock.name} holds addresses; export it with --no-emit-index-url: {found[:3]}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_locked_version_has_a_hash(lock) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text())
    bare = [block.split()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block]
    assert not bare, f"{lock.name} holds versions without a hash: {bare}"


def test_the_runtime_list_is_that_of_pyproject() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    lines = (ROOT / "requirements" / "runtime.in").read_text().splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    assert [_plain(name) for name in declared] == [_plain(name) for name in listed]


def _plain(requirement: str) -> str:
    return re.sub(r"[\s\"']", "", requirement)
