"""Propose which NCIC and NIEM spellings mean which Tribe of the BIA's directory; a person reviews the proposals.

Run as `python -m manumit.values.tribes.reconcile --bia FILE --ncic FILE --niem FILE`; it writes the proposals as CSV,
then each name that is left over on either side. Files are CSV: the BIA Tribal Leaders Directory (`Tribe Full Name`,
`Tribe Alternate Name`, `State`), NCIC Indian nations (`code`, `name`) and NIEM enumerations (`type`, `code`).
Nothing is proposed where two Tribes fit equally: that is for the reviewer.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from manumit.values.tribes.names import keys_of, other_names, states_in

_CLOSE = 90.0
"""The least likeness of telling words, of 100, that counts as the same name misspelt."""


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of a list: its `code` there, its `name`, names `also` given for it, and the `states` it lies in."""

    code: str
    name: str
    also: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """That `spelling` means `tribe`, and `how` that was seen: same, abbreviation, renamed or misspelt."""

    tribe: Named
    spelling: Named
    how: str


def reconcile(tribes: Sequence[Named], spellings: Sequence[Named]) -> Iterator[Proposal]:
    """Yield a proposal for each spelling that one Tribe alone fits, by the plainest reason there is."""
    for spelling in spellings:
        for how, fits in _REASONS:
            fitting = [tribe for tribe in tribes if _may_be_one(tribe, spelling) and fits(tribe, spelling)]
            if len(fitting) == 1:
                yield Proposal(fitting[0], spelling, how)
            if fitting:
                break


def _may_be_one(tribe: Named, spelling: Named) -> bool:
    return not tribe.states or not spelling.states or bool(tribe.states & spelling.states)


def _same(tribe: Named, spelling: Named) -> bool:
    return keys_of(tribe.name).whole == keys_of(spelling.name).whole


def _abbreviation(tribe: Named, spelling: Named) -> bool:
    return keys_of(tribe.name).telling == keys_of(spelling.name).telling


def _renamed(tribe: Named, spelling: Named) -> bool:
    ours, theirs = _all_telling(tribe), _all_telling(spelling)
    return bool(ours & theirs)


def _all_telling(named: Named) -> set[frozenset[str]]:
    return {keys_of(name).telling for name in (named.name, *named.also, *other_names(named.name))}


def _misspelt(tribe: Named, spelling: Named) -> bool:
    ours, theirs = (" ".join(sorted(keys_of(named.name).telling)) for named in (tribe, spelling))
    return fuzz.ratio(ours, theirs) >= _CLOSE


_REASONS: tuple[tuple[str, Callable[[Named, Named], bool]], ...] = (
    ("same", _same),
    ("abbreviation", _abbreviation),
    ("renamed", _renamed),
    ("misspelt", _misspelt),
)


def read_bia(path: Path) -> list[Named]:
    """Return the Tribes of the BIA's directory, in the order of their names; `code` is the name."""
    return sorted(map(_bia, _rows(path)), key=lambda tribe: tribe.name.casefold())


def _bia(row: dict[str, str]) -> Named:
    name = " ".join(row["Tribe Full Name"].split())
    also = tuple(part.strip() for part in row["Tribe Alternate Name"].split(",") if part.strip())
    return Named(name, name, also, states_in(row["State"]) | states_in(name))


def read_ncic(path: Path) -> list[Named]:
    """Return the Indian nations of NCIC, in the order of the file."""
    return [Named(row["code"], row["name"].rstrip(","), states=states_in(row["name"])) for row in _rows(path)]


def read_niem(path: Path) -> list[Named]:
    """Return the Tribes of NIEM's `TribalCode`, in the order of the file."""
    return [
        Named(row["code"], row["code"], states=states_in(row["code"]))
        for row in _rows(path)
        if row["type"] == "TribalCodeSimpleType"
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the files named on the command line and write proposals and left-over names to standard output."""
    parser = argparse.ArgumentParser(prog="python -m manumit.values.tribes.reconcile", description=__doc__)
    for name in ("bia", "ncic", "niem"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    paths = parser.parse_args(arguments)
    tribes = read_bia(paths.bia)
    lists = {"ncic": read_ncic(paths.ncic), "niem": read_niem(paths.niem)}
    csv.writer(sys.stdout, lineterminator="\n").writerows(_table(tribes, lists))


def _table(tribes: Sequence[Named], lists: dict[str, list[Named]]) -> Iterator[tuple[str, str, str, str, str]]:
    yield "list", "bia_name", "how", "code", "spelling"
    for name, spellings in lists.items():
        proposals = list(reconcile(tribes, spellings))
        yield from ((name, each.tribe.name, each.how, each.spelling.code, each.spelling.name) for each in proposals)
        yield from _left_over(name, tribes, spellings, proposals)


def _left_over(
    name: str, tribes: Iterable[Named], spellings: Iterable[Named], proposals: Iterable[Proposal]
) -> Iterator[tuple[str, str, str, str, str]]:
    used: dict[str, set[str]] = defaultdict(set)
    for each in proposals:
        used["tribe"].add(each.tribe.code)
        used["spelling"].add(each.spelling.code)
    yield from ((name, tribe.name, "", "", "") for tribe in tribes if tribe.code not in used["tribe"])
    yield from ((name, "", "", left.code, left.name) for left in spellings if left.code not in used["spelling"])


if __name__ == "__main__":
    main()
