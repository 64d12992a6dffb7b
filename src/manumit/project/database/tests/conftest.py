"""Embedded servers of their own for tests that kill them."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from manumit.project.database import tuning
from manumit.project.database.launcher import Server


@pytest.fixture(scope="module")
def made_home() -> Iterator[Path]:
    """A home whose server was started once; made once for all tests of a module, since initdb takes seconds."""
    yield from _home("manumit-db-")


@pytest.fixture
def empty_home() -> Iterator[Path]:
    """A home in which nothing was started yet."""
    yield from _home("manumit-new-")


@pytest.fixture
def server(made_home: Path) -> Iterator[Server]:
    """A server, running, that a test may kill."""
    running = Server(made_home, tuning.for_tests()).start()
    yield running
    running.start().stop()


def _home(prefix: str) -> Iterator[Path]:
    home = Path(tempfile.mkdtemp(prefix=prefix))
    home.chmod(0o755)
    yield home
    Server(home).throw_away()
    shutil.rmtree(home)
