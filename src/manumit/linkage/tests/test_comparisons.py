"""What each comparison says of two values: the published explanations, example by example."""

import pytest

from manumit.linkage import PERSON, REMAINS, SUSPECT, VEHICLE, BadValue, Model, read, score
from manumit.linkage.compare.vins import check_digit

VIN = "1M8GDM9AXKP042788"


def name(given: str = "", family: str = "") -> dict[str, str]:
    return {"given": given, "family": family}


def level(profile, feature: str, field: str, left, right) -> str:
    found = score(Model.starting(profile).without(()), {field: [left]}, {field: [right]})
    return next(step.level for step in found.waterfall if step.feature == feature)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("José", "jose", "same"),
        ("Мария", "Mariya", "same"),
        ("Μαρία", "Maria", "same"),
        ("Robert", "Bob", "nickname"),
        ("Elizabeth", "Lizzie", "nickname"),
        ("Robert", "Robret", "close"),
        ("Robert", "Roberta", "close"),
        ("Maria Elena", "Maria", "part"),
        ("Christopher", "Chris", "nickname"),
        ("Alexandria", "Alexan", "shortened"),
        ("Robert", "R", "initial"),
        ("Robert", "Walter", "different"),
        ("محمد", "Walter", "different"),
    ],
)
def test_given_names(one, other, expected) -> None:
    assert level(PERSON, "given", "names", name(one, "Alder"), name(other, "Alder")) == expected


@pytest.mark.parametrize(
    ("one", "other", "given", "family"),
    [
        (name("Robert", "Alder"), name("Robert", "García-Alder"), "same", "part"),
        (name("Robert", "Alder"), name("Alder", "Robert"), "crossed", "crossed"),
        (name("Bryant"), name("Walter", "Bryant"), "alone", ""),
        (name("Robert", "Smith"), name("Robert", "Smyth"), "same", "close"),
        (name("Robert", "Петров"), name("Robert", "Petrov"), "same", "same"),
        (name("Robert", "O'Neill"), name("Robert", "Oneill"), "same", "same"),
    ],
)
def test_whole_names(one, other, given, family) -> None:
    assert (level(PERSON, "given", "names", one, other), level(PERSON, "family", "names", one, other)) == (
        given,
        family,
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1990-02-03", "1990-02-03", "same"),
        ("1990-02-03", "1990-03-02", "swapped"),
        ("1990-02-03", "1990-02", "month known"),
        ("1990-02-03", "1996-02-03", "year differs"),
        ("1990-02-03", "1990-02-17", "day differs"),
        ("1990-02-03", "1990-09-03", "month differs"),
        ("1990-02-03", "1990", "year known"),
        ("1990-02-03", "1990-07-21", "same year"),
        ("1990-02-03", {"low": 30, "high": 31, "on": "2020-05-01"}, "age close"),
        ("1990-02-03", {"low": 25, "high": 33, "on": "2020-05-01"}, "age agrees"),
        ("1990-02-03", {"low": 15, "high": 40, "on": "2020-05-01"}, "age may"),
        ("1990-02-03", {"low": 60, "high": 70, "on": "2020-05-01"}, "apart"),
        ("1990-02-03", "1991-07-21", "two years"),
        ("1990-02-03", "1993-02-04", "five years"),
        ("1990-02-03", "1994-07-21", "five years"),
        ("1990-02-03", "1970-07-21", "apart"),
    ],
)
def test_births_and_ages_stated_for_a_day(one, other, expected) -> None:
    assert level(PERSON, "birth", "birth", one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"number": "ABC 1230", "state": "NM"}, {"number": "abc-1230", "state": "NM"}, "same"),
        ({"number": "ABC1230", "state": "NM"}, "ABC1230", "same"),
        ({"number": "ABC1230", "state": "NM"}, "A8C123O", "misread"),
        ("ABC1230", "?BC12?0", "partly"),
        ("ABC1230", "BC12", "partly"),
        ("ABC1230", "12", "different"),
        ({"number": "ABC1230", "state": "NM"}, {"number": "ABC1230", "state": "AZ"}, "another state"),
        ("ABC1230", "ABC1234", "character"),
        ("ABC1230", "ABC1203", "character"),
        ("ABC1230", "XYZ9876", "different"),
        ({"number": "ABC1230", "state": "NM"}, {"number": "?BC12?0", "state": "AZ"}, "different"),
    ],
)
def test_plates_seen_in_part_and_misread(one, other, expected) -> None:
    assert level(VEHICLE, "plate", "plates", one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (VIN, VIN.lower(), "same"),
        (VIN, VIN.replace("0", "O"), "same"),
        (VIN, "1M8GDM9AXKP042789", "mistyped"),
        (VIN, VIN[-6:], "ending"),
        (VIN, VIN[-8:], "ending"),
        (VIN, "042789", "different"),
        (VIN, "X042788", "different"),
        (VIN, "2FTRX18W1XCA01212", "different"),
    ],
)
def test_vins_and_their_check_digit(one, other, expected) -> None:
    assert level(VEHICLE, "vin", "vins", one, other) == expected


def test_one_character_off_though_both_check() -> None:
    """A, J and 1 count alike in the check digit, so it shows no slip between them."""
    assert {check_digit(each + VIN[1:]) for each in "1AJ"} == {VIN[8]}
    assert level(VEHICLE, "vin", "vins", VIN, "A" + VIN[1:]) == "character"


@pytest.mark.parametrize(
    ("feature", "field", "one", "other", "expected"),
    [
        ("phone", "phones", "505-555-0123", "+1 (505) 555 0123", "same"),
        ("phone", "phones", "505-555-0123", "555-0123", "local"),
        ("phone", "phones", "505-555-0123", "505-555-0132", "digit"),
        ("phone", "phones", "505-555-0123", "505-555-9123", "digit"),
        ("phone", "phones", "505-555-0123", "505-555-9124", "different"),
        ("phone", "phones", "+44 20 7946 0123", "+442079460123", "same"),
        ("document", "documents", {"kind": "passport", "number": "X1234567"}, {"number": "x-1234567"}, "same"),
        (
            "document",
            "documents",
            {"kind": "passport", "number": "X1234567"},
            {"kind": "visa", "number": "X1234567"},
            "elsewhere",
        ),
        ("document", "documents", "X1234567", "X1234576", "character"),
        ("document", "documents", "X1234567", "Y7654321", "different"),
        (
            "account",
            "accounts",
            {"platform": "photos", "handle": "@Night.Owl"},
            {"platform": "photos", "handle": "nightowl"},
            "same",
        ),
        (
            "account",
            "accounts",
            {"platform": "photos", "handle": "nightowl"},
            {"platform": "chat", "handle": "nightowl"},
            "elsewhere",
        ),
        (
            "account",
            "accounts",
            {"platform": "photos", "handle": "nightowl"},
            {"platform": "photos", "handle": "nightow1"},
            "character",
        ),
        ("height", "height", 65, {"low": 64, "high": 68}, "agree"),
        ("height", "height", 65, 65, "same"),
        ("height", "height", 65, 68, "near"),
        ("height", "height", 65, 70, "off"),
        ("height", "height", 65, 75, "apart"),
        ("height", "height", {"low": 70}, {"high": 66}, "off"),
        ("weight", "weight", {"low": 120, "high": 150}, 200, "apart"),
        ("eyes", "eyes", {"left": "BRO", "right": "BLU"}, {"left": "BRO", "right": "BLU"}, "two colours"),
        ("eyes", "eyes", {"left": "BRO", "right": "BLU"}, "BRO", "one"),
        ("eyes", "eyes", "BRO", "HAZ", "mistaken"),
        ("eyes", "eyes", "BRO", {"left": "BRO"}, "same"),
        ("eyes", "eyes", "BRO", "BLU", "different"),
        ("marks", "marks", "tattoo of an eagle on left forearm", "eagle tattooed on the left arm", "some"),
        ("marks", "marks", "tattoo of an eagle on left forearm", "scar on chin", "nothing"),
    ],
)
def test_numbers_measures_and_looks(feature, field, one, other, expected) -> None:
    assert level(SUSPECT, feature, field, one, other) == expected


@pytest.mark.parametrize(
    ("last", "found", "expected"),
    [
        ("2020-01-01", "2020-05-01", "year"),
        ("2018-01-01", "2020-05-01", "five years"),
        ("2001", "2020", "more"),
        ("2021-01-01", "2020-05-01", "crossed"),
        ("2020", "2020-05", "year"),
    ],
)
def test_the_dead_are_not_seen_after_they_were_found(last, found, expected) -> None:
    steps = score(Model.starting(REMAINS), {"last_contact": [last]}, {"found": [found]}).waterfall
    assert next(step.level for step in steps if step.feature == "order") == expected


@pytest.mark.parametrize(
    "record",
    [
        {"vins": ["ABC"]},
        {"plates": ["ABCDEFGHIJKL"]},
        {"phones": ["call me"]},
        {"birth": ["1990-13-01"]},
        {"height": [900]},
        {"names": "Robert"},
    ],
)
def test_what_cannot_be_read_names_its_field(record) -> None:
    with pytest.raises(BadValue) as told:
        read(SUSPECT, record)
    assert told.value.field == next(iter(record))
