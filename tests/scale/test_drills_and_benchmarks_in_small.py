"""Every drill and benchmark runs, as people start it: small, so that each change can run it, and judged by its figures.

Speeds have bounds at full size (`--check`); here nothing may fail, be lost or be answered with nothing.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from manumit.project.database.launcher import Server

pytestmark = pytest.mark.slow

MINUTES = 5


@pytest.fixture
def home() -> Iterator[Path]:
    """A home for one command; whatever server it left there is stopped and thrown away."""
    made = Path(tempfile.mkdtemp(prefix="manumit-small-"))
    made.chmod(0o755)
    yield made
    for place in made.iterdir():
        Server(place).throw_away()
    shutil.rmtree(made)


def test_bench_web(home) -> None:
    figures = run(home, "bench", "web", "--cases", "300", "--seconds", "1")
    assert figures["failures"] == []
    assert figures["cases"] == 300
    assert min(figures[name] for name in ("list_rps", "case_rps", "plain_list_rps", "plain_case_rps")) > 0


def test_bench_action_plan(home) -> None:
    figures = run(home, "bench", "action-plan", "--commitments", "60", "--updates", "240", "--seconds", "1")
    assert figures["failures"] == []
    assert figures["public_rps"] > figures["quarter_rps"] > 0


def test_bench_continued_presence(home) -> None:
    small = ("--requests", "300", "--officers", "6", "--seconds", "10", "--think", "2")
    figures = run(home, "bench", "continued-presence", *small)
    assert figures["failures"] == []
    assert figures["saves"] >= 6  # each thinks three times, nine seconds at most, before the first
    assert figures["queue_p95_ms"] > 0 < figures["step_p95_ms"]


def test_bench_tips(home) -> None:
    figures = run(home, "bench", "tips", "--rate", "8", "--seconds", "4", "--cases", "300")
    assert figures["failures"] == []
    assert (figures["tips"], figures["acknowledged"], figures["unanswered"], figures["lost"]) == (32, 32, 0, 0)
    assert figures["staff_pages"] == 20


def test_bench_access(home) -> None:
    figures = run(home, "bench", "access", "--rows", "3000")
    assert figures["rows"] == 3000
    assert min(figures[name] for name in figures if name.endswith("_ms")) > 0


def test_bench_audit(home) -> None:
    figures = run(home, "bench", "audit", "--entries", "2000", "--writers", "2", "--seconds", "1")
    assert figures["ok"], figures
    assert figures["entries"] >= 2000
    assert figures["writers_ratio"] > 0


def test_bench_import(home) -> None:
    figures = run(home, "bench", "import", "--rows", "2000")
    assert (figures["added"], figures["unchanged_again"], figures["refused"]) == (2000, 2000, 0)
    assert figures["documents"] == 2000
    assert min(figures["rows_per_s"], figures["peak_mb"]) > 0


def test_bench_export(home) -> None:
    figures = run(home, "bench", "export", "--cases", "300")
    assert figures["cases"] == 300
    formats = figures["formats"]
    assert all(each["written"] + each["left_out"] == 300 for each in formats.values())
    assert min(each["written"] for each in formats.values()) > 0
    assert min(figures["rows_per_s"], figures["peak_mb"]) > 0
    assert figures["growth_mb"] < 40


def test_bench_linkage(home) -> None:
    figures = run(home, "bench", "linkage", "--world", "persons", "--records", "800", "--queries", "40")
    assert figures["recall_at_10"] >= 0.9
    assert figures["pair_f1"] >= 0.85
    assert min(figures["cluster_f1_at"].values()) >= 0.85
    assert figures["incremental"]["recall_at_10"] >= 0.9
    assert min(figures[name] for name in ("p50_ms", "p95_ms", "seconds", "peak_mb")) > 0
    assert max(map(abs, figures["noise"].values())) <= 0.01 + 1 / 40
    for peer in figures["peers"].values():
        assert "bench.lock" in peer.get("missing", "") or peer.get("recall_at_10") or peer.get("pair_f1"), peer


@pytest.mark.parametrize(
    ("world", "at"), [("suspects", "recall_at_10"), ("vehicles", "recall_at_10"), ("remains", "recall_at_20")]
)
def test_bench_linkage_of_other_kinds(home, world, at) -> None:
    figures = run(home, "bench", "linkage", "--world", world, "--records", "600", "--queries", "60", "--only", "online")
    assert figures[at] >= 0.8
    assert figures["by_kind"]


@pytest.mark.parametrize(("world", "least"), [("persons", 0.9), ("sample", None)])
def test_bench_links(home, world, least) -> None:
    figures = run(home, "bench", "links", "--world", world, "--cases", "300", "--seconds", "1")
    assert figures["failures"] == []
    assert figures["recall_at_10"] is least or figures["recall_at_10"] >= least
    assert min(figures[name] for name in ("asked", "indexed", "p50_ms", "p95_ms", "raise_processor_ms")) > 0


def test_drill_matching(home) -> None:
    figures = run(home, "drill", "matching", "--kills", "4", "--seed", "3")
    assert figures["ok"], figures["faults"]
    assert sum(figures["kills"].values()) == 4
    assert figures["candidates"] > 0


def test_drill_audit(home) -> None:
    figures = run(home, "drill", "audit", "--mutations", "40", "--entries", "120")
    assert figures["named"] == figures["mutations"] == 40


def test_drill_kills(home) -> None:
    figures = run(home, "drill", "kills", "--kills", "3", "--port", str(free_port()))
    assert figures["ok"], figures["wrong"]
    assert sum(figures["kills"].values()) == 3
    assert figures["tips"] > 0
    assert figures["answers"] > 0


def test_drill_linkage(home) -> None:
    figures = run(home, "drill", "linkage", "--kills", "6", "--seed", "4")
    assert figures["ok"], figures["faults"]
    assert sum(figures["kills"].values()) == 6
    assert figures["steps"] > 0


def run(home: Path, *words: str) -> dict[str, Any]:
    """Run `manumit WORDS --json` in `home`, apart from this run's own database, and return its figures."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "DJANGO_"))}
    own["MANUMIT_HOME"] = str(home)
    command = [sys.executable, "-m", "manumit.project", *words, "--json"]
    done = subprocess.run(command, env=own, capture_output=True, text=True, timeout=MINUTES * 60, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return json.loads(done.stdout.splitlines()[-1])


def free_port() -> int:
    """Return a port nobody listens on just now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
