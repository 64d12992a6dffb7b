"""How a second account of a thing differs from the first: slips of the hand, the ear and the memory."""

import calendar
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep
KEYBOARD = dict(
    pair.split(":")
    for pair in """a:sqz b:vgn c:xvd d:sfe e:wrd f:dgr g:fht h:gjy i:uok j:hku k:jli l:kop m:nk n:bmh o:ipl p:ol q:wa
    r:etf s:adw t:ryg u:yij v:cbf w:qes x:zcs y:tuh z:xa""".split()
)
"""Letter: its neighbours on a keyboard."""

HEARD = tuple(
    tuple(pair.split(":"))
    for pair in """ph:f ck:k th:t gh:g sch:sh ei:ie ey:y ie:y ay:ey c:k k:c z:s s:z v:w y:i i:y ll:l tt:t nn:n l:ll n:nn
    ea:ee ou:u x:ks j:g mac:mc sson:sen son:sen sky:ski ez:es""".split()
)
"""What is said, and how somebody else writes it."""


@dataclass(frozen=True)
class Spoil:
    """One way an account differs: what happens, to what share of accounts, and the change itself."""

    what: str
    share: float
    change: Callable[[Row, random.Random], None]


def spoil(row: Row, spoils: Sequence[Spoil], chance: random.Random, strength: float = 1.0) -> list[str]:
    """Change `row` in place, each way with its own chance, and return what happened."""
    happened = [each for each in spoils if chance.random() < each.share * strength]
    for each in happened:
        each.change(row, chance)
    return [each.what for each in happened]


def slip(word: str, chance: random.Random) -> str:
    """Return a word with one slip of the hand: a neighbour's key, a swap, a letter lost or doubled."""
    if len(word) < 3:
        return word
    place = chance.randrange(len(word) - 1)
    return chance.choice((_neighbour, _swap, _lose, _double))(word, place, chance)


def _neighbour(word: str, place: int, chance: random.Random) -> str:
    return word[:place] + chance.choice(KEYBOARD.get(word[place], word[place])) + word[place + 1 :]


def _swap(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _lose(word: str, place: int, _: random.Random) -> str:
    return word[: place + 1] + word[place + 2 :]


def _double(word: str, place: int, _: random.Random) -> str:
    return word[: place + 1] + word[place:]


def misheard(word: str, chance: random.Random) -> str:
    """Return a word as somebody writes it who only heard it."""
    fitting = [(said, written) for said, written in HEARD if said in word[1:]]
    if not fitting:
        return slip(word, chance)
    said, written = chance.choice(fitting)
    return word[0] + word[1:].replace(said, written, 1)


def emptied(*names: str) -> Callable[[Row, random.Random], None]:
    """Return a change that forgets fields."""

    def change(row: Row, _: random.Random) -> None:
        row.update(dict.fromkeys(names))

    return change


def on(name: str, change: Callable[[Any, random.Random], Any]) -> Callable[[Row, random.Random], None]:
    """Return a change of one field that leaves a missing value missing."""

    def changed(row: Row, chance: random.Random) -> None:
        if row[name] is not None:
            row[name] = change(row[name], chance)

    return changed


def swapped(first: str, second: str) -> Callable[[Row, random.Random], None]:
    """Return a change that writes each of two fields in the other's place."""

    def change(row: Row, _: random.Random) -> None:
        row[first], row[second] = row[second], row[first]

    return change


def wrong_digit(text: str, chance: random.Random) -> str:
    """Return text with one of its digits wrong."""
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    place = chance.choice(places)
    return text[:place] + str((int(text[place]) + chance.randrange(1, 10)) % 10) + text[place + 1 :]


def day_and_month_swapped(date: str, _: random.Random) -> str:
    """Return a full date with day and month exchanged where that is a date; a partial one as it is."""
    parts = date.split("-")
    return f"{parts[0]}-{parts[2]}-{parts[1]}" if len(parts) == 3 and int(parts[2]) <= 12 else date


def year_off(date: str, chance: random.Random) -> str:
    """Return a date one or two years early or late."""
    return _real(str(int(date[:4]) + chance.choice((-2, -1, -1, 1, 1, 2))) + date[4:])


def month_or_day_wrong(date: str, chance: random.Random) -> str:
    """Return a date with another month or another day."""
    parts = date.split("-")
    if len(parts) > 1:
        place = chance.randrange(1, len(parts))
        parts[place] = f"{chance.randint(1, 12 if place == 1 else 28):02}"
    return _real("-".join(parts))


def _real(date: str) -> str:
    """Return a full date as it is if there is such a day, and the 28th of its month if not."""
    year, *rest = (int(part) for part in date.split("-"))
    last = calendar.monthrange(year, rest[0])[1] if len(rest) == 2 else 31
    return date if len(rest) < 2 or rest[1] <= last else f"{date[:8]}28"


def year_only(date: str, _: random.Random) -> str:
    """Return the year of a date."""
    return date[:4]
