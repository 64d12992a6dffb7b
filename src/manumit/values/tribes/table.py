"""The reviewed table of Tribes, read once: `tables/tribes.csv`.

Codes are ours (`us-001`), given in the order of names and never to be given again to another Tribe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from manumit.values.code_table import Code, CodeTable
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables.ncic import INDIAN_NATION
from manumit.values.tables.niem import TRIBE as NIEM_TRIBE


@dataclass(frozen=True, slots=True)
class Tribe:
    """One entity of the BIA's directory.

    `ncic` and `niem` are its codes there, the one that is its own first; several, where a list names it more than once;
    none, with the reason in `ncic_note` or `niem_note`. `ncic_how` and `niem_how` say code by code how it was matched.
    `states` are postal codes; `also_called` are other names.
    """

    code: str
    bia_name: str
    short_name: str
    states: tuple[str, ...]
    ncic: tuple[str, ...]
    ncic_how: tuple[str, ...]
    ncic_note: str
    niem: tuple[str, ...]
    niem_how: tuple[str, ...]
    niem_note: str
    also_called: tuple[str, ...]

    def spellings(self) -> Iterator[str]:
        """Yield every name this Tribe goes by, a name run together with another's left out."""
        yield from (self.bia_name, self.short_name, *self.also_called)
        yield from (INDIAN_NATION.code(code).label for code in self.ncic if len(of_ncic(code)) == 1)
        yield from (NIEM_TRIBE.code(value).label for value in self.niem if len(of_niem(value)) == 1)


@cache
def tribes() -> tuple[Tribe, ...]:
    """Return every Tribe, by name."""
    return tuple(_tribe(row) for row in packaged_rows("tribes.csv"))


def tribe(code: str) -> Tribe:
    """Return the Tribe of `code`. Raises `UnknownCode`."""
    return _by_code()[TRIBE.code(code).code]


def of_ncic(code: str) -> tuple[Tribe, ...]:
    """Return what the NCIC Indian-nation `code` can mean; two, where the published row runs two names together.

    Raises `UnknownCode`.
    """
    return _by_list("ncic").get(INDIAN_NATION.code(code).code, ())


def of_niem(value: str) -> tuple[Tribe, ...]:
    """Return what the NIEM `TribalCode` value can mean. Raises `UnknownCode`."""
    return _by_list("niem").get(NIEM_TRIBE.code(value).code, ())


@cache
def _by_code() -> Mapping[str, Tribe]:
    return MappingProxyType({each.code: each for each in tribes()})


@cache
def _by_list(name: str) -> Mapping[str, tuple[Tribe, ...]]:
    found: dict[str, tuple[Tribe, ...]] = {}
    for each in tribes():
        for code in getattr(each, name):
            found[code] = (*found.get(code, ()), each)
    return MappingProxyType(found)


def _tribe(row: dict[str, str]) -> Tribe:
    return Tribe(
        row["tribe"],
        row["bia_name"],
        row["short_name"],
        _parts(row["states"]),
        _parts(row["ncic"]),
        _parts(row["ncic_how"]),
        row["ncic_note"],
        _parts(row["niem"]),
        _parts(row["niem_how"]),
        row["niem_note"],
        _parts(row["also_called"]),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _rows() -> Iterator[Code]:
    return (Code(each.code, each.short_name, aliases=(each.bia_name, *each.also_called)) for each in tribes())


TRIBE = CodeTable(
    "Tribe",
    "BIA Tribal Leaders Directory, names of entities; NCIC and NIEM spellings as their tables have them",
    date(2026, 11, 26),
    _rows,
)
"""Codes with short names; to find a Tribe by any name use `named`, which gives all that a name can mean."""
