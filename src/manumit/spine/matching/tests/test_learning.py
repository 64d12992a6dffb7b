"""Learning weights says how far it is, step by step, and answers by what it learned."""

import argparse
import json

import pytest

from manumit.spine.matching import indexing, learning
from manumit.spine.matching.commands import train

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("dry", [False, True])
def test_each_step_says_how_many_records_it_has_behind_it(numbered, monkeypatch, capsys, dry) -> None:
    for place in range(5):
        numbered(f"505-555-01{place:02}")
    indexing.build("contact")
    before = indexing.standing("contact").generation
    monkeypatch.setattr(learning, "AT_ONCE", 2)
    assert train.run(argparse.Namespace(profile="contact", dry_run=dry)) == 0
    told = capsys.readouterr()
    said = json.loads(told.out)
    steps = told.err.splitlines()
    assert [step for step in steps if step.endswith("records read")] == [f"{n} records read" for n in (2, 4, 5)]
    assert [step for step in steps if step.endswith("encoded")] == [f"{n} records encoded" for n in (2, 4, 5)]
    assert steps.index("5 records encoded") < steps.index("5 learning from records")
    assert ("5 records indexed" in steps, said.get("indexed")) == ((False, None) if dry else (True, 5))
    assert (indexing.standing("contact").generation == before) is dry
    assert (said["records"], said["open_records"]) == (5, 0)
