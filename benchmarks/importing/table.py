"""A NamUs table of any length, with invented people: every row another case."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from manumit.modules.cases.importing.namus_layout import MISSING, REMAINS, Table

STATES = ("AK", "AZ", "ID", "ME", "MN", "MT", "ND", "NM", "NV", "OK", "OR", "SD", "UT", "WA", "WI", "WY")
COUNTIES = tuple(f"{first} {last}" for first in ("Cedar", "Elk", "Iron", "Lake") for last in ("Ridge", "Bend", "Fork"))
GIVEN = ("Alma", "Ben", "Cora", "Dell", "Edda", "Finn", "Gwen", "Hale", "Iris", "Jude", "Kit", "Lark", "Milo", "Nell")
FAMILY = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gum", "Hazel", "Ironwood", "Juniper", "Larch", "Maple")
RACES = ("White / Caucasian", "American Indian / Alaska Native", "Hispanic / Latino", "Uncertain", "Asian, Other")
REMAINS_OF = 3  # one row in so many


def write(folder: Path, rows: int, *, seed: int = 2025) -> list[Path]:
    """Write `rows` rows into two tables, of the missing and of remains, and return their paths."""
    chance = random.Random(seed)
    found = rows // REMAINS_OF
    return [
        _table(folder / "missing.csv", MISSING, (_missing(chance, number) for number in range(rows - found))),
        _table(folder / "remains.csv", REMAINS, (_remains(chance, number) for number in range(found))),
    ]


def _table(path: Path, table: Table, rows: Iterator[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.columns) + "\r\n")
        for row in rows:
            file.write(",".join(f'"{row[column]}"' for column in table.columns) + "\r\n")
    return path


def _missing(chance: random.Random, number: int) -> dict[str, str]:
    return {
        **_both(chance),
        "Case Number": f"MP{number + 1}",
        "DLC": _day(chance, 2024),
        "Legal Last Name": f"{chance.choice(FAMILY)} {chance.choice(FAMILY)}",
        "Legal First Name": chance.choice(GIVEN),
        "Missing Age": f"{chance.randint(2, 90)} Years",
    }


def _remains(chance: random.Random, number: int) -> dict[str, str]:
    youngest = chance.randint(10, 60)
    return {
        **_both(chance),
        "Case": f"UP{number + 1}",
        "ME/C Case": f"ME/C Case {chance.randint(1, 99_999)}",
        "DBF": _day(chance, 2024),
        "Age From": f"{youngest}.0",
        "Age To": f"{youngest + 20}.0",
    }


def _both(chance: random.Random) -> dict[str, str]:
    county = chance.choice(COUNTIES)
    return {
        "City": f"{county.split()[0]} {chance.randint(1, 400)}",
        "County": county,
        "State": chance.choice(STATES),
        "Biological Sex": chance.choice(("Male", "Female")),
        "Race / Ethnicity": chance.choice(RACES),
        "Date Modified": _day(chance, 2025),
    }


def _day(chance: random.Random, year: int) -> str:
    return f"{chance.randint(1, 9):02}/{chance.randint(1, 28):02}/{chance.randint(1990, year)}"
