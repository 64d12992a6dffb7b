"""Every StratML export validates against the published schema, and reading it gives back what was written."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from manumit.modules.action_plan.choices import PlanPillar, Status
from manumit.modules.action_plan.exporting.stratml import BadStratml, Plan, Promise, read, write

ROOT = Path(__file__).resolve().parents[6]
SCHEMA = Path(os.environ.get("MANUMIT_SHARED", ROOT.parent / "shared")) / "data" / "stratml"
text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40
)
count = st.none() | st.integers(0, 10**9)
due = st.just("") | st.dates().map(lambda day: day.isoformat() if day.year >= 1000 else "")


def promises(place: int):
    return st.builds(
        Promise, st.just(f"AC-{place}"), text, text, st.sampled_from(PlanPillar.values),
        st.lists(text.filter(bool), min_size=1, max_size=3).map(tuple), st.sampled_from(Status.values),
        due, text.filter(lambda words: words != "Completion"), count, count, text, text, text,
    )  # fmt: skip


@st.composite
def plans(draw) -> Plan:
    number = draw(st.integers(0, 6))
    made = [draw(promises(place)) for place in range(number)]
    order = list(dict.fromkeys(each.pillar for each in made))
    return Plan(draw(text), tuple(sorted(made, key=lambda each: order.index(each.pillar))))


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    assert SCHEMA.is_dir(), f"{SCHEMA} is not there: set MANUMIT_SHARED to the folder that holds data/stratml"
    return etree.XMLSchema(etree.parse(SCHEMA / "PerformancePlanOrReport20160216.xsd"))


def test_random_plans_validate_and_come_back(schema) -> None:
    @settings(max_examples=150, deadline=None)
    @given(plans())
    def check(plan: Plan) -> None:
        document = write(plan)
        assert schema.validate(etree.fromstring(document)), schema.error_log
        assert read(document) == plan

    check()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<x/>", "is expected"),
        (b"no xml", "no XML"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "no XML that can be read safely"),
    ],
)
def test_what_is_no_stratml_is_refused_with_a_reason(content: bytes, said: str) -> None:
    with pytest.raises(BadStratml, match=said):
        read(content)


def test_a_number_that_is_none_names_its_promise() -> None:
    one = Promise("AC-1", "Train", "train", "prevention", ("DOL",), "ongoing", target=3)
    broken = write(Plan("x", (one,))).replace(b">3<", b">many<")
    with pytest.raises(BadStratml, match="AC-1: 'many'"):
        read(broken)
