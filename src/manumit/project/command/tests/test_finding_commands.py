"""Every subcommand says what it is, and is documented."""

import re
from pathlib import Path

import pytest

from manumit.project.command import finding

PAGE = Path(__file__).resolve().parents[5] / "docs" / "how-to" / "commands.md"
COMMANDS = finding.find()


@pytest.mark.parametrize("name", [command.name for command in COMMANDS.values()])
def test_every_command_is_documented(name: str) -> None:
    assert f"| `manumit {name}` |" in PAGE.read_text(), (
        f"Add a line to docs/how-to/commands.md: | `manumit {name}` | ..."
    )


def test_every_documented_command_exists() -> None:
    documented = set(re.findall(r"^\| `manumit ([a-z -]+)` \|", PAGE.read_text(), re.M))
    assert documented == {command.name for command in COMMANDS.values()}


def test_a_file_that_does_not_say_what_it_is_is_refused(tmp_path) -> None:
    (tmp_path / "recount.py").write_text('"""Counts anew."""\n')
    with pytest.raises(finding.BadCommand, match="begin its docstring with"):
        finding.read(tmp_path / "recount.py", "recount")


def test_what_a_file_says_is_read_without_running_it(tmp_path) -> None:
    path = tmp_path / "recount.py"
    path.write_text('"""`manumit cases recount`: count anew. And more."""\nNEEDS = "nothing"\nraise SystemExit\n')
    read = finding.read(path, "x.commands.recount")
    assert (read.words, read.summary, read.needs) == (("cases", "recount"), "count anew", "nothing")
