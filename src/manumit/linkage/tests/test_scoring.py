"""What holds for every score, whoever is compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.linkage import (
    BEHAVIOUR,
    PERSON,
    PROFILES,
    REMAINS,
    BadValue,
    Frequencies,
    Model,
    encode,
    measured,
    pair_levels,
    read,
    score,
    scores,
)

from .people import FIELDS, records

profiles = st.sampled_from(sorted(PROFILES))
FREQUENCIES = {
    "given": Frequencies.of(["bob"] * 5 + ["robert"] * 90),
    "family": Frequencies.of(["smith"] * 70 + ["alder"]),
    "phone": Frequencies.carried({"15055550123": 9, "5550123": 70}),
    "account": Frequencies.carried({"nightowl": 16}),
    "plate": Frequencies.carried({"ABC1230": 64, "ABC1": 5}),
    "vin": Frequencies.carried({"042788": 4, "1M8GDM9AXKP042788": 1000}),
}


def model_of(name: str) -> Model:
    model = Model.starting(PROFILES[name]).without(())
    return model.with_frequencies(FREQUENCIES) if model.profile.named else model


@settings(max_examples=25, deadline=None)
@given(profiles, records, records)
def test_a_score_is_the_same_from_both_sides(profile, left, right) -> None:
    model = model_of(profile)
    there, back = score(model, left, right), score(model, right, left)
    assert there.weight == back.weight
    assert [step.weight for step in there.waterfall] == [step.weight for step in back.waterfall]


@settings(max_examples=25, deadline=None)
@given(profiles, st.lists(records, min_size=2, max_size=4), st.data())
def test_many_are_scored_together_as_each_pair_is_by_itself(profile, some, data) -> None:
    places = st.integers(0, len(some) - 1)
    pairs = data.draw(st.lists(st.tuples(places, places), max_size=6))
    model = model_of(profile)
    assert scores(model, some, pairs) == [score(model, some[one], some[other]) for one, other in pairs]


@settings(max_examples=25, deadline=None)
@given(profiles, records, records)
def test_the_steps_of_a_waterfall_add_up_to_the_score(profile, left, right) -> None:
    found = score(model_of(profile), left, right)
    assert sum(step.weight for step in found.waterfall) == found.weight
    assert len(found.waterfall) == len(PROFILES[profile].features)
    assert all(step.weight == step.rarity == 0 for step in found.waterfall if step.is_missing)


@settings(max_examples=25, deadline=None)
@given(profiles, records, records, st.sampled_from(sorted(FIELDS)), st.booleans())
def test_a_field_without_a_value_says_nothing(profile, left, right, field, none) -> None:
    model = model_of(profile)
    without = {name: values for name, values in left.items() if name != field}
    with_it = {**without, field: [None] if none else []}
    assert score(model, with_it, right).weight == score(model, without, right).weight


@pytest.mark.parametrize("profile", ["person", "remains", "suspect"])
@pytest.mark.parametrize("other", ["I", "W", "B", "A"])
def test_race_and_tribe_never_weigh_against(profile, other) -> None:
    left, right = {"race": ["I"], "tribe": ["North River"]}, {"race": [other], "tribe": ["Two Hills"]}
    steps = {step.feature: step for step in score(model_of(profile), left, right).waterfall}
    assert steps["race"].level == ("same" if other == "I" else "different")
    assert all(step.weight >= 0 for name, step in steps.items() if name in ("race", "tribe"))
    assert steps["race"].weight == 0 or other == "I"


@settings(max_examples=25, deadline=None)
@given(profiles, st.lists(records, min_size=1, max_size=4), st.lists(records, min_size=1, max_size=4))
def test_many_pairs_at_once_score_as_each_by_itself(profile, left, right) -> None:
    model = model_of(profile)
    tables = [encode(model.profile, [str(n) for n in range(len(side))], side) for side in (left, right)]
    i, j = [a for a in range(len(left)) for _ in right], [b for _ in left for b in range(len(right))]
    pairs = pair_levels(model, tables[0], i, tables[1], j)
    assert pairs.total.tolist() == [score(model, left[a], right[b]).weight for a, b in zip(i, j, strict=True)]


@settings(max_examples=25, deadline=None)
@given(records, records, st.lists(FIELDS["names"], max_size=1))
def test_another_alias_never_lowers_a_score(left, right, more) -> None:
    model = model_of("person")
    longer = {**left, "names": [*left.get("names", []), *(name for names in more for name in names)]}
    if left.get("names"):
        assert score(model, longer, right).weight >= score(model, left, right).weight


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_weights_never_rise_from_one_ordered_level_to_the_next(profile) -> None:
    model = Model.starting(PROFILES[profile])
    for feature in model.profile.features:
        weights = [
            w for w, level in zip(model.weights[feature.name], feature.comparison.levels, strict=True) if level.ordered
        ]
        assert weights == sorted(weights, reverse=True), feature.name


def test_tribe_is_switched_off_until_policy_allows_it() -> None:
    same = {"tribe": ["North River"]}
    assert score(Model.starting(PERSON), same, same).weight == 0
    assert score(Model.starting(PERSON).without(()), same, same).weight > 0
    assert score(Model.starting(PERSON), same, same).waterfall[5].text.startswith("not used")


def test_a_rare_name_in_common_says_more_than_a_common_one() -> None:
    people = [{"names": [{"given": "Bob", "family": name}]} for name in ["Smith"] * 80 + ["Alder"]]
    model = Model.starting(PERSON).with_frequencies(measured(encode(PERSON, map(str, range(81)), people)))
    assert score(model, people[-1], people[-1]).weight > score(model, people[0], people[0]).weight + 3_000


def test_dates_that_cross_speak_strongly_against() -> None:
    found = score(Model.starting(REMAINS), {"last_contact": ["2012-01-02"]}, {"found": ["2011-05"]})
    assert found.evidence_against[0].feature == "order"
    assert found.weight < -4_000


def test_behaviour_is_labelled_unvalidated() -> None:
    assert not BEHAVIOUR.validated
    assert "unvalidated" in BEHAVIOUR.title


def test_a_fault_names_field_and_reason() -> None:
    with pytest.raises(BadValue, match="phones: 'abc' is no telephone number"):
        read(PERSON, {"phones": ["abc"]})
    with pytest.raises(BadValue, match=r"sex: a field is a list of values: write \[value\]"):
        read(PERSON, {"sex": "M"})


def test_a_name_that_stands_alone_is_either_part() -> None:
    """A family name written where the given name goes is no other given name: it says who, and nothing against."""
    full = {"names": [{"given": "Walter", "family": "Bryant"}]}
    model = Model.starting(PERSON)
    for alone in ({"given": "Bryant"}, {"family": "Walter"}, {"given": "Bryent"}):
        found = score(model, {"names": [alone]}, full)
        assert [step.level for step in found.waterfall[:2]] == ["alone", ""]
        assert found.weight > 5_000
        assert score(model, full, {"names": [alone]}).weight == found.weight
    assert score(model, {"names": [{"given": "Walter"}]}, full).waterfall[0].level == "same"
    assert score(model, {"names": [{"given": "Percy"}]}, full).waterfall[0].level == "different"
