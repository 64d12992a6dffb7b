"""The index finds what was added, from the moment it was, and scores it as `score` does."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.linkage import PERSON, REMAINS, SUSPECT, BadValue, Damaged, Index, Model, score
from manumit.linkage.index import index, searching

from .people import records
from .test_scoring import FREQUENCIES

ALDER = {"names": [{"given": "Robert", "family": "Alder"}], "birth": ["1990-02-03"], "phones": ["505-555-0123"]}
BOB = {"names": [{"given": "Bob", "family": "Aldar"}], "birth": ["1990-02-03"]}


def crowd(count: int, seed: int = 3) -> dict[str, dict]:
    """Return invented people by id."""
    chance, names = random.Random(seed), ["ada", "bea", "cal", "dee", "eli", "fay", "gus", "hal"]

    def name() -> str:
        return chance.choice(names) + chance.choice(names)

    return {
        f"p{number}": {
            "names": [{"given": name(), "family": name()} for _ in range(chance.choice((1, 1, 2)))],
            "birth": [f"{chance.randint(1950, 2005)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"],
            "phones": [f"505{chance.randint(2_000_000, 9_999_999)}"] * chance.choice((0, 1)),
            "marks": ["rose tattoo left arm", "scar on chin"][: chance.choice((0, 1, 2))],
        }
        for number in range(count)
    }


def found(here: Index, record: dict, limit: int = 5) -> list[tuple[str, int]]:
    return [(hit.id, hit.weight) for hit in here.search(record, limit)]


def test_a_record_is_found_from_its_addition_and_gone_from_its_removal(empty) -> None:
    empty.add("a", ALDER)
    assert found(empty, BOB) == [("a", score(empty.model, BOB, ALDER).weight)]
    empty.remove("a")
    assert found(empty, BOB) == []
    assert len(empty) == 0


def test_a_record_added_again_takes_the_place_of_the_first(empty) -> None:
    empty.add("a", BOB)
    empty.load(crowd(30).items())
    empty.add("a", ALDER)
    assert len(empty) == 31
    assert found(empty, ALDER)[0] == ("a", score(empty.model, ALDER, ALDER).weight)
    empty.compact()
    assert len(empty) == 31
    assert found(empty, ALDER)[0] == ("a", score(empty.model, ALDER, ALDER).weight)


def test_another_process_sees_every_change_at_once(empty, tmp_path) -> None:
    other = Index.open(tmp_path / "index", empty.model)
    for number, (id_, record) in enumerate(crowd(40).items()):
        (empty if number % 2 else other).add(id_, record)
        assert len(empty) == len(other) == number + 1
        assert found(empty, record)[0] == found(other, record)[0]
    other.compact()
    empty.remove("p0")
    assert "p0" not in set(other.ids())


def test_however_it_was_made_an_index_answers_alike(empty, tmp_path) -> None:
    people = crowd(60)
    scratch = Index.open(tmp_path / "scratch", empty.model)
    empty.load(list(people.items())[:35])
    for id_, record in list(people.items())[30:]:
        empty.add(id_, record)
    for id_ in ("p1", "p33", "p59"):
        empty.remove(id_)
        del people[id_]
    scratch.load(people.items())
    assert sorted(empty.ids()) == sorted(scratch.ids())
    for record in crowd(15, seed=4).values():
        assert empty.search(record, 5, least=5_000) == scratch.search(record, 5, least=5_000)
    for here in (empty, scratch):
        here.compact()
    for record in crowd(15, seed=4).values():
        assert found(empty, record) == found(scratch, record)


@settings(max_examples=25, deadline=None)
@given(st.lists(records, min_size=6, max_size=12), records)
def test_a_hit_weighs_what_the_pair_scores(tmp_path_factory, people, asked) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "ALL", 3)
        patch.setattr(index, "CHUNK", 6)
        for profile in (PERSON, REMAINS, SUSPECT):
            model = Model.starting(profile).without(()).with_frequencies({} if profile is REMAINS else FREQUENCIES)
            here = Index.open(tmp_path_factory.mktemp("index"), model)
            here.load((str(number), record) for number, record in enumerate(people[:-2]))
            here.add_many((str(number), record) for number, record in enumerate(people[-2:], len(people) - 2))
            for hit in here.search(asked, 20):
                assert hit.weight == score(model, asked, people[int(hit.id)]).weight


def test_those_whose_family_name_changed_are_found(empty) -> None:
    empty.load(crowd(50).items())
    empty.add("a", ALDER)
    empty.compact()
    assert found(empty, {**BOB, "names": [{"given": "Bob", "family": "Quill"}]})[0][0] == "a"
    assert found(empty, {"names": [{"given": "Alder", "family": "Robert"}]})[0][0] == "a"
    assert found(empty, {"names": ["Nobody Known"], "phones": ["(505) 555-0123"]})[0][0] == "a"


def test_what_is_newer_than_the_index_is_searched_with_it(empty) -> None:
    empty.add("a", ALDER)
    newer = [("b", BOB), ("a", None)]
    assert [hit.id for hit in empty.search(BOB, extra=newer)] == ["b"]
    assert [hit.id for hit in empty.search(BOB)] == ["a"]


def test_light_ones_can_be_left_out(empty) -> None:
    for id_, record in crowd(6).items():
        empty.add(id_, record)
    hits = empty.search(ALDER)
    assert len(hits) == 6
    assert empty.search(ALDER, least=hits[2].weight) == [hit for hit in hits if hit.weight >= hits[2].weight]


def test_a_record_that_cannot_be_read_changes_nothing(empty) -> None:
    with pytest.raises(BadValue, match="birth: 'long ago' is no date"):
        empty.add_many([("a", ALDER), ("b", {"birth": ["long ago"]})])
    assert len(empty) == 0


def test_loaded_leniently_only_what_cannot_be_read_is_lost(empty) -> None:
    robin = {"names": ["Robin Alder"], "birth": ["long ago"], "sex": ["female"]}
    assert empty.load([("1", robin)], lenient=True) == 1
    (hit,) = empty.search({"names": ["Robin Alder"], "sex": ["female"]})
    assert hit.weight == score(empty.model, robin | {"birth": []}, {"names": ["Robin Alder"], "sex": ["female"]}).weight
    with pytest.raises(BadValue):
        empty.load([("2", robin)])


def test_a_frame_cut_short_by_a_kill_is_as_if_never_written(empty, tmp_path) -> None:
    empty.add("a", ALDER)
    (log,) = (tmp_path / "index").glob("journal-*")
    whole = log.read_bytes()
    log.write_bytes(whole + whole[: len(whole) // 2])
    again = Index.open(tmp_path / "index", empty.model)
    assert list(again.ids()) == ["a"]
    again.add("b", BOB)
    assert sorted(empty.ids()) == ["a", "b"]
    assert log.read_bytes().startswith(whole)


def test_the_position_is_the_last_mark_given(empty, tmp_path) -> None:
    empty.add("a", ALDER, position="17")
    empty.remove("a", position="18")
    assert Index.open(tmp_path / "index", empty.model).position == "18"
    empty.load(crowd(3).items(), position="19")
    assert Index.open(tmp_path / "index", empty.model).position == "19"
    empty.load(crowd(2).items())
    assert Index.open(tmp_path / "index", empty.model).position == "19"


def test_what_is_loaded_at_once_is_one_segment(empty, tmp_path) -> None:
    empty.add("a", ALDER)
    empty.load(crowd(35).items())
    assert len(list((tmp_path / "index").glob("segment-*"))) == 2
    assert len(empty) == 36


def test_a_damaged_segment_is_refused(empty, tmp_path) -> None:
    empty.load(crowd(5).items())
    (segment,) = (tmp_path / "index").glob("segment-*")
    segment.write_bytes(b"x" + segment.read_bytes()[1:])
    with pytest.raises(Damaged, match="damaged header"):
        Index.open(tmp_path / "index", empty.model)


def test_an_index_of_another_profile_is_refused(empty, tmp_path) -> None:
    with pytest.raises(ValueError, match="an index of the profile person"):
        Index.open(tmp_path / "index", Model.starting(REMAINS))


def test_what_was_removed_leaves_no_trace_after_compaction(empty, tmp_path) -> None:
    empty.load(crowd(12).items())
    empty.add("a", {"names": [{"given": "Xenobia", "family": "Quillfeather"}]})
    empty.remove("a")
    empty.compact()
    assert not any(b"quillfeather" in path.read_bytes().lower() for path in (tmp_path / "index").iterdir())


def test_segments_with_one_value_a_record_merge_with_those_of_several(empty) -> None:
    people = crowd(24)
    few = [{**person, "marks": []} for person in people.values()]
    several = [{**person, "marks": ["rose tattoo arm", "scar"]} for person in people.values()]
    empty.load((f"few{number}", record) for number, record in enumerate(few[:9]))
    empty.load((f"several{number}", record) for number, record in enumerate(several[:9]))
    empty.load((f"last{number}", record) for number, record in enumerate(few[9:15]))
    empty.compact()
    for hit in empty.search(several[3], 40):
        kind = hit.id.rstrip("0123456789")
        number = int(hit.id.removeprefix(kind))
        record = {"few": few, "several": several, "last": few[9:]}[kind][number]
        assert hit.weight == score(empty.model, several[3], record).weight


def test_what_may_not_be_found_changes_nothing_of_the_answer(empty, tmp_path, monkeypatch) -> None:
    """Not the order, not the weights, not who is cut: as if the index held only what is allowed."""
    monkeypatch.setattr(searching, "KEPT", 3)
    monkeypatch.setattr(searching, "KEPT_NEARBY", 3)
    people = crowd(60)
    mine = {id_: record for number, (id_, record) in enumerate(people.items()) if number % 5 == 0}
    empty.load(people.items())
    alone = Index.open(tmp_path / "alone", empty.model)
    alone.load(mine.items())
    wanted = [id_.encode() for id_ in mine]
    for asked in list(people.values())[:20]:
        assert empty.search(asked, 5, allowed=lambda ids: np.isin(ids, wanted)) == alone.search(asked, 5)
    newer = [("p1", people["p5"]), ("p5", None)]
    found = empty.search(people["p5"], 60, extra=newer, allowed=lambda ids: np.isin(ids, wanted))
    assert {hit.id for hit in found} <= mine.keys() - {"p5"}


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_asked_round_by_round_the_best_of_what_is_seen_are_found(empty, tmp_path, monkeypatch, at_once) -> None:
    """Whatever else there is, however little is asked about at a time, and with segments that have to be looked up."""
    monkeypatch.setattr(searching, "ALL", 8)
    monkeypatch.setattr(searching, "KEPT", 1)
    monkeypatch.setattr(searching, "KEPT_NEARBY", 1)
    people = crowd(90)
    mine = {id_: record for number, (id_, record) in enumerate(people.items()) if number % 5 == 0}
    empty.load(list(people.items())[:70])
    empty.add_many(list(people.items())[70:])
    told = {id_.encode() for id_ in mine}
    newer = [("p0", people["p5"]), ("p1", people["p5"]), ("p5", None)]
    now = {id_: record for id_, record in {**mine, "p0": people["p5"]}.items() if id_ != "p5"}
    for asked in list(people.values())[:20]:
        hits = empty.search_seen(asked, 5, lambda ids: np.isin(ids, list(told)), at_once=at_once, extra=newer)
        every = empty.search_seen(asked, 90, lambda ids: np.ones(len(ids), np.bool_), at_once=at_once, extra=newer)
        worth = [hit for hit in every if hit.id in now]
        assert hits == worth[:5]
        assert all(hit.weight == score(empty.model, asked, now[hit.id]).weight for hit in hits)
        assert [hit.weight for hit in every] == sorted((hit.weight for hit in every), reverse=True)
