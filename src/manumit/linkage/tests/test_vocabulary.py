"""What a vocabulary leaves out is different, whatever the name: it is never a question of what happens to be found."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.linkage.compare import nicknames, spelling
from manumit.linkage.compare.names import (
    CLOSE,
    DIFFERENT,
    INITIAL,
    NEAR,
    NICKNAME,
    PART,
    SAME,
    SHORTENED,
    SIMILAR,
    SOUNDS,
)
from manumit.linkage.index.vocabulary import Vocabulary
from manumit.linkage.table import NAME

SYLLABLES = (
    "ma",
    "ri",
    "jo",
    "se",
    "lu",
    "cia",
    "ben",
    "to",
    "an",
    "dre",
    "kat",
    "ph",
    "ee",
    "gon",
    "za",
    "lez",
    "k",
    "w",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ALL = (SAME, NICKNAME, CLOSE, SOUNDS, NEAR, PART, SHORTENED, INITIAL, SIMILAR)


def slip(name: str, chance: random.Random) -> str:
    """Return the name with a letter put in, left out, changed or exchanged, cut short, or with a word more."""
    at, letter = chance.randrange(len(name)), chance.choice(LETTERS)
    made = (
        name[:at] + letter + name[at:], name[:at] + name[at + 1 :], name[:at] + letter + name[at + 1 :],
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :], name[: at + 1], f"{name} {letter}{name[:4]}", name[0],
    )  # fmt: skip
    return " ".join(chance.choice(made).split())[:32].rstrip() or name


def names_of(seed: int, count: int = 400) -> list[bytes]:
    chance = random.Random(seed)
    listed = [name.decode() for name in nicknames._PLACES]
    made = {"".join(chance.choices(SYLLABLES, k=chance.randint(1, 5))) for _ in range(count // 4)}
    made |= set(chance.sample(listed, 40))
    for _ in range(2):
        made |= {slip(name, chance) for name in sorted(made)}
    return sorted(name.encode() for name in made)


def levels_of(name: bytes, names: list[bytes]) -> tuple[set[int], np.ndarray]:
    values, asked = NAME.columns([(each,) for each in names]), NAME.columns([(name,)])
    found = Vocabulary(values).like(asked)
    levels = NAME.compare(asked, values)
    missed = sorted(set(np.flatnonzero(levels != DIFFERENT)) - set(found.tolist()))
    assert not missed, [(name, names[place], levels[place]) for place in missed]
    assert found.tolist() == sorted(set(found.tolist()))
    return set(levels.tolist()), found


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32 - 1))
def test_nothing_that_is_like_a_name_is_left_out(seed) -> None:
    names = names_of(seed)
    for name in random.Random(seed).sample(names, 10):
        levels_of(name, names)


def test_names_of_the_test_reach_every_level_and_most_others_are_left_out() -> None:
    names, reached, found = names_of(7, 2_000), set(), 0
    for name in names[::9]:
        levels, some = levels_of(name, names)
        reached |= levels
        found += len(some)
    assert reached >= set(ALL)
    assert found < len(names) * len(names[::9]) / 4


@pytest.mark.parametrize("name", [b"a", b"li", b"de la cruz", b"x" * 32, b"maria de los angeles"])
def test_names_of_every_length_can_be_asked(name) -> None:
    names = [*names_of(3), b"a", b"x" * 32, b"x" * 31, b"angeles", b"maria", b"cruz de la"]
    levels_of(name, sorted(set(names)))


@settings(deadline=None, max_examples=500)
@given(st.text(LETTERS, min_size=1, max_size=12), st.text(LETTERS, min_size=1, max_size=12))
def test_the_bounds_hold_for_any_two_texts(one, other) -> None:
    left, right = ({**NAME.columns([(each.encode(),)])} for each in (one, other))
    for side in (left, right):
        side["pairs"] = spelling.pairs(side["text"])
    edits, alike = spelling.edits(left, right, 2)[0], spelling.resemblance(left, right, 0.5)[0]
    for most in (1, 2):
        assert edits > most or spelling.may_be_edits_apart(left, right, most)[0]
    for least in (0.6, 0.87):
        assert alike < least or spelling.may_resemble(left, right, least)[0]


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("marina", "xymarina", 2),
        ("benjamin", "bonjarin", 2),
        ("abcdef", "badcef", 2),
        ("abc", "xabc", 1),
        ("abcd", "abdc", 1),
    ],
)
def test_edits_at_the_bound_are_counted(one, other, edits) -> None:
    left, right = ({**NAME.columns([(each.encode(),)])} for each in (one, other))
    for side in (left, right):
        side["pairs"] = spelling.pairs(side["text"])
    assert spelling.edits(left, right, 2)[0] == edits
    assert spelling.may_be_edits_apart(left, right, edits)[0]
    levels_of(one.encode(), sorted({*names_of(5), other.encode()}))


@pytest.mark.parametrize("names", [[], [b"zyx"], [b"robert"], [b"calfay", b"q"]])
def test_a_vocabulary_may_be_small_and_hold_no_listed_name(names) -> None:
    for name in (b"calfay", b"robert", b"q"):
        levels_of(name, names)
