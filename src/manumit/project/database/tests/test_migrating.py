"""Rendering models alone makes the same database, and leaves Django as it was."""

import json
import os
import subprocess
import sys

import pytest
from django.db.migrations.state import ProjectState

from manumit.project.database import migrating


@pytest.mark.slow
def test_it_makes_what_django_makes(database_server) -> None:
    server, passwords = database_server
    asked = json.dumps({"server": server.conninfo, "passwords": dict(passwords)})
    near, alone = (described(way, asked) for way in ("near", "alone"))
    assert len(alone) > 3_000
    assert alone == near


def described(way: str, asked: str) -> list[str]:
    program = "manumit.project.database.tests.described_schema"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", program, way],
        input=asked, capture_output=True, text=True, check=False,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "manumit.project.settings.test"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


def test_afterwards_django_is_as_it_was() -> None:
    before = ProjectState._find_reload_model
    with pytest.raises(ZeroDivisionError):
        fails_while_rendering_alone(before)
    assert ProjectState._find_reload_model is before


def fails_while_rendering_alone(before: object) -> None:
    with migrating.models_alone():
        assert ProjectState._find_reload_model is not before
        raise ZeroDivisionError
