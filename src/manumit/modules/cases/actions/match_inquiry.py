"""Find the cases that fit an inquiry: missing persons, unidentified remains, and things that belong to no victim."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from manumit.spine.identity.actor import Actor
from manumit.spine.records.askable import MOST, AskedFor, Compact, Question, compact, newest, reached, telephone
from manumit.values.partial_date import PartialDate

from ..choices import CaseType, Outcome, PersonRole, PhoneUse, State, VehicleRelation
from ..kinds import CASE
from ..models import CasePerson, OnlineAccount, OutsideNumber, PersonName, Phone, Vehicle

MATCHED_ROLES = (PersonRole.MISSING, PersonRole.DECEDENT_UNIDENTIFIED)
"""The people who may be matched at all: never victims, witnesses, family or reporting parties."""
LOOKED_FOR = (CaseType.MISSING, CaseType.UNIDENTIFIED_REMAINS)
"""The cases whose own number may be matched, and whose things belong to the person looked for."""
NOT_A_VICTIMS = (PhoneUse.CALLED, PhoneUse.ADVERTISEMENT, PhoneUse.SUSPECT, PhoneUse.OTHER)
NOBODYS = (VehicleRelation.FOUND, VehicleRelation.SUSPECT, VehicleRelation.OTHER)
ENDED = (Outcome.LOCATED_SAFE, Outcome.RETURNED_VOLUNTARILY, Outcome.UNFOUNDED, Outcome.DUPLICATE)
"""Who was located safe never answers, to anybody."""

GROUPS: Mapping[str, str] = {
    AskedFor.PERSON: "people", AskedFor.PHONE: "people", AskedFor.PLATE: "people", AskedFor.VIN: "people",
    AskedFor.ACCOUNT: "people", AskedFor.NUMBER: "agencies",
}  # fmt: skip


def match_inquiry(actor: Actor, question: Question) -> Sequence[int]:
    """Return the ids of the cases that fit `question` and of which `actor` may learn; see `askable.Askable.match`."""
    return MATCHERS[question.asked_for](actor, question)


def _standing(actor: Actor) -> Q:
    """Return the condition on rows of a case: they stand, it may answer, and the asker may learn of it."""
    answers = ~Q(case__outcome__in=ENDED) & Q(case__protected=False)
    return Q(withdrawn_at=None) & answers & reached(CASE, actor, Q(), "case__")


def _person(actor: Actor, asked: Question) -> Sequence[int]:
    """Meet everybody looked for in a case, the first and the others, by their name and by each other name of theirs."""
    own = CasePerson.unscoped.filter(_fits(asked, ""))
    other = PersonName.unscoped.filter(_fits(asked, "person__"), person__withdrawn_at=None)
    found = [*_born(asked, actor, own, ""), *_born(asked, actor, other, "person__")]
    return _distinct(sorted(found, reverse=True))


def _fits(asked: Question, person: str) -> Q:
    """Return the condition on a name and on whom it belongs to, who is reached by `person`."""
    named = Q(family_name__iexact=asked.family_name, **{f"{person}role__in": MATCHED_ROLES})
    first = asked.given_names.split()[0] if asked.given_names.split() else ""
    if first:
        named &= Q(given_names__istartswith=first) | Q(given_names="")
    if asked.sex:
        named &= Q(**{f"{person}sex": asked.sex}) | ~Q(**{f"{person}sex__in": ("male", "female")})
    return named


def _born(asked: Question, actor: Actor, rows: Any, person: str) -> list[int]:
    standing = rows.filter(_standing(actor)).exclude(case__state=State.RESOLVED)
    ages = (f"{person}birth", f"{person}age_min", f"{person}age_max")
    seen = ("case__last_seen_earliest_on", "case__last_seen_latest_on")
    found: Any = standing.order_by(newest("case_id")).values_list("case_id", *ages, *seen)
    return [key for key, *known in found[: MOST * 4] if _may_be_born(asked, _years(*known))]


def _things(model: Any, *, unowned: Q) -> Any:
    """Return the rows of things that belong to somebody who may be matched, or, `unowned`, to no victim."""
    of_somebody = Q(person__role__in=MATCHED_ROLES, person__withdrawn_at=None)
    of_nobody = Q(person=None) & (unowned | Q(case__case_type__in=LOOKED_FOR))
    return model.unscoped.filter(of_somebody | of_nobody)


def _phone(actor: Actor, asked: Question) -> Sequence[int]:
    written = telephone(asked.value)
    rows = _things(Phone, unowned=Q(use__in=NOT_A_VICTIMS)).exclude(use=PhoneUse.FAMILY)
    same = rows.alias(plain=Compact("number"), read=Compact("e164")).filter(Q(plain__in=written) | Q(read__in=written))
    return _cases(same, actor)


def _plate(actor: Actor, asked: Question) -> Sequence[int]:
    rows = _vehicles().alias(plain=Compact("plate_number")).filter(plain=compact(asked.value))
    state = Q(plate_state__iexact=asked.state) | Q(plate_state="") if asked.state else Q()
    return _cases(rows.filter(state).exclude(plate_number__contains="?"), actor)


def _vin(actor: Actor, asked: Question) -> Sequence[int]:
    return _cases(_vehicles().alias(plain=Compact("vin")).filter(plain=compact(asked.value)), actor)


def _vehicles() -> Any:
    return _things(Vehicle, unowned=Q(relation__in=NOBODYS)).exclude(relation=VehicleRelation.WITNESS)


def _account(actor: Actor, asked: Question) -> Sequence[int]:
    handle = asked.value.strip().lstrip("@")
    rows = _things(OnlineAccount, unowned=Q(platform__in=("advertisement", "for_sale", "payment")))
    return _cases(rows.filter(Q(handle__iexact=handle) | Q(handle__iexact=f"@{handle}")), actor)


def _number(actor: Actor, asked: Question) -> Sequence[int]:
    rows = OutsideNumber.unscoped.filter(case__case_type__in=LOOKED_FOR)
    return _cases(rows.alias(plain=Compact("value")).filter(plain=compact(asked.value)), actor)


MATCHERS: Mapping[str, Callable[[Actor, Question], Sequence[int]]] = {
    AskedFor.PERSON: _person, AskedFor.PHONE: _phone, AskedFor.PLATE: _plate, AskedFor.VIN: _vin,
    AskedFor.ACCOUNT: _account, AskedFor.NUMBER: _number,
}  # fmt: skip


def _cases(rows: Any, actor: Actor) -> Sequence[int]:
    found = rows.filter(_standing(actor)).order_by(newest("case_id")).values_list("case_id", flat=True)
    return _distinct(found[: MOST * 4])


def _distinct(keys: Iterable[int]) -> Sequence[int]:
    return tuple(dict.fromkeys(keys))[:MOST]


def _years(birth: str, youngest: Any, oldest: Any, seen_from: Any, seen_until: Any) -> tuple[int, int] | None:
    """Return the earliest and latest year of birth, by the date of birth or by age when last seen; None: not known."""
    known = PartialDate.parse(birth) if birth else PartialDate.unknown()
    if known.earliest and known.latest:
        return known.earliest.year, known.latest.year
    if (youngest is None and oldest is None) or seen_from is None or seen_until is None:
        return None
    low, high = (youngest if oldest is None else oldest), (oldest if youngest is None else youngest)
    return seen_from.year - int(low) - 1, seen_until.year - int(high)


def _may_be_born(asked: Question, years: tuple[int, int] | None) -> bool:
    """Return whether the years overlap; what is not known fits."""
    if years is None:
        return True
    return (asked.born_from or 0) <= years[1] and years[0] <= (asked.born_until or 9999)
