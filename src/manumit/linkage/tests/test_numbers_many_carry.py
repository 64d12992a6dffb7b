"""A number says less the more records carry it, and nothing from 64 on; the index tells who carries which."""

import random

import pytest

from manumit.linkage import CONTACT, PERSON, SUSPECT, Frequencies, Index, Model, encode, measured, score
from manumit.linkage.frequencies import COMMON
from manumit.linkage.index import index

NUMBER = "505-555-0123"
TERM = "15055550123"


def carried_by(count: int, profile=CONTACT) -> Model:
    return Model.starting(profile).with_frequencies({"phone": Frequencies.carried({TERM: count})})


def phone_step(model: Model, other: str = NUMBER):
    found = score(model, {"phones": [NUMBER]}, {"phones": [other]})
    return next(step for step in found.waterfall if step.feature == "phone")


def test_each_doubling_of_those_who_carry_it_takes_a_bit_until_nothing_is_left() -> None:
    plain = phone_step(Model.starting(CONTACT)).weight
    weights = [phone_step(carried_by(count)).weight for count in (1, 2, 3, 4, 8, 16, 32, 63, 64, 100_000)]
    lost = [0, 0, 0, 1_000, 2_000, 3_000, 4_000, 4_000, plain, plain]
    assert weights == [plain - each for each in lost]


def test_a_step_says_how_many_carry_the_number_it_rests_on() -> None:
    assert [phone_step(carried_by(count)).carried for count in (3, 4, 15, 64, 5000)] == [0, 4, 8, 64, 64]


def test_of_two_numbers_in_common_the_rarer_counts(tmp_path) -> None:
    both = {"phones": [NUMBER, "505-555-0199"]}
    step = next(each for each in score(carried_by(500), both, both).waterfall if each.feature == "phone")
    assert (step.weight, step.carried) == (phone_step(Model.starting(CONTACT)).weight, 0)


@pytest.mark.parametrize("other", ["555-0123", "505-555-0124", "505-555-7777"])
def test_a_common_number_never_speaks_against(other) -> None:
    plain, common = phone_step(Model.starting(CONTACT), other), phone_step(carried_by(500), other)
    assert common.weight == (0 if plain.weight > 0 else plain.weight)
    assert common.level == plain.level


def test_a_name_still_speaks_where_the_number_does_not() -> None:
    person = {"names": [{"given": "Robert", "family": "Alder"}], "phones": [NUMBER]}
    found = score(carried_by(500, PERSON), person, person)
    assert found.weight == score(carried_by(500, PERSON), {"names": person["names"]}, person).weight > 10_000


def test_measured_counts_records_whatever_stands_with_the_number() -> None:
    people = [{"plates": [{"number": "HTL 1", "state": state}, "HTL1"]} for state in ("NM", "AZ", "", "NM", "CO")]
    people += [{"plates": ["RARE22"], "accounts": [{"platform": "chat", "handle": "owl"}]}] * 3
    found = measured(encode(SUSPECT, map(str, range(8)), people))
    assert dict(found["plate"].counts) == {"HTL1": 4}
    assert dict(found["account"].counts) == {}


def test_a_few_records_more_make_no_other_model() -> None:
    assert carried_by(40).version == carried_by(61).version != carried_by(64).version == carried_by(9_999).version


def test_a_model_keeps_its_common_numbers() -> None:
    model = carried_by(COMMON)
    assert Model.from_json(model.to_json(), model.version).carried("phone", (15055550123,)) == COMMON


@pytest.mark.parametrize("seed", range(4))
def test_the_index_tells_who_carries_a_number_however_it_grew(tmp_path, monkeypatch, seed) -> None:
    monkeypatch.setattr(index, "SEALED", 8)
    monkeypatch.setattr(index, "STEPS", 3)
    chance, here = random.Random(seed), Index.open(tmp_path / "index", Model.starting(SUSPECT))
    truth: dict[str, dict] = {}
    for step in range(40):
        id_ = f"s{chance.randint(0, 25)}"
        if chance.random() < 0.2:
            here.remove(id_)
            truth.pop(id_, None)
            continue
        phones = chance.sample(["505-555-0101", "505-555-0102", "555-0103"], chance.randint(0, 2))
        truth[id_] = {"phones": phones, "plates": [{"number": chance.choice(["ABC", "HTL1"]), "state": "NM"}]}
        here.add(id_, truth[id_])
        if step == 20:
            here.compact()
    for feature, field, term, value in (
        ("phone", "phones", "15055550101", "505-555-0101"),
        ("phone", "phones", "5550103", "555-0103"),
        ("plate", "plates", "HTL1", {"number": "HTL1", "state": "NM"}),
    ):
        holders = {id_ for id_, record in truth.items() if value in record[field]}
        assert here.carriers(feature, [term]) == {term: holders}
        assert here.carriers(feature).get(term, set()) == (holders if len(holders) > 1 else set())


def test_a_crowd_of_one_number_raises_nobody(tmp_path) -> None:
    here = Index.open(tmp_path / "index", carried_by(1000))
    here.load((f"c{number}", {"phones": [NUMBER]}) for number in range(1000))
    here.add("rare", {"phones": ["505-555-0199"]})
    assert here.search({"phones": [NUMBER]}, 2000, least=1) == []
    assert [hit.id for hit in here.search({"phones": ["505-555-0199"]}, 2000, least=1)] == ["rare"]
