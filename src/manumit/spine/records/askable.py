"""What an inquiry may ask of: the seam between who asks and whose kinds of records answer.

A module declares an `Askable` among its providers: a few field groups and a `match`. What is never to be matched
(victims, witnesses, family, reporting parties, tip givers, clients) is left out by the module itself. A matcher is
exact and simple; another may take its place without the asking module's knowledge.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Exists, F, Func, OrderBy, OuterRef, Q, Value
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Kind, releases
from manumit.spine.identity.actor import Actor

from .choices import Level

MOST = 50
"""How many records of one kind a matcher returns."""
_APART = re.compile(r"[^0-9A-Za-z]+")


class AskedFor(models.TextChoices):
    """What an inquiry describes. Source: the queries of NCIC and Nlets (QW/QV by name, plate and VIN; numbers)."""

    PERSON = "person", _("A person, by description")
    PHONE = "phone", _("A telephone number")
    PLATE = "plate", _("A license plate")
    VIN = "vin", _("A vehicle identification number")
    ACCOUNT = "account", _("An account or advertisement")
    NUMBER = "number", _("A number of another system, or of a document")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an identifier in `value`, or a person by name and what else is known; years of birth as a range.

    `state` narrows a plate to the state that issued it; `sex` is a code of the table of sexes, empty where not known.
    """

    asked_for: str
    value: str = ""
    state: str = ""
    family_name: str = ""
    given_names: str = ""
    sex: str = ""
    born_from: int | None = None
    born_until: int | None = None


@dataclass(frozen=True, slots=True)
class Askable:
    """A kind that answers: `groups` names, for each thing asked for, the field group in which it is matched.

    `match` returns the ids of records that fit and of which the asker may learn at all (see `reached`), at most
    `MOST`, the newest first. It runs the same queries whether anything fits or not.
    """

    kind: str
    title: str | Promise
    groups: Mapping[str, str]
    match: Callable[[Actor, Question], Sequence[int]]


class Compact(Upper):
    """Letters and digits alone, in capitals: how plates, VINs and numbers are compared. An index may be made of it."""

    def __init__(self, expression: Any) -> None:
        super().__init__(Func(F(expression), Value("[^0-9A-Za-z]+"), Value(""), Value("g"), function="regexp_replace"))


def compact(text: str) -> str:
    """Return the letters and digits of `text` in capitals, as `Compact` does in the database."""
    return _APART.sub("", text).upper()


def telephone(text: str) -> tuple[str, ...]:
    """Return how a telephone number may have been written, compact: with and without the 1 before ten digits."""
    digits = compact(text)
    short = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    return (short, f"1{short}") if len(short) == 10 else (digits,)


def newest(key: str) -> OrderBy:
    """Return the order that puts the latest records first, by the column `key` that holds their id.

    The sum keeps the database from walking the index of all records in this order to look whether each fits: rows that
    fit come from their own index, and only those are sorted.
    """
    return (F(key) + Value(0)).desc()


def reached(kind: Kind, actor: Actor, crosses: Q, path: str = "") -> Q:
    """Return the condition on the record at `path` that `actor` may learn of it by an inquiry.

    It is their agency's own; or it was released to it; or the owner's level lets others learn of it and `crosses`
    holds: open to partners, or a pointer. A restricted record never leaves the database. What an answer says is
    decided afterwards, by policy. A release is looked for by its record: a list of all that were released to the agency
    would be made only where something fits, and its length would tell so by the time it takes. (From an equation the
    database would make that list by itself; of a range it cannot.)
    """
    itself = OuterRef(f"{path}pk")
    released = releases.live(kind.name, actor.agency_id, timezone.now()).filter(record_id__range=(itself, itself))
    told = [Level.POINTER, Level.OPEN] if actor.partner else [Level.POINTER]
    by_level = Q(**{f"{path}level__in": told}) & crosses
    barred = [key for name, key in actor.barred if name == kind.name]
    mine = Q(**{f"{path}owner": actor.agency_id}) | Q(Exists(released)) | by_level
    return mine & ~Q(**{f"{path}pk__in": barred}) if barred else mine
