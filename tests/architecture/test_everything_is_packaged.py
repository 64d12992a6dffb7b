"""What `pip install .` installs is all there is: every file beside the code has a pattern in pyproject.toml."""

import tomllib
from fnmatch import fnmatch

from .source import PACKAGE, ROOT, place

CODE = (".py", ".pyc")


def test_every_file_beside_the_code_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["*"]
    found = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in CODE]
    missing = sorted(place(path) for path in found if not any(fnmatch(path.name, pattern) for pattern in patterns))
    assert not missing, f"Add a pattern to package-data in pyproject.toml: {missing}"
