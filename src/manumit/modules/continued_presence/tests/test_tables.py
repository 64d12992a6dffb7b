"""Procedure and clocks, row by row: what people sign is what runs."""

import csv
from datetime import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from manumit.modules.continued_presence import clocks
from manumit.modules.continued_presence.actions.consequences import last_day_of
from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.procedure import REQUEST
from manumit.modules.continued_presence.reasons import WANTED
from manumit.spine.access import allowed
from manumit.values.time_limits import last_day

HERE = Path(__file__).parent
STEPS = list(csv.DictReader((HERE / "procedure.csv").open(encoding="utf-8", newline="")))
CLOCKS = list(csv.DictReader((HERE / "clocks.csv").open(encoding="utf-8", newline="")))
ALSO = {
    "detective": {"colleague", "supervisor"},
    "supervisor": set(),
    "sponsor": set(),
    "intake": set(),
    "reviewer": {"both"},
    "decider": {"both"},
    "nobody": set(),
}


def test_the_table_is_sound_and_whole() -> None:
    assert REQUEST.check() == ()
    assert [row["step"] for row in STEPS] == [each.name for each in REQUEST.transitions]


@pytest.mark.parametrize("row", STEPS, ids=lambda row: row["step"])
def test_a_step_is_as_signed(row) -> None:
    step, wanted = REQUEST.transition(row["step"]), WANTED.get(row["step"])
    assert (" ".join(step.sources), step.target) == (row["from"], row["to"])
    assert (wanted.words if wanted else "") == row["words"]
    grounds = " ".join(each.code + "!" * each.barred for each in (wanted.grounds if wanted else ()))
    assert grounds == row["grounds"]


@pytest.mark.django_db
@pytest.mark.parametrize("row", STEPS, ids=lambda row: row["step"])
def test_a_step_is_taken_by_nobody_else(row, cast) -> None:
    city, sponsor, dhs, counsel = (cast[name].agency_id for name in ("detective", "sponsor", "intake", "lawyer"))
    request = PresenceRequest(
        owner_id=city, sponsor_id=sponsor, decider_id=dhs, representative_id=counsel, with_sponsor=True,
        with_decider=True, represented=True,
    )  # fmt: skip
    action = REQUEST.transition(row["step"]).action
    may = {name for name, actor in cast.items() if allowed(actor, action, request)}
    assert may == ({row["by"]} | ALSO[row["by"]]) - {"nobody"}


@pytest.mark.parametrize("row", CLOCKS, ids=lambda row: f"{row['clock']} {row['start']}")
def test_a_clock_ends_when_the_table_says(row) -> None:
    clock = next(each for each in clocks.ALL if each.name == row["clock"])
    assert clock.law.verified is (row["verified"] == "yes")
    assert clock.law.citation == row["citation"]
    zone = timezone.get_default_timezone()
    start = datetime.fromisoformat(row["start"]).replace(tzinfo=zone)
    if row["last_day"]:
        assert last_day(clock.limit.due(start, zone), zone).isoformat() == row["last_day"]
    if row["clock"] == "cp_grant":
        assert last_day_of(start).isoformat() == row["last_day"]
    begins = {stage: of.name for stage, (of, _whose) in clocks.STARTS.items()}
    assert not row["stage"] or begins[row["stage"]] == row["clock"]


def test_stale_guidance_of_one_year_stands_nowhere() -> None:
    """In no code, screen, paper, policy, translation or page of the documentation."""
    kinds = {".py", ".html", ".typ", ".cedar", ".po"}
    files = [path for path in HERE.parent.rglob("*") if path.suffix in kinds and "tests" not in path.parts]
    docs = Path(__file__).parents[5] / "docs"
    files += [docs / "modules" / "continued-presence.md"] if docs.is_dir() else []
    stale = ("one year", "1 year", "one-year", "1-year", "Years(1)", "un año", "1 año", "12 months", "twelve months",
             "12 meses", "Months(12)")  # fmt: skip
    assert [path for path in files for words in stale if words in path.read_text(encoding="utf-8")] == []
