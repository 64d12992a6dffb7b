"""A small relation of invented people, some of them twice, as flat columns."""

import numpy as np

from manumit.linkage.batch import DuckDB, Layout

LAYOUT = Layout(
    {
        "names": [{"given": "first", "middle": "middle", "family": "last"}],
        "birth": ["dob"],
        "sex": ["sex"],
        "height": ["height"],
        "places": [{"city": "city", "state": "state"}],
        "phones": ["phone", "phone2"],
    }
)
COLUMNS = ("id", "first", "middle", "last", "dob", "sex", "height", "city", "state", "phone", "phone2")
FIRST = ("robert", "maria", "susan", "thomas", "linda", "james", "carmen", "peter", "olga", "hector")
LAST = ("alder", "birch", "cedarson", "dogwood", "elmer", "firth", "gorse", "hazelton", "ivy", "juniper", "larch")
TOWNS = (("gallup", "NM"), ("shiprock", "NM"), ("winslow", "AZ"), (None, "AZ"), (None, None))


def rows(count=200, twice=40, seed=1):
    """Return rows of people of whom the first `twice` stand there a second time, a little different."""
    draw = np.random.default_rng(seed)
    once = [_person(number, draw) for number in range(count)]
    return once + [(count + number, *_again(once[number], draw)) for number in range(twice)]


def _person(number, draw):
    city, state = TOWNS[draw.integers(len(TOWNS))]
    born = f"{draw.integers(1950, 2000)}-{draw.integers(1, 13):02}-{draw.integers(1, 29):02}"
    phone = f"505{draw.integers(2_000_000, 9_999_999)}" if draw.random() < 0.7 else None
    middle = "lee" if draw.random() < 0.2 else None
    first, last = FIRST[draw.integers(len(FIRST))], LAST[draw.integers(len(LAST))]
    return number, first, middle, last, born, "MF"[number % 2], int(draw.integers(60, 75)), city, state, phone, None


def _again(person, draw):
    _, first, middle, last, born, sex, height, city, state, phone, _ = person
    last = last if draw.random() < 0.7 else last.replace("r", "rr", 1)
    return first, middle, last, born if draw.random() < 0.8 else born[:4], sex, height, city, state, None, phone


def engine_with(name, listed):
    """Return an engine that has the rows as a relation."""
    engine = DuckDB(threads=1, memory_mb=200)
    add(engine, name, listed)
    return engine


def add(engine, name, listed):
    """Put rows into an engine as a relation."""
    columns = zip(*listed, strict=True)
    engine.table(name, {column: _array(values) for column, values in zip(COLUMNS, columns, strict=True)})


def _array(values):
    whole = all(isinstance(value, int) for value in values)
    column = np.empty(len(values), dtype=np.int64 if whole else object)
    column[:] = values
    return column
