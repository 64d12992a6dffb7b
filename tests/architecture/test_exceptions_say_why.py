"""Where a check is set aside, the reason stands beside it: `# noqa: CODE - reason`, or above it in pyproject.toml."""

import re

from . import source

SET_ASIDE = re.compile(r"#\s*(?:ruff: )?noqa(?P<codes>: [A-Z]+\d+(?:, ?[A-Z]+\d+)*)?(?P<reason> - \S.*)?")
PLACES = ("src", "tests", "benchmarks", "run.py", "conftest.py")


def test_a_check_set_aside_says_which_and_why() -> None:
    bare = [place for path in _every_file() for place in _bare(path)]
    assert not bare, (
        "Write `# noqa: CODE - reason`, or set the check aside for the folder with a comment:\n" + "\n".join(bare)
    )


def test_both_codes_and_reason_are_asked_for() -> None:
    told = ("x = 1  # noqa: S608 - names of our own", "x = 1  # noqa: S608, E501 - names")
    untold = ("x = 1  # noqa", "x = 1  # noqa: S608", "# ruff: noqa: S608", "x = 1  # noqa - because")
    assert all(map(_says_why, told))
    assert not any(map(_says_why, untold))


def _every_file() -> list:
    places = [source.ROOT / place for place in PLACES]
    return sorted(path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place]))


def _bare(path) -> list[str]:
    if path.name == "test_exceptions_say_why.py":
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{source.place(path)}:{at}: {line.strip()}" for at, line in enumerate(lines, 1) if not _says_why(line)]


def _says_why(line: str) -> bool:
    return all(found["codes"] and found["reason"] for found in SET_ASIDE.finditer(line))
