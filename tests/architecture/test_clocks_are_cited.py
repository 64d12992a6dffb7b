"""Every clock that any module runs is a row of a table beside its tests, which run it, with its citation there."""

import csv
from collections.abc import Iterator

import pytest

from manumit.spine.records import registry
from manumit.spine.workflow.clocks import Clock, RecordClocks
from manumit.spine.workflow.clocks.published import PUBLISHED

from .source import PACKAGE


def _clocks() -> dict[str, Clock]:
    offered = (clock for offer in registry.providers(RecordClocks) for clock in offer.clocks)
    return {clock.name: clock for clock in (*PUBLISHED, *offered)}


def _rows() -> Iterator[dict[str, str]]:
    for path in sorted(PACKAGE.rglob("tests/*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if {"clock", "citation"} <= set(rows.fieldnames or ()):
                yield from rows


CLOCKS, ROWS = _clocks(), list(_rows())


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=lambda clock: clock.name)
def test_a_clock_is_in_a_table_with_its_citation(clock: Clock) -> None:
    cited = {row["citation"] for row in ROWS if row["clock"] == clock.name}
    assert cited == {clock.law.citation}, (
        f"Give {clock.name} rows in a table of the tests of its module, with the columns clock and citation, worked "
        "out by hand, and a test that runs each row; or mend its citation."
    )


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=lambda clock: clock.name)
def test_a_clock_says_whom_it_binds_from_when_to_do_what(clock: Clock) -> None:
    assert all(map(str, (clock.title, clock.duty, clock.starts, clock.bound, clock.law.citation)))
    assert clock.limit.calendar


def test_no_table_names_a_clock_that_is_not_there() -> None:
    assert {row["clock"] for row in ROWS} <= set(CLOCKS)
