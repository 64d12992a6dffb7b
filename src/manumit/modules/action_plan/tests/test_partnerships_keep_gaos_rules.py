"""A country partnership has chosen indicators, yearly targets, tracked contributions and a plan for afterwards."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from manumit.modules.action_plan.actions.begin_partnership import begin_partnership
from manumit.modules.action_plan.actions.close_partnership import close_partnership
from manumit.modules.action_plan.actions.keep_part import add_part, edit_part
from manumit.modules.action_plan.models import Partnership
from manumit.modules.action_plan.nouns import NOUNS
from manumit.modules.action_plan.partnership_rules import RULES
from manumit.modules.action_plan.refusing import Refused
from manumit.spine.access import Denied, Hidden
from manumit.spine.records import change

VALUES = {
    "partnership_kind": "cpc", "country": "Examplia", "begins_on": date(2022, 1, 1), "ends_on": date(2024, 12, 31),
    "objectives": "Protect children.",
}  # fmt: skip
TARGETS = {"2022": 10, "2023": 20, "2024": 30}


def add_indicator(actor, partnership, values):
    return add_part(actor, partnership, NOUNS["indicators"], values, source="The compact")


def record_contribution(actor, partnership, values):
    return add_part(actor, partnership, NOUNS["contributions"], values, source="The compact")


def hold_dialogue(actor, partnership, day, indicators, decisions=""):
    values = {"held_on": day, "indicators": indicators, "decisions": decisions}
    return add_part(actor, partnership, NOUNS["dialogues"], values, source="Minutes")


@pytest.fixture
def partnership(sia) -> Partnership:
    return begin_partnership(sia, VALUES, source="The compact")


@pytest.fixture
def indicator(sia, partnership):
    return add_indicator(sia, partnership, {"title": "Children in care", "baseline": 3, "targets": TARGETS})


def refused_by(rule: str, act) -> None:
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.code == rule


def test_an_indicator_needs_a_target_for_every_year(sia, partnership) -> None:
    partly = {"title": "Children in care", "targets": {"2022": 10, "2024": 30}}
    refused_by("target_each_year", lambda: add_indicator(sia, partnership, partly))


def test_no_dialogue_without_indicators_chosen(sia, partnership, indicator) -> None:
    refused_by("dialogue_needs_indicators", lambda: hold_dialogue(sia, partnership, date(2023, 5, 1), []))
    with pytest.raises(ValidationError, match="same record"):
        hold_dialogue(sia, partnership, date(2023, 5, 1), [indicator.pk + 9])
    assert hold_dialogue(sia, partnership, date(2023, 5, 1), [indicator.pk], "More shelters").indicators == [
        indicator.pk
    ]


def test_the_last_year_needs_the_sustainability_plan(sia, partnership, indicator) -> None:
    refused_by("sustained", lambda: hold_dialogue(sia, partnership, date(2024, 2, 1), [indicator.pk]))


def test_it_closes_once_contributions_are_known_and_its_future_is_written(sia, partnership) -> None:
    refused_by("contributions_tracked", lambda: close_partnership(sia, partnership, "Done", expected_version=1))
    given = {"side": "partner", "contribution_form": "in_kind", "year": 2023, "planned": 1000}
    row = record_contribution(sia, partnership, given)
    refused_by("contributions_tracked", lambda: close_partnership(sia, partnership, "Done", expected_version=1))
    edit_part(
        sia, partnership, NOUNS["contributions"], row, {"actual": 900},
        expected_version=partnership.version, source="The ministry",
    )  # fmt: skip
    refused_by("sustained", lambda: close_partnership(sia, partnership, "Done", expected_version=1))
    change(
        partnership,
        sia,
        {"sustainability_plan": "The ministry pays."},
        expected_version=partnership.version,
        source="The ministry",
    )
    assert close_partnership(sia, partnership, "Done", expected_version=partnership.version).state == "closed"


def test_it_runs_five_years_at_most(sia) -> None:
    with pytest.raises(Refused, match="five years"):
        begin_partnership(sia, {**VALUES, "ends_on": date(2029, 1, 1)}, source="x")


def test_only_the_secretariat_keeps_it(sia, cora, charlie, partnership) -> None:
    assert Partnership.objects.visible_to(cora).exists()
    assert not Partnership.objects.visible_to(charlie).exists()
    with pytest.raises(Denied):
        hold_dialogue(cora, partnership, date(2023, 5, 1), [1])
    with pytest.raises(Hidden):
        hold_dialogue(charlie, partnership, date(2023, 5, 1), [1])


def test_each_rule_says_why_and_whose_it_is() -> None:
    assert [rule.source.text if hasattr(rule.source, "text") else str(rule.source) for rule in RULES]
    assert all(str(rule.why) for rule in RULES)
