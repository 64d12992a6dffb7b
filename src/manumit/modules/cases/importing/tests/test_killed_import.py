"""An importer killed at any moment leaves whole batches, and the same command then ends where it would have ended."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connections

from manumit.modules.cases.models import Case, CasePerson, OutsideNumber
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory

from .conftest import missing

ROWS = 2_000
CHILD = """
import sys
from argparse import ArgumentParser
import django
django.setup()
from manumit.spine.records import registry
registry.load()
from manumit.modules.cases.importing import command, run
run.BATCH = 50
parser = ArgumentParser()
command.arguments(parser)
print("ready", flush=True)
sys.exit(command.run(parser.parse_args([sys.argv[1], "--json"])))
"""


def address(alias: str) -> str:
    place = connections[alias].settings_dict
    user, password, host = (quote(str(place[name]), safe="") for name in ("USER", "PASSWORD", "HOST"))
    return f"postgresql://{user}:{password}@/{place['NAME']}?host={host}&port={place['PORT']}"


@pytest.fixture
def environment() -> dict[str, str]:
    aliases = {"default": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "sequencer": "DATABASE_SEQUENCER_URL"}
    source = Path(__file__).resolve().parents[5]
    return {**os.environ, "PYTHONPATH": str(source), **{name: address(alias) for alias, name in aliases.items()}}


def start(file: Path, environment: dict[str, str]) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(file)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n", child.communicate()[1]
    return child


def contents(older: bool) -> bytes:
    """The later table changes every other row of the older one."""
    changed = {} if older else {"City": "Sitka", "Date Modified": "08/01/2025"}
    rows = ({"Case Number": f"MP{row}", **(changed if row % 2 else {})} for row in range(ROWS))
    return missing(*rows)


def demand_nothing_half_done() -> None:
    """Every case has its person, its number, a step of history and a leaf for each version; nothing is left over."""
    cases = dict(Case.unscoped.values_list("pk", "version"))
    steps = list(
        RecordHistory.objects.filter(kind="case").order_by("record_id", "version").values_list("record_id", "version")
    )
    assert steps == [(pk, version) for pk in sorted(cases) for version in range(1, cases[pk] + 1)]
    assert Entry.objects.filter(kind="case").count() == len(steps)
    for model in (CasePerson, OutsideNumber):
        assert sorted(model.unscoped.values_list("case_id", flat=True)) == sorted(cases)
    assert all(
        version == 1 or city == "Sitka" for version, city in Case.unscoped.values_list("version", "last_seen_city")
    )


@pytest.mark.committed
def test_killed_again_and_again_it_ends_in_the_same_state(
    alice: Actor, tmp_path: Path, environment: dict[str, str]
) -> None:
    chance = random.Random(2025)
    for older in (True, False):
        file = tmp_path / "export.csv"
        file.write_bytes(contents(older))
        kills = 0
        while kills < 3:
            child = start(file, environment)
            time.sleep(chance.uniform(0.05, 0.6))
            child.send_signal(signal.SIGKILL)
            kills += child.wait() == -signal.SIGKILL
            demand_nothing_half_done()
            if child.returncode == 0:
                break
        child = start(file, environment)
        out, err = child.communicate()
        assert child.returncode == 0, err
        assert '"refused": 0' in out
        demand_nothing_half_done()
    assert Case.unscoped.count() == ROWS
    assert Case.unscoped.filter(version=2, last_seen_city="Sitka").count() == ROWS // 2
