"""A module can go: without its folder and its line in settings the product still starts and the rest still works.

Running all the rest once a module would take longer than all other tests together. So each module's absence is asked
where it would show: the system's checks with every address, the migrations, the imports of the project's tests (those
of spine and modules name no other module: the import contract holds for them too), and the tests of what is left that
open pages or ask for what other modules provide.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from manumit.project.database.launcher import Server

from .source import PACKAGE, ROOT

MODULES = sorted(path.parent.name for path in (PACKAGE / "modules").glob("*/apps.py"))
LEFT_OUT = shutil.ignore_patterns("node_modules")
"""What is compiled already comes along: compiling the product anew for every module took half of the time."""
ASKS_OTHERS = r"\bproviders\(|registry\.|as_person\(\w+\)\.get\(\"/\"|test_pages_load"
"""What a test does that would notice a provider's absence: it asks the registry, or opens home or a module's pages."""


def product(folder: Path, gone: list[str]) -> Path:
    """Return a copy of the product in `folder` from which the modules `gone` were removed."""
    for name in ("src", "requirements", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "conftest.py", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    settings = folder / "src/manumit/project/settings/base.py"
    for module in gone:
        shutil.rmtree(folder / "src/manumit/modules" / module)
        text = settings.read_text()
        settings.write_text(re.sub(rf'"manumit\.modules\.{module}",?\s*', "", text))
        assert settings.read_text() != text, f"settings/base.py does not list {module}"
    return folder


@pytest.fixture(params=MODULES)
def product_without(request, tmp_path: Path) -> Iterator[Path]:
    """The product without one module; the database its tests started goes with it."""
    yield product(tmp_path, [request.param])
    Server(tmp_path / ".manumit-test").throw_away()


def test_the_rest_stands_without_it(product_without: Path) -> None:
    found = re.compile(ASKS_OTHERS)
    asking = [str(path) for path in sorted(product_without.rglob("test_*.py")) if found.search(path.read_text())]
    assert asking, "no test asks the registry any more: ASKS_OTHERS is out of date"
    (product_without / f"{ONLY}.py").write_text(CHOOSES.format(asks=ASKS_OTHERS))
    told = run(product_without, *PYTEST, "-x", "-p", ONLY, "src/manumit/project", *asking)
    assert re.search(r"[1-9]\d* passed, \d{3,} deselected", told), told[-500:]


ONLY = "only_who_asks"
CHOOSES = '''
import inspect
import re
import pytest
from django.core.management import call_command

ASKS = re.compile({asks!r})

def asks(item):
    """Whether the test asks others, or what its file has beside the tests does."""
    text = inspect.getsource(item.module)
    for name, test in inspect.getmembers(item.module, inspect.isfunction):
        if name.startswith("test_") and test.__module__ == item.module.__name__:
            text = text.replace(inspect.getsource(test), "")
    return ASKS.search(text) or ASKS.search(inspect.getsource(item.obj))

def pytest_collection_modifyitems(config, items):
    chosen = [item for item in items if asks(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen

@pytest.fixture(scope="session", autouse=True)
def it_stands(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("check", fail_level="WARNING")
        call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
'''
"""The project's tests are collected, so that their imports are tried; of all, those that ask for others are run."""
PYTEST = (
    "-m",
    "pytest",
    "-q",
    "-p",
    "pytest_django.plugin",
    "-m",
    "not browser and not slow",
    "-p",
    "no:cacheprovider",
)


def run(folder: Path, *words: str) -> str:
    """Run Python in the copy, and return what it printed; it must succeed."""
    settings = {"DJANGO_SETTINGS_MODULE": "manumit.project.settings.test", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment = os.environ | settings | {"PYTHONPATH": f"{folder / 'src'}{os.pathsep}{folder}"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *words],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout
