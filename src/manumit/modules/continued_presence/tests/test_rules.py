"""Each rule says what it says of one changed answer, and nothing of a whole request."""

from datetime import date
from pathlib import Path

import pytest

from manumit.modules.continued_presence.rules import REQUEST_RULES, RequestFacts
from manumit.modules.continued_presence.tests.answers import ALL, MINOR, SHARED, flat

TODAY = date(2026, 11, 26)
YOUNG = {"birth_on": "2010-01-01", "entered_on": ""}
CIVIL = {"civil_action": "yes", "civil_court": "District court", "civil_docket": "1", "civil_on": "2026-01-01"}


def errors(**changed) -> list[str]:
    """The errors of a whole request with some answers changed."""
    return [each.rule for each in REQUEST_RULES.refused(RequestFacts({**flat(ALL), **changed}, TODAY))]


def test_whole_requests_lack_nothing() -> None:
    assert errors() == []
    assert [each.rule for each in REQUEST_RULES.refused(RequestFacts(flat({**SHARED, **MINOR}), TODAY))] == []


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({"ori": "MT056"}, ["ori_is_sound"]),
        ({"ori": "mt0560000"}, []),
        ({"officer_phone": ""}, ["officer_is_named"]),
        ({"supervisor_name": ""}, ["supervisor_is_named"]),
        ({"case_number": ""}, ["case_number_is_given"]),
        ({"statutes": ""}, ["statutes_are_sound"]),
        ({"statutes": "18 U.S.C. 1591; no"}, ["statutes_are_sound"]),
        ({"statutes": "18 USC 99999"}, ["statutes_are_sound"]),
        ({"statutes": "MCA 45-5-702"}, []),
        ({"nexus": ""}, ["investigation_is_described"]),
        ({"family_name": ""}, ["victim_is_named"]),
        ({"birth_on": ""}, ["birth_is_past"]),
        ({"birth_on": "1899-12-31"}, ["birth_is_past"]),
        ({"birth_on": "2026-11-27", "under_18": "yes", "entered_on": ""}, ["birth_is_past"]),
        ({"citizenship": ""}, ["citizenship_is_given"]),
        ({"a_number": ""}, []),
        ({"a_number": "A-012 345 678"}, []),
        ({"a_number": "A1234567"}, []),
        ({"a_number": "A123456"}, ["a_number_is_sound"]),
        ({"a_number": "A1234567890"}, ["a_number_is_sound"]),
        ({"entered_on": "2026-11-27"}, ["entry_is_past"]),
        ({"entered_on": "1990-01-01"}, ["entry_is_past"]),
        ({"trafficking": ""}, ["trafficking_is_named"]),
        ({"acts": []}, ["act_is_told"]),
        ({"act_words": ""}, ["act_is_told"]),
        ({"acts": ["patronize"]}, ["act_fits_its_kind"]),
        ({"means": []}, ["means_are_told"]),
        ({"means_words": "", "under_18": "yes"}, ["means_are_told"]),
        ({"purposes": []}, ["purpose_fits_its_kind"]),
        ({"purposes": ["sex_act"]}, ["purpose_fits_its_kind"]),
        ({"trafficking": "both", "purposes": ["sex_act"]}, ["purpose_fits_its_kind"]),
        ({"trafficking": "sex", "purposes": ["sex_act"], "means": []}, ["means_are_told"]),
        ({"trafficking": "sex", "purposes": ["sex_act"], "means": [], "means_words": "", "under_18": "yes"}, []),
        ({"trafficking": "sex", "purposes": ["sex_act"], "means": [], "under_18": "unknown"}, ["means_are_told"]),
        (YOUNG, ["under_18_fits_birth"]),
        ({**YOUNG, "under_18": "yes"}, []),
        ({"birth_on": "2008-11-26", "entered_on": ""}, []),
        ({"birth_on": "2008-11-27", "entered_on": ""}, ["under_18_fits_birth"]),
        ({"witness": "no"}, ["witness_or_civil_action"]),
        ({"witness": "no", **CIVIL}, []),
        ({**CIVIL, "civil_docket": ""}, ["civil_action_is_complete"]),
        ({**CIVIL, "civil_on": "2026-11-27"}, ["civil_action_is_complete"]),
        ({"mailing": ""}, ["mailing_is_given"]),
        ({"plan": ""}, ["safety_plan_is_told"]),
        ({"rights": ["counsel"]}, ["rights_are_told"]),
        ({"told_on": ""}, ["rights_are_told"]),
        ({"told_on": "2026-11-27"}, ["rights_are_told"]),
        ({"attested": ["true"]}, ["officer_attests"]),
    ],
    ids=str,
)
def test_one_changed_answer_breaks_its_rule(changed, rules) -> None:
    assert errors(**changed) == rules


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"cover_name": ""}, "cover_is_named"),
        ({"languages": ""}, "languages_are_known"),
        ({"counsel": ""}, "counsel_is_asked"),
        ({"photos": ""}, "photos_are_referenced"),
        ({"detained": "yes"}, "detained_is_urgent"),
        (YOUNG, "minor_needs_hhs"),
        ({"trafficking": "both", "under_18": "yes"}, "sex_trafficking_of_a_minor"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_warning_is_told_and_stops_nothing(changed, rule) -> None:
    assert not REQUEST_RULES.warned(RequestFacts(flat(ALL), TODAY))
    assert [each.rule for each in REQUEST_RULES.warned(RequestFacts({**flat(ALL), **changed}, TODAY))] == [rule]


def test_every_rule_has_a_row() -> None:
    every = {rule.__name__ for rule in (*REQUEST_RULES.errors, *REQUEST_RULES.warnings)}
    source = Path(__file__).read_text(encoding="utf-8")
    assert {name for name in every if f'"{name}"' not in source} == set()
