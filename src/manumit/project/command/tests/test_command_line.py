"""What people type, and what they are told."""

import os
import subprocess
import sys

import pytest

from manumit.project.command import troubles
from manumit.project.command.main import main
from manumit.project.database.errors import DatabaseTrouble


def manumit(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    own = {**os.environ, **environment}
    command = [sys.executable, "-m", "manumit.project", *words]
    return subprocess.run(command, capture_output=True, text=True, env=own, check=False)


def test_without_words_it_lists_what_there_is(capsys) -> None:
    assert main([]) == 0
    assert "audit verify" in capsys.readouterr().out


def test_a_misspelt_command_gets_a_hint(capsys) -> None:
    assert main(["migrat"]) == 2
    assert "Did you mean migrate?" in capsys.readouterr().err


def test_half_a_command_lists_its_group(capsys) -> None:
    assert main(["audit"]) == 2
    shown = capsys.readouterr().err
    assert "audit verify" in shown
    assert "migrate" not in shown


def test_version(capsys) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("manumit 0.")


def test_help_touches_no_home(tmp_path) -> None:
    home = tmp_path / "home"
    assert manumit("migrate", "--help", MANUMIT_HOME=str(home)).returncode == 0
    assert not home.exists()


def test_a_database_that_is_away_is_named(tmp_path) -> None:
    nowhere = "postgresql://x:y@127.0.0.1:1/nothing"
    said = manumit("migrate", DATABASE_URL=nowhere, DATABASE_OWNER_URL=nowhere, MANUMIT_HOME=str(tmp_path))
    assert said.returncode == 1
    assert "cannot be reached" in said.stderr
    assert "Traceback" not in said.stderr


def test_serving_others_without_tls_is_refused(tmp_path) -> None:
    nowhere = "postgresql://x:y@127.0.0.1:1/nothing"
    said = manumit("serve", "--host", "192.0.2.1", DATABASE_URL=nowhere, MANUMIT_HOME=str(tmp_path))
    assert said.returncode == 1
    assert "others can listen in" in said.stderr


def test_the_demonstration_refuses_a_home_in_real_use(tmp_path) -> None:
    (tmp_path / "postgres").mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
    environment["MANUMIT_HOME"] = str(tmp_path)
    command = [sys.executable, "-m", "manumit.project", "demo", "--reset"]
    said = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert said.returncode == 1
    assert "in real use" in said.stderr
    assert (tmp_path / "postgres").exists()


@pytest.mark.parametrize("error", [DatabaseTrouble("words"), troubles.CommandRefused("words")])
def test_our_refusals_are_told_in_their_own_words(error) -> None:
    assert troubles.explain(error) == "words"


def test_a_fault_of_ours_keeps_its_traceback() -> None:
    assert troubles.explain(KeyError("x")) is None
