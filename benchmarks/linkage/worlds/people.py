"""Made people: names by frequency, dates of birth, places, phones and measures, some of it unknown."""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.table import Columns

from . import given_names
from .surnames import surnames

Draw = np.random.Generator
STATES = """AK AL AR AZ CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK
OR PA RI SC SD TN TX UT VA VT WA WI WV WY""".split()
PLACE_HEADS = """cedar oak pine elk bear eagle fox river lake spring clear silver gold red white black green blue iron
stone rock sand mill king queen prince fair glen high low north south east west new old grand little big long broad
deer otter wolf hawk swan rose lily maple birch willow aspen elm ash hazel sun moon star frost snow summer
winter""".split()
PLACE_ENDS = """ton ville ford field port burg wood dale view haven land brook creek falls springs city hills grove
ridge point crossing junction harbor valley""".split()
RACES, RACE_SHARES = tuple("WBHAIU"), (0.58, 0.14, 0.18, 0.05, 0.03, 0.02)


def people(count: int, draw: Draw) -> Columns:
    """Return made people: first, last, sex, dob, race, city, state, phone, height in inches; None where unknown."""
    sex = draw.choice(np.array(["F", "M"], dtype=object), count)
    city = _drawn(_places(), 6.0, count, draw)
    return {
        "first": _given(sex, draw),
        "last": _last(count, draw),
        "sex": _unknown(sex, 0.02, draw),
        "dob": dates(count, draw),
        "race": _unknown(draw.choice(np.array(RACES, dtype=object), count, p=RACE_SHARES), 0.05, draw),
        "city": _unknown(city, 0.04, draw),
        "state": _states(city),
        "phone": _unknown(phones(count, draw), 0.45, draw),
        "height": _unknown(_heights(sex, draw), 0.35, draw),
    }


def drawn_by_rank(values: list[str], flat: float, count: int, draw: Draw) -> NDArray[Any]:
    """Draw values whose frequency falls as 1 / (rank + flat): a larger `flat` makes the commonest less common."""
    return _drawn(np.array(values, dtype=object), flat, count, draw)


def _drawn(values: NDArray[Any], flat: float, count: int, draw: Draw) -> NDArray[Any]:
    weight = 1 / (np.arange(len(values)) + flat)
    edges = np.cumsum(weight / weight.sum())
    edges[-1] = 1.0
    return values[np.searchsorted(edges, draw.random(count), side="right")]


def _given(sex: NDArray[Any], draw: Draw) -> NDArray[Any]:
    male = drawn_by_rank(given_names.male(), 6.0, len(sex), draw)
    female = drawn_by_rank(given_names.female(), 8.0, len(sex), draw)
    return np.where(sex == "M", male, female)


def _last(count: int, draw: Draw) -> NDArray[Any]:
    """Draw family names; one in forty is two names joined by a hyphen."""
    names = drawn_by_rank(surnames(), 18.0, count, draw)
    double = np.nonzero(draw.random(count) < 0.025)[0]
    names[double] = names[double] + "-" + names[draw.permutation(double)]
    return names


def dates(count: int, draw: Draw) -> NDArray[Any]:
    """Draw dates of birth from 1930 to 2010 as ISO text; 6 % are year and month, 6 % a year alone, 4 % unknown."""
    day = np.datetime64("1930-01-01") + (draw.beta(2.2, 1.6, count) * 29_500).astype("timedelta64[D]")
    text = day.astype("datetime64[D]").astype(str).astype(object)
    known = draw.random(count)
    for length, low, high in ((7, 0.04, 0.10), (4, 0.10, 0.16)):
        some = np.nonzero((known >= low) & (known < high))[0]
        text[some] = [value[:length] for value in text[some]]
    text[known < 0.04] = None
    return text


def phones(count: int, draw: Draw) -> NDArray[Any]:
    """Draw ten-digit numbers; one in thirty is another person's too (a household's, a shelter's)."""
    area = draw.integers(201, 989, 300)[draw.integers(0, 300, count)]
    local = draw.integers(2_000_000, 9_999_999, count)
    text = np.array([f"{a}{n:07}" for a, n in zip(area, local, strict=True)], object)
    shared = np.nonzero(draw.random(count) < 0.033)[0]
    text[shared] = text[draw.integers(0, count, len(shared))]
    return text


def _heights(sex: NDArray[Any], draw: Draw) -> NDArray[Any]:
    mean = np.where(sex == "M", 69.2, 64.0)
    return (mean + draw.normal(0, 2.8, len(sex))).round().astype(int).astype(object)


def _places() -> NDArray[Any]:
    names = [head + end for head in PLACE_HEADS for end in PLACE_ENDS]
    return np.array(names, dtype=object)[np.random.default_rng(11).permutation(len(names))]


def _states(city: NDArray[Any]) -> NDArray[Any]:
    """Return each place's state, always the same one for a place."""
    states = np.random.default_rng(12).integers(0, len(STATES), len(_places()))
    known = {name: STATES[state] for name, state in zip(_places(), states, strict=True)}
    return np.array([known[name] for name in city], dtype=object)


def _unknown(values: NDArray[Any], share: float, draw: Draw) -> NDArray[Any]:
    values = values.astype(object)
    values[draw.random(len(values)) < share] = None
    return values
