"""`manumit plan read` prints what a document commits whom to."""

import argparse
import json
from pathlib import Path

import pytest

from manumit.modules.action_plan.commands import plan_read

TEXT = Path(__file__).with_name("texts") / "plan.txt"


def asked(*words: str) -> int:
    parser = argparse.ArgumentParser()
    plan_read.arguments(parser)
    return plan_read.run(parser.parse_args(words))


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_commitments_are_printed(words, capsys) -> None:
    assert asked(str(TEXT), *words) == 0
    printed = capsys.readouterr()
    assert "commitments proposed" in printed.err
    assert "model protocols for school districts" in printed.out


def test_json_has_one_object_a_line_with_offsets(capsys) -> None:
    asked(str(TEXT), "--json")
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["agencies"], first["pillar"], first["verb"]) == (["HHS"], "prevention", "develop")
    assert first["end"] - first["start"] == len(first["sentence"])


def test_a_file_that_is_not_there_is_said_so(capsys, tmp_path) -> None:
    assert asked(str(tmp_path / "none.pdf")) == 1
    assert "Not read" in capsys.readouterr().err
