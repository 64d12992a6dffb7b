"""A look at everything raises what saves missed, goes on where it was broken off, and done again changes nothing."""

import argparse
import json

import pytest

from manumit.modules.links import batching
from manumit.modules.links.commands import link_batch
from manumit.modules.links.jobs import find_links_nightly
from manumit.modules.links.models import BatchRun, Candidate

from .conftest import MARKS, NUMBER, titled

pytestmark = pytest.mark.django_db


@pytest.fixture
def unraised(alice) -> list[tuple[str, str, str]]:
    """Eight notes of two numbers and a pair of remains, whose candidates were lost; return what they were."""
    for place in range(8):
        titled(alice, NUMBER if place % 2 else "505-555-0188")
    titled(alice, "missing", story=MARKS)
    titled(alice, "remains", story=MARKS)
    lost = named()
    Candidate.unscoped.all().delete()
    return lost


def named() -> list[tuple[str, str, str]]:
    return list(Candidate.unscoped.order_by(*Candidate.NAMED).values_list(*Candidate.NAMED))


def test_the_night_finds_all_that_was_lost(unraised) -> None:
    find_links_nightly()
    assert named() == unraised
    assert not BatchRun.objects.filter(ended_at=None).exists()


def test_a_run_that_was_broken_off_goes_on_and_raises_nothing_twice(unraised, monkeypatch) -> None:
    monkeypatch.setattr(batching, "AT_ONCE", 3)
    heard: list[int] = []

    def dies(done: int) -> None:
        heard.append(done)
        if done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batching.look_at_all("contact", dies)
    run = batching.look_at_all("contact", heard.append)
    assert heard == [3, 6, 9, 10]
    assert (run.records, BatchRun.objects.count()) == (10, 1)
    assert named() == [pair for pair in unraised if pair[0] == "contact"]
    batching.look_at_all("contact")
    assert named() == [pair for pair in unraised if pair[0] == "contact"]


def test_the_command_prints_a_line_a_profile(unraised, capsys) -> None:
    assert link_batch.run(argparse.Namespace(profile="remains", anew=True)) == 0
    out, err = capsys.readouterr()
    said = json.loads(out)
    assert (said["profile"], said["records"], said["pairs"]) == ("remains", 10, 1)
    assert err == "10 records\n"
    assert link_batch.run(argparse.Namespace(profile="victims", anew=False)) == 1


def test_kinds_that_a_broken_run_had_behind_it_are_not_looked_at_again(unraised) -> None:
    BatchRun.objects.create(profile="contact", kind="zzz", after=1, records=8)
    assert batching.look_at_all("contact").records == 8
    assert not Candidate.unscoped.filter(profile="contact").exists()
