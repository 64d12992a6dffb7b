"""docs/how-to/add-a-module.md tells the truth: its files, as written, are a module that starts and passes its tests."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from manumit.project.database.launcher import Server

from .source import ROOT

FILE = re.compile(r"^`(sightings/[\w/.]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPERATIONS = re.compile(r"^```text\n( {8}NumberSequence.*?)^```$", re.MULTILINE | re.DOTALL)
SETTINGS = """
import manumit.modules
manumit.modules.__path__.append({folder!r})
from manumit.project.settings.test import *
MANUMIT_MODULES = ["manumit.modules.sightings"]
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("manumit.modules.")] + MANUMIT_MODULES
"""
IMPORTS = "from manumit.spine.audit import RequireLeaf\nfrom manumit.spine.records import NumberSequence\n"
DEPENDENCIES = "    dependencies = [\n        ('audit', '0001_initial'),\n        ('records', '0001_initial'),\n"


@pytest.fixture
def module(tmp_path: Path) -> Iterator[Path]:
    """The page's files, written out, with settings that install them alone; their tests' database goes with them."""
    page = (ROOT / "docs" / "how-to" / "add-a-module.md").read_text()
    for name, text in FILE.findall(page):
        path = tmp_path / "modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "modules" / "conftest.py").write_text((ROOT / "conftest.py").read_text())
    (tmp_path / "modules" / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    (tmp_path / "sightings_settings.py").write_text(SETTINGS.format(folder=str(tmp_path / "modules")))
    yield tmp_path
    Server(tmp_path / "modules" / ".manumit-test").throw_away()


def run(module: Path, *words: str) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(module), str(ROOT / "src"), str(ROOT)]),
        "DJANGO_SETTINGS_MODULE": "sightings_settings",
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *words], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def guard(migration: Path) -> None:
    """Do to the migration what the page says."""
    page = (ROOT / "docs" / "how-to" / "add-a-module.md").read_text()
    text = migration.read_text().replace("    dependencies = [\n", DEPENDENCIES)
    head, _, tail = text.rpartition("    ]")
    migration.write_text(IMPORTS + head + OPERATIONS.findall(page)[0] + "    ]" + tail)


def test_the_module_of_the_page_starts_and_passes_its_tests(module) -> None:
    run(module, "-m", "django", "makemigrations", "sightings")
    guard(module / "modules" / "sightings" / "migrations" / "0001_initial.py")
    assert "no issues" in run(module, "-m", "django", "check")
    tests = str(module / "modules" / "sightings" / "tests")
    passed = run(module, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--ds=sightings_settings", tests)
    assert "2 passed" in passed
