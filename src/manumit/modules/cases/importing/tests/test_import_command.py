"""`manumit import namus` says what it did in five counts, and every refusal on the error stream."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pytest

from manumit.modules.cases.importing import command
from manumit.modules.cases.models import Case
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import registry

from .conftest import member, missing, remains

Command = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.joinpath("a.csv").write_bytes(missing({}, {"Case Number": "MP100002"}))
    (tmp_path / "more").mkdir()
    tmp_path.joinpath("more", "b.csv").write_bytes(remains({"Case": "x"}))
    return tmp_path


@pytest.fixture
def manumit_import() -> Command:
    def call(*words: object) -> int:
        parser = ArgumentParser()
        command.arguments(parser)
        return command.run(parser.parse_args([str(word) for word in words]))

    return call


def test_registered_under_its_name(db: None) -> None:
    registry.load()
    assert registry.importers()["namus"].run is command.run


def test_json_has_exactly_the_five_counts_and_refusals_go_beside(
    manumit_import: Command, folder: Path, alice: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert manumit_import(folder, "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"offered": 3, "added": 2, "changed": 0, "unchanged": 0, "refused": 1}
    said, *refusals = err.splitlines()
    assert said == "Importing in the name of Alice for RRPD."
    refusal = json.loads(refusals[0])
    assert refusal["file"].endswith("b.csv")
    assert (refusal["row"], refusal["column"]) == (2, "Case")
    assert manumit_import(folder / "a.csv", "--json") == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 2


def test_words_without_json(
    manumit_import: Command, folder: Path, alice: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    manumit_import(folder, "--dry-run")
    out, err = capsys.readouterr()
    assert out == "3 rows offered: 2 added, 0 changed, 0 unchanged, 1 refused.\n"
    assert "(dry run)" in err
    assert "b.csv, row 2, column Case: 'x' is no NamUs number" in err
    assert not Case.unscoped.exists()


def test_agency_and_person_can_be_named(
    manumit_import: Command, folder: Path, alice: Actor, bob: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert manumit_import(folder / "a.csv", "--agency", "cvu", "--person", "BOB@example.org") == 0
    assert set(Case.unscoped.values_list("owner_id", flat=True)) == {bob.agency_id}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--agency", "XYZ"], "There is no agency XYZ"),
        (["--person", "nobody@example.org"], "There is no person nobody@example.org"),
        (["--person", "carol@example.org"], "Nobody may open cases (person carol@example.org)"),
    ],
)
@pytest.mark.usefixtures("carol")
def test_nothing_begins_without_somebody_who_may(
    manumit_import: Command, folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert manumit_import(folder, *words) == 1
    assert says in capsys.readouterr().err


@pytest.fixture
def carol(agency: Agency) -> None:
    member(agency, "carol", "administrator")


def test_a_path_without_files_is_named(
    manumit_import: Command, tmp_path: Path, alice: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert manumit_import(tmp_path / "nowhere") == 1
    assert "nowhere is no CSV or JSON file and no folder with any" in capsys.readouterr().err
    assert manumit_import(tmp_path) == 1


def test_a_folder_of_another_layout_is_refused_and_the_status_says_so(
    manumit_import: Command, folder: Path, alice: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.joinpath("0.csv").write_text("a,b\n1,2\n")
    assert manumit_import(folder / "0.csv", folder / "a.csv", "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["added"] == 2
    assert "whose columns are" in err
