"""A policy starts only if Cedar accepts it, lists can apply it, and people can be told about it."""

from pathlib import Path

import pytest

from manumit.spine.access import Attribute, BadPolicy, Kind, kinds, policies, register
from manumit.spine.access.checks import policies_are_valid
from manumit.spine.access.validation import demand_all, policy_problems, problems

from . import papers

PAPER = papers.kind(Path(__file__).with_name("paper.cedar"))
HEAD = '@id("p") @reason("r") permit(principal, action == Action::"read_summary", resource is Paper)'
FAULTS = {
    "not Cedar": ("permit(", "E011"),
    "a misspelt attribute": (HEAD + " when { resource.ownr == principal.agency };", "E012"),
    "an unknown action": (
        '@id("p") @reason("r") permit(principal, action == Action::"look", resource is Paper);',
        "E012",
    ),
    "a comparison of types": (HEAD + ' when { resource.weight == "3" };', "E012"),
    "two of one id": (HEAD + ";" + HEAD + ";", "E013"),
    "no id": ('@reason("r") permit(principal, action, resource is Paper);', "E014"),
    "no reason": ('@id("p") permit(principal, action, resource is Paper);', "E014"),
    "an empty reason": ('@id("p") @reason("") permit(principal, action, resource is Paper);', "E014"),
    "a principal in the scope": ('@id("p") @reason("r") permit(principal is User, action, resource is Paper);', "E015"),
    "no resource in the scope": ('@id("p") @reason("r") permit(principal, action, resource);', "E015"),
    "like": (HEAD + ' when { resource.level like "o*" };', "E016"),
    "has": (HEAD + " when { resource has level };", "E016"),
    "in": (HEAD + " when { principal in resource.owner };", "E016"),
    "arithmetic": (HEAD + " when { resource.weight + 1 == 2 };", "E016"),
    "an agency by name": (HEAD + ' when { resource.owner == Agency::"7" };', "E016"),
    "two attributes compared": (HEAD + " when { resource.owner == resource.owner };", "E016"),
    "sets compared": (HEAD + " when { resource.tags == principal.roles };", "E016"),
    "a release to somebody else": (
        HEAD + ' when { resource.released.contains({"agency": resource.owner, "group": "summary", "purpose": "a"}) };',
        "E016",
    ),
    "a release by an attribute": (
        HEAD
        + ' when { resource.released.contains({"agency": principal.agency, "group": resource.level, "purpose": "a"})};',
        "E016",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_policy_and_fix(fault) -> None:
    text, expected = FAULTS[fault]
    found = policy_problems(PAPER, text)
    assert expected in {problem.id for problem in found}
    assert all(problem.policy and problem.message and problem.fix for problem in found)


def test_the_sound_policy_passes() -> None:
    assert problems(PAPER) == []


def test_a_missing_policy_file_is_refused(tmp_path) -> None:
    assert [problem.id for problem in problems(papers.kind(tmp_path / "none.cedar"))] == ["E010"]


@pytest.mark.parametrize(
    "attribute", [Attribute("protected", "Bool", "nothing"), Attribute("protected", "Long", "protected")]
)
def test_an_attribute_needs_a_column_of_its_type(attribute) -> None:
    kind = Kind("paper", "access_tests.Paper", ("summary",), PAPER.policy, attributes=(attribute,))
    assert "E017" in {problem.id for problem in problems(kind)}


def test_the_check_names_each_problem(tmp_path) -> None:
    path = tmp_path / "bad.cedar"
    path.write_text(FAULTS["like"][0], encoding="utf-8")
    register(papers.kind(path))
    try:
        errors = [error for error in policies_are_valid(None) if error.obj == "p"]
    finally:
        kinds.forget("paper")
    assert [error.id for error in errors] == ["manumit.E016"]


def test_no_server_starts_under_an_invalid_policy(tmp_path) -> None:
    path = tmp_path / "bad.cedar"
    path.write_text(FAULTS["like"][0], encoding="utf-8")
    demand_all()
    register(papers.kind(path))
    try:
        with pytest.raises(BadPolicy, match="like"):
            demand_all()
    finally:
        kinds.forget("paper")


def test_nothing_is_decided_by_an_invalid_policy(tmp_path) -> None:
    path = tmp_path / "bad.cedar"
    path.write_text(FAULTS["has"][0], encoding="utf-8")
    with pytest.raises(BadPolicy, match="has"):
        policies.of(papers.kind(path))


def test_kinds_are_declared_once_with_few_groups_and_a_summary() -> None:
    for groups in (("people",), ("summary", *map(str, range(8)))):
        with pytest.raises(ValueError, match="summary"):
            register(Kind("sheet", "access_tests.Paper", groups, PAPER.policy))
    register(PAPER)
    with pytest.raises(ValueError, match="Two kinds"):
        register(papers.kind(Path("other.cedar")))
    kinds.forget("paper")
