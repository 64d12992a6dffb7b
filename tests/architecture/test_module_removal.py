"""A module can go: without its folder and its line in settings the product still starts and its tests pass."""

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
QUIETLY = ("-p", "no:cacheprovider", "src")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")


@pytest.fixture(params=MODULES)
def product_without(request, tmp_path: Path) -> Iterator[Path]:
    """A copy of the product from which one module was removed; the database its tests started goes with it."""
    for name in ("src", "requirements", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "conftest.py", "README.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / "src/manumit/modules" / request.param)
    settings = tmp_path / "src/manumit/project/settings/base.py"
    text = settings.read_text()
    settings.write_text(re.sub(rf'"manumit\.modules\.{request.param}",?\s*', "", text))
    assert settings.read_text() != text, f"settings/base.py does not list {request.param}"
    yield tmp_path
    Server(tmp_path / ".manumit-test").throw_away()


def test_the_rest_stands_without_it(product_without: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(product_without / "src"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": ""}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "not browser and not slow", *QUIETLY]
    run = subprocess.run(command, cwd=product_without, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert re.search(r"\d+ passed", run.stdout)
