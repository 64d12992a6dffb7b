"""Whole batches over relations: doubles found, sides kept apart, new records scored as if all had come at once."""

import numpy as np
import pytest

from manumit.linkage import PERSON, Model
from manumit.linkage.batch import Catalogue, Collection, DuckDB, Layout, deduplicate, link, odds
from manumit.linkage.batch import scoring as scoring_module

from . import people

ROWS = people.rows()
ONCE, AGAIN = ROWS[:200], ROWS[200:]


@pytest.fixture(scope="module")
def found():
    return deduplicate(people.engine_with("people", ROWS), "people", people.LAYOUT, Model.starting(PERSON))


def pairs(found):
    return {(found.ids[a], found.ids[b]): w for a, b, w in zip(found.a, found.b, found.evidence, strict=True)}


def test_people_who_stand_there_twice_are_found(found) -> None:
    sure = {pair for pair, evidence in pairs(found).items() if evidence >= odds(0.9)}
    true = {(number, 200 + number) for number in range(40)}
    assert len(sure & true) >= 38
    assert len(sure - true) <= 2


def test_clusters_keep_apart_what_people_judged_apart(found) -> None:
    labels = found.clusters(odds(0.9))
    assert labels[0] == labels[200]
    apart = found.clusters(odds(0.9), apart=[(200, 0)])
    assert apart[0] != apart[200]


def test_the_same_records_in_another_order_give_the_same_answer(found) -> None:
    backwards = people.engine_with("people", ROWS[::-1])
    again = deduplicate(backwards, "people", people.LAYOUT, Model.starting(PERSON))
    assert again.model.version == found.model.version
    assert pairs(again) == pairs(found)


def test_chunks_change_nothing(found, monkeypatch) -> None:
    monkeypatch.setattr(scoring_module, "CHUNK", 60)
    engine = people.engine_with("people", ROWS)
    assert pairs(deduplicate(engine, "people", people.LAYOUT, found.model, trained=True)) == pairs(found)


def test_linking_joins_across_and_never_within(found) -> None:
    engine = people.engine_with("one", ONCE)
    people.add(engine, "other", AGAIN)
    linked = link(engine, ("one", people.LAYOUT), ("other", people.LAYOUT), found.model, trained=True)
    expected = {(a, b): w for (a, b), w in pairs(found).items() if a < 200 <= b}
    assert pairs(linked) == expected


def test_new_records_meet_those_that_stand_as_if_all_had_come_at_once(found) -> None:
    engine = people.engine_with("one", ONCE)
    people.add(engine, "other", AGAIN)
    new = Catalogue(engine, "one", people.LAYOUT, found.model).add("other", people.LAYOUT)
    whole = {pair: w for pair, w in pairs(found).items() if pair[1] >= 200}
    assert whole.items() <= pairs(new).items()


def test_a_feature_that_turns_out_to_have_several_values_is_taken_anew(found) -> None:
    engine = people.engine_with("one", ONCE)
    people.add(engine, "other", [(*row[:-2], "5055550123", "5055550124") for row in AGAIN])
    catalogue = Catalogue(engine, "one", people.LAYOUT, found.model)
    assert "phone" in catalogue.collection.single
    assert len(catalogue.add("other", people.LAYOUT)) >= 38
    assert "phone" not in catalogue.collection.single


def test_ids_are_the_callers_own() -> None:
    engine = people.engine_with("people", [(1000 + row[0], *row[1:]) for row in ONCE])
    collection = Collection(PERSON, engine)
    collection.add("people", people.LAYOUT)
    assert collection.ids[:3] == [1000, 1001, 1002]
    assert np.array_equal(np.unique(collection.entries("sex")["record"]), np.arange(200))


def test_columns_may_be_called_anything_and_a_value_is_never_part_of_a_statement() -> None:
    engine = DuckDB(threads=1, memory_mb=200)
    born = np.array(["1990-02-03", 'it\'s "not" a day', None], dtype=object)
    engine.table('"group"', {"order": np.array([7, 8, 9]), 'Date of "birth"': born})
    collection = Collection(PERSON, engine)
    collection.add("group", Layout({"birth": ['Date of "birth"']}, id="order"))
    assert collection.ids == [7, 8, 9]
    assert collection.entries("birth")["record"].tolist() == [0]
    (problem,) = collection.problems
    assert (problem.field, problem.id, problem.records) == ("birth", 8, 1)
