"""A new edition shows what was kept, changed and dropped."""

from manumit.modules.action_plan.editions import compare
from manumit.modules.action_plan.reading import propose
from manumit.modules.action_plan.reading.formats import open_bytes

BEFORE = """The Department of Labor will publish four surveys of cotton farms. DHS will launch a system for visas.
DOJ will award $2 million to shelters. State will update its pamphlet."""
AFTER = """The Department of Labor will publish four surveys of cotton farms. DHS will open an office in Denver.
DOJ will award $3 million to shelters. State will update its pamphlet."""


def proposals(text: str):
    return [each.as_json() for each in propose(open_bytes("a.txt", text.encode()))]


def test_each_promise_has_its_fate() -> None:
    told = compare(proposals(BEFORE), proposals(AFTER))
    fates = [(each.fate, (each.after or each.before)["agencies"][0]) for each in told]
    assert fates == [("kept", "DOL"), ("new", "DHS"), ("changed", "DOJ"), ("kept", "State"), ("dropped", "DHS")]


def test_each_is_paired_once() -> None:
    twice = proposals("DOJ will train judges in Ohio. DOJ will train judges in Utah.")
    told = compare(twice, twice)
    assert [each.fate for each in told] == ["kept", "kept"]
    assert [each.before["object"] for each in told] == [each.after["object"] for each in told]
