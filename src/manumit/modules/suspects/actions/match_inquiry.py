"""Find the suspects who fit an inquiry, of those who may be matched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from manumit.spine.identity.actor import Actor
from manumit.spine.records.askable import MOST, AskedFor, Compact, Question, compact, newest, reached, telephone
from manumit.values.partial_date import PartialDate

from ..kinds import SUSPECT
from ..matched import may_be_matched
from ..models import SuspectAccount, SuspectDocument, SuspectName, SuspectPhone, SuspectVehicle

GROUPS: Mapping[str, str] = {
    AskedFor.PERSON: "description",
    **dict.fromkeys((AskedFor.PHONE, AskedFor.PLATE, AskedFor.VIN, AskedFor.ACCOUNT, AskedFor.NUMBER), "identifiers"),
}


def match_inquiry(actor: Actor, question: Question) -> Sequence[int]:
    """Return the ids of the suspects who fit `question` and of whom `actor` may learn; see `askable.Askable.match`."""
    return MATCHERS[question.asked_for](actor, question)


def _standing(actor: Actor) -> Q:
    """Return the condition on rows of a suspect: they stand, may be matched, and the asker may learn of the person.

    Somebody who may be under 18 crosses agencies by a supervisor's release alone: no level lets others learn of them.
    """
    adult = Q(suspect__minor=False)
    return Q(withdrawn_at=None) & may_be_matched("suspect__") & reached(SUSPECT, actor, adult, "suspect__")


def _person(actor: Actor, asked: Question) -> Sequence[int]:
    named = Q(family_name__iexact=asked.family_name)
    first = asked.given_names.split()[0] if asked.given_names.split() else ""
    if first:
        named &= Q(given_names__istartswith=first) | Q(given_names="")
    if asked.sex:
        named &= Q(suspect__sex=asked.sex) | ~Q(suspect__sex__in=("male", "female"))
    rows = SuspectName.unscoped.filter(named, _standing(actor)).order_by(newest("suspect_id"))
    names = ("birth", "age_min", "age_max", "opened_at")
    found: Any = rows.values_list("suspect_id", *(f"suspect__{name}" for name in names))
    return _distinct(key for key, *known in found[: MOST * 4] if _may_be_born(asked, _years(*known)))


def _phone(actor: Actor, asked: Question) -> Sequence[int]:
    written = telephone(asked.value)
    rows = SuspectPhone.unscoped.alias(plain=Compact("number"), read=Compact("e164"))
    return _suspects(rows.filter(Q(plain__in=written) | Q(read__in=written)), actor)


def _plate(actor: Actor, asked: Question) -> Sequence[int]:
    rows = SuspectVehicle.unscoped.alias(plain=Compact("plate_number")).filter(plain=compact(asked.value))
    state = Q(plate_state__iexact=asked.state) | Q(plate_state="") if asked.state else Q()
    return _suspects(rows.filter(state, plate_partial=False), actor)


def _vin(actor: Actor, asked: Question) -> Sequence[int]:
    return _suspects(SuspectVehicle.unscoped.alias(plain=Compact("vin")).filter(plain=compact(asked.value)), actor)


def _account(actor: Actor, asked: Question) -> Sequence[int]:
    handle = asked.value.strip().lstrip("@")
    rows = SuspectAccount.unscoped.filter(Q(handle__iexact=handle) | Q(handle__iexact=f"@{handle}"))
    return _suspects(rows, actor)


def _number(actor: Actor, asked: Question) -> Sequence[int]:
    return _suspects(SuspectDocument.unscoped.alias(plain=Compact("number")).filter(plain=compact(asked.value)), actor)


MATCHERS: Mapping[str, Callable[[Actor, Question], Sequence[int]]] = {
    AskedFor.PERSON: _person, AskedFor.PHONE: _phone, AskedFor.PLATE: _plate, AskedFor.VIN: _vin,
    AskedFor.ACCOUNT: _account, AskedFor.NUMBER: _number,
}  # fmt: skip


def _suspects(rows: Any, actor: Actor) -> Sequence[int]:
    found = rows.filter(_standing(actor)).order_by(newest("suspect_id")).values_list("suspect_id", flat=True)
    return _distinct(found[: MOST * 4])


def _distinct(keys: Iterable[int]) -> Sequence[int]:
    return tuple(dict.fromkeys(keys))[:MOST]


def _years(birth: str, youngest: Any, oldest: Any, opened_at: Any) -> tuple[int, int] | None:
    """Return the earliest and latest year of birth, by the date of birth or the age recorded; None: not known."""
    known = PartialDate.parse(birth) if birth else PartialDate.unknown()
    if known.earliest and known.latest:
        return known.earliest.year, known.latest.year
    if youngest is None and oldest is None:
        return None
    low, high = (youngest if oldest is None else oldest), (oldest if youngest is None else youngest)
    return opened_at.year - int(low) - 1, opened_at.year - int(high)


def _may_be_born(asked: Question, years: tuple[int, int] | None) -> bool:
    """Return whether the years overlap; what is not known fits."""
    if years is None:
        return True
    return (asked.born_from or 0) <= years[1] and years[0] <= (asked.born_until or 9999)
