"""What a batch says of a pair is what `score` says of it, to the last millibit, whatever the records hold."""

import itertools

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from manumit.linkage import PERSON, REMAINS, SUSPECT, VEHICLE, Model, Patterns, encode, measured, pair_levels
from manumit.linkage.batch import Collection, DuckDB, Scorer
from manumit.linkage.batch.learning import patterns
from manumit.linkage.tests.people import records

from . import people

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
ENGINE = DuckDB(threads=1, memory_mb=200)


def fresh():
    for (name,) in ENGINE.rows("SELECT table_name FROM duckdb_tables()"):
        ENGINE.run(f"DROP TABLE {name}")
    return ENGINE


def every_pair(engine, count):
    a, b = np.array(list(itertools.combinations(range(count), 2)), np.int32).T
    engine.table("pair", {"a": a, "b": b})
    return a, b


@pytest.mark.parametrize("profile", [PERSON, REMAINS, SUSPECT, VEHICLE], ids=lambda profile: profile.name)
@settings(max_examples=4, deadline=None, phases=QUICK)
@given(listed=st.lists(records, min_size=6, max_size=9))
def test_for_records_of_any_shape(profile, listed) -> None:
    scorer, expected, pairs = both(profile, listed)
    found = {(x, y): w for part in scorer.weights("pair", -(10**9)) for x, y, w in zip(*part.values(), strict=True)}
    assert found == dict(zip(pairs, expected.total.tolist(), strict=True))


@settings(max_examples=5, deadline=None, phases=QUICK)
@given(listed=st.lists(records, min_size=6, max_size=9))
def test_training_sees_the_same_patterns(listed) -> None:
    single = [{name: values[:1] for name, values in record.items()} for record in listed]
    scorer, expected, _ = both(PERSON, single)
    (found,) = patterns(scorer.model, scorer.patterns("pair"))
    assert counted(found) == counted(Patterns.of(expected))


def both(profile, listed):
    """Return a scorer of all pairs, what they are by the library itself, and the pairs."""
    ids = [str(number) for number in range(len(listed))]
    table = encode(profile, ids, listed)
    model = Model.starting(profile).with_frequencies(measured(table))
    collection = Collection(profile, fresh())
    collection.add_records(ids, listed)
    a, b = every_pair(collection.engine, len(listed))
    pairs = list(zip(a.tolist(), b.tolist(), strict=True))
    return Scorer(collection, model), pair_levels(model, table, a, table, b), pairs


def counted(found):
    rows = zip(found.levels.tolist(), found.rarity.tolist(), found.counts.tolist(), strict=True)
    return sorted((tuple(levels), rarity, count) for levels, rarity, count in rows)


def test_names_in_each_others_place_and_a_nickname_among_them() -> None:
    names = [
        ("robert", "alder"),
        ("alder", "bob"),
        ("bob", "thomas"),
        ("tom", "robert"),
        ("aldr", "robret"),
        ("robert", "alderson"),
    ]
    listed = [{"names": [{"given": first, "family": last}]} for first, last in names]
    table = encode(PERSON, map(str, range(6)), listed)
    model = Model.starting(PERSON).with_frequencies(measured(table))
    collection = Collection(PERSON, fresh())
    collection.add_records(range(6), listed)
    a, b = every_pair(collection.engine, 6)
    (part,) = Scorer(collection, model).weights("pair", -(10**9))
    expected = pair_levels(model, table, a, table, b)
    crossed = PERSON.feature("given").comparison.code("crossed")
    assert (expected.levels[:, 0] == crossed).sum() >= 3
    assert (expected.levels[:, 0] == PERSON.feature("given").comparison.code("half crossed")).sum() >= 1
    assert sorted(part["weight"].tolist()) == sorted(expected.total.tolist())


def test_a_relation_is_read_as_its_records_would_be() -> None:
    listed = people.rows(60, 20)
    collection = Collection(PERSON, people.engine_with("people", listed))
    collection.add("people", people.LAYOUT)
    records_of = [record(dict(zip(people.COLUMNS, row, strict=True))) for row in listed]
    one, other = collection.table(), encode(PERSON, [str(row[0]) for row in listed], records_of)
    i = np.arange(len(listed))
    model = Model.starting(PERSON)
    assert one.ids == other.ids
    assert (
        pair_levels(model, one, i, other, i[::-1]).levels == pair_levels(model, other, i, other, i[::-1]).levels
    ).all()
    assert (pair_levels(model, one, i, one, i).total == pair_levels(model, other, i, other, i).total).all()


def record(row):
    parts = {"given": row["first"], "middle": row["middle"], "family": row["last"]}
    place = {part: row[part] for part in ("city", "state") if row[part]}
    return {
        "names": [{part: text for part, text in parts.items() if text}],
        "birth": [row["dob"]],
        "sex": [row["sex"]],
        "height": [row["height"]],
        "places": [place] if place else [],
        "phones": [phone for phone in (row["phone"], row["phone2"]) if phone],
    }


def test_a_value_that_cannot_be_read_is_named_and_the_rest_survives() -> None:
    listed = people.rows(10, 0)
    broken = [(*row[:4], "1990-02-31", *row[5:]) if row[0] in (3, 7) else row for row in listed]
    collection = Collection(PERSON, people.engine_with("people", broken))
    collection.add("people", people.LAYOUT)
    (problem,) = collection.problems
    assert (problem.field, problem.id, problem.records) == ("birth", 3, 2)
    assert "day 31" in problem.reason
    assert len(collection) == 10
    assert 3 not in collection.entries("birth")["record"]
    assert 3 in collection.entries("name")["record"]
