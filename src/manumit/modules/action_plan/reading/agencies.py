"""Agencies and their bodies where a text names them (`rules/agencies.csv`): by name, abbreviation, list or officer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from .abroad import bodies_of
from .introduced import abbreviated, introduced
from .rules import choices, table, words_in
from .verbs import Shape, verb_as
from .words import BE_PAST, BE_PRESENT, HAVE, PREPOSITIONS, SUBORDINATE, Word, is_adverb, words_of

PLAIN_WORDS: Final = frozenset(
    {"State", "Justice", "Labor", "Defense", "Education", "Interior", "Agriculture", "Transportation", "Commerce"}
    | {"Homeland Security", "Treasury", "DOC", "Housing and Urban Development", "Health and Human Services"}
)
"""Short names that are words as well: an agency only where they act, or stand in a list of agencies."""

NOT_BEFORE: Final = frozenset({"the", "each", "a", "every", "united", "per", "of", "any", "tribal"})
ACTING: Final = (
    BE_PRESENT
    | BE_PAST
    | HAVE
    | {"will", "shall", "plans", "intends", "aims", "continues", "must"}
    | set(words_in("saying"))
)
NAMED_OFFICER: Final = (
    r"(?:Acting |Deputy |Under |Assistant )?(?:Secretary of (?:the )?{department}|Attorney General)(?: \([A-Z]+\))?,?"
    r"\s+(?:[A-Z][\w’.-]+\s+)(?:[A-Z]\.\s+)?(?P<surname>[A-Z][\w’-]+)"
)
FOREIGN: Final = 3
"""How many times as often a text without ministries names bodies no table lists where it is another country's."""

NEAR: Final = 300
"""Characters before a part within which the agency it belongs to was named."""

LONGEST_NAME: Final = 80
"""Characters at the beginning of a text in which the name over it stands."""

ITS: Final = re.compile(r"(?:\b[Ii]ts|[’']s) $")
OWN_SHARE: Final = 0.6
"""Share of all agencies named from which a document is one agency's own."""

BRACKET: Final = re.compile(r"(?:[’']s)?\s*\([A-Z][\w/&’. -]{1,30}\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the text names an agency: its code, the body of it that is named (or nothing), and from where to where."""

    agency: str
    body: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Names:
    full: re.Pattern[str]
    short: re.Pattern[str]
    listed: re.Pattern[str]
    code: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom one text introduces: officers by surname, and bodies of its own country by name (`introduced.py`)."""

    officers: dict[str, str]
    bodies: dict[str, str]
    parts: dict[str, str] = field(default_factory=dict)
    """Parts of the agency whose own the text is, which no table lists, by name and abbreviation."""

    own: tuple[str, ...] = ()
    """The agency whose own the text is, judged by whom it names."""


def cast_of(text: str) -> Cast:
    """Return whom the text introduces; bodies only where it names more of them than agencies of the table."""
    officers, everywhere = officers_of(text), (0, len(text))
    known = Counter(each.agency for each in mentions(text, *everywhere, Cast(officers, {})))
    bodies = introduced(text)
    abroad, often = bodies_of(text)
    if often > known.total():
        return Cast(officers, {**abroad, **bodies})
    unlisted = {name: code for name, code in bodies.items() if name not in _names().code}
    times = len(list(_own_bodies(text, *everywhere, unlisted)))
    if times > known.total() * (1 if any("Ministry" in name for name in unlisted) else FOREIGN):
        return Cast(officers, bodies)
    most = known.most_common(1)
    agency = most[0][0] if most and most[0][1] >= OWN_SHARE * known.total() else _begins_with(text)
    if not agency:
        return Cast(officers, {}, _parts(text, "", officers))
    return Cast(officers, {}, _parts(text, agency, officers), (agency,))


def _begins_with(text: str) -> str:
    """Return the department whose name stands over the text in capitals, or nothing."""
    names = (name for name, (agency, body) in _names().code.items() if not body and agency in departments())
    over = text[:LONGEST_NAME].removeprefix("U.S. ")
    found = next((name for name in names if len(name.split()) > 1 and over.startswith(name.upper())), "")
    return _names().code[found][0] if found else ""


def _parts(text: str, own: str, officers: dict[str, str]) -> dict[str, str]:
    """Return the agency of each part the text introduces: its own, or whose `its Office of X (OX)` is said to be."""
    found: dict[str, str] = {}
    listed = _names().code
    for name, short, start in abbreviated(text):
        if name in listed or short in listed:
            continue
        before = (
            mentions(text, max(0, start - NEAR), start, Cast(officers, {})) if ITS.search(text[:start][-6:]) else []
        )
        if agency := own or (before[-1].agency if before else ""):
            found |= {name: agency, short: agency}
    return found


def mentions(text: str, start: int, end: int, cast: Cast) -> list[Mention]:
    """Return the agencies named between `start` and `end`, in order; `cast` are those only this text knows."""
    names = _names()
    found = list(_own_bodies(text, start, end, cast.bodies))
    if not cast.bodies:
        found = [*_listed(text, start, end, names), *_by(names.full, text, start, end, names)]
    found += _officers(text, start, end, cast.officers)
    found += _own_bodies(text, start, end, cast.parts)
    if not cast.bodies:
        found += _short(text, start, end, names, found)
    return sorted(_widest(found), key=lambda each: each.start)


def _own_bodies(text: str, start: int, end: int, bodies: dict[str, str]) -> Iterator[Mention]:
    if not bodies:
        return
    for match in _alternatives(bodies).finditer(text, start, end):
        name = " ".join(match["name"].replace("'", "’").split())
        code = bodies.get(name) or bodies[" ".join(match["name"].split())]
        if name.endswith("Government") and text[match.end() :].startswith(" of "):
            continue
        bracket = BRACKET.match(text, match.end(), end)
        yield Mention(code, "", match.start(), bracket.end() if bracket else match.end())


def officers_of(text: str) -> dict[str, str]:
    """Return the agency of each officer the text introduces by full title: `Secretary of State Jane Doe`."""
    found = {}
    for department, agency in _departments().items():
        for match in re.finditer(NAMED_OFFICER.format(department=re.escape(department)), text):
            found[match["surname"]] = "DOJ" if "Attorney General" in match[0] else agency
    return found


@lru_cache(maxsize=1)
def departments() -> frozenset[str]:
    """Return the codes of the agencies that are departments."""
    return frozenset(_departments().values())


def agency_of(name: str) -> str | None:
    """Return the code of the agency with exactly this name or abbreviation, in whatever case."""
    bare = re.sub(r"^(?:THE )?(?:U\.S\. )?|\s*\(.*\)$|:$", "", name.strip().replace("'", "’").upper())
    return next((agency for known, (agency, _) in _names().code.items() if known.upper() == bare), None)


def _by(pattern: re.Pattern[str], text: str, start: int, end: int, names: _Names) -> Iterator[Mention]:
    for match in pattern.finditer(text, start, end):
        agency, body = names.code[" ".join(match["name"].replace("'", "’").split())]
        bracket = BRACKET.match(text, match.end(), end)
        yield Mention(agency, body, match.start(), bracket.end() if bracket else match.end())


def _listed(text: str, start: int, end: int, names: _Names) -> Iterator[Mention]:
    """`Departments of the Interior and Justice`: a mention for each."""
    for match in names.listed.finditer(text, start, end):
        for department, agency in _departments().items():
            if place := re.search(rf"\b{re.escape(department)}\b", match[0]):
                first = match.start() if place.start() < 24 else match.start() + place.start()
                yield Mention(agency, "", first, match.start() + place.end())


def _officers(text: str, start: int, end: int, officers: dict[str, str]) -> Iterator[Mention]:
    for match in re.finditer(
        r"(?:Secretary|Attorney General|Administrator|Ambassador) ([A-Z][\w’-]+)", text[start:end]
    ):
        if agency := officers.get(match[1]):
            yield Mention(agency, "", start + match.start(), start + match.end())


def _short(text: str, start: int, end: int, names: _Names, known: list[Mention]) -> Iterator[Mention]:
    found = list(_by(names.short, text, start, end, names))
    sure = [each for each in found if text[each.start : each.end].split(" (", maxsplit=1)[0] not in PLAIN_WORDS]
    sure += [each for each in found if each not in sure and _acts(text, each, end)]
    for each in reversed(found):
        if each in sure or _in_list(text, each, [*known, *sure]):
            sure.append(each)
            yield each


def _acts(text: str, mention: Mention, end: int) -> bool:
    before = re.findall(r"\w+|[^\w\s]", text[max(0, mention.start - 20) : mention.start])
    following = [word for word in words_of(text, mention.end, min(end, mention.end + 60)) if not is_adverb(word)]
    if (before and before[-1].lower() in NOT_BEFORE) or not following:
        return False
    if following[0].lower == "," and len(following) > 1 and _begins_sentence(text, mention.start):
        return following[1].lower in PREPOSITIONS | SUBORDINATE
    return following[0].lower in ACTING or following[0].lower in {"’s", "’"} or _verb(following)


def _begins_sentence(text: str, at: int) -> bool:
    return not text[:at].strip() or text[:at].endswith(("\n", ". ", ": "))


def _verb(words: list[Word]) -> bool:
    return bool(verb_as(words, 0, Shape.PAST) or verb_as(words, 0, Shape.THIRD))


def _in_list(text: str, mention: Mention, others: Iterable[Mention]) -> bool:
    joined = re.compile(r"\s*(?:,|,?\s*and(?: the)?|/)\s*")
    return any(
        joined.fullmatch(text[min(mention.end, other.end) : max(mention.start, other.start)])
        for other in others
        if other.end <= mention.start or other.start >= mention.end
    )


def _widest(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for each in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


@lru_cache(maxsize=1)
def _departments() -> dict[str, str]:
    """Return the agency for each `X` of `Department of X`."""
    rows = [(name, row["agency"]) for row in table("agencies") if not row["body"] for name in choices(row["names"])]
    return {
        re.sub(r"^Department of (the )?", "", name): agency for name, agency in rows if name.startswith("Department of")
    }


@lru_cache(maxsize=1)
def _names() -> _Names:
    code: dict[str, tuple[str, str]] = {}
    full, short = [], []
    for row in table("agencies"):
        for name in choices(row["names"]):
            code[name] = (row["agency"], row["body"])
            full.append(name)
        for name in choices(row["short"]):
            code.setdefault(name, (row["agency"], row["body"]))
            short.append(name)
    for department, agency in _departments().items():
        for the in ("", "the "):
            code[f"Secretary of {the}{department}"] = (agency, "")
            full.append(f"Secretary of {the}{department}")
    listed = "|".join(sorted(map(re.escape, _departments()), key=len, reverse=True))
    return _Names(
        _alternatives(full),
        _alternatives(short),
        re.compile(rf"Departments of (?:the )?(?:{listed})(?:,? (?:and )?(?:the )?(?:{listed}))+"),
        code,
    )


def _alternatives(names: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(set(names), key=len, reverse=True)
    parts = "|".join(re.escape(name).replace("’", "[’']").replace(r"\ ", r"\s+") for name in longest)
    return re.compile(rf"(?<![\w’])(?:U\.S\. )?(?P<name>{parts})(?![\w])")
