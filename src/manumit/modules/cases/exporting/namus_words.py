"""What both shapes of NamUs files have in common: the case's number, its person, and the day in NamUs' words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from manumit.values.crosswalk import Crosswalk

from ..choices import CaseType, DatePrecision, NumberScheme, PersonRole
from ..models import CasePerson, OutsideNumber
from .dossier import Dossier
from .format import Text

NO_NUMBER = _("It has no NamUs number that you may read")
OTHER_KIND = _("It is of another kind than the table")
NOBODY = _("It names nobody missing or unidentified whom you may read of")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of NamUs case: what its numbers begin with, its type here, and the role of the person it is about."""

    prefix: str
    case_type: CaseType
    role: PersonRole


MISSING = Kind("MP", CaseType.MISSING, PersonRole.MISSING)
UNIDENTIFIED = Kind("UP", CaseType.UNIDENTIFIED_REMAINS, PersonRole.DECEDENT_UNIDENTIFIED)


def number_of(dossier: Dossier, kind: Kind) -> str:
    """Return the case's NamUs number of this kind, empty where it has none."""
    numbers = (row.value for row in dossier.of(OutsideNumber) if row.scheme == NumberScheme.NAMUS)
    return next((value for value in numbers if value.rstrip("0123456789") == kind.prefix), "")


def subject_of(dossier: Dossier, kind: Kind) -> CasePerson | None:
    """Return the person the case is about."""
    return next((person for person in dossier.of(CasePerson) if person.role == kind.role), None)


def objection(*kinds: Kind) -> Callable[[Dossier], Text]:
    """Return what says why a case is of none of `kinds`, or lacks what they need."""

    def against(dossier: Dossier) -> Text:
        fitting = [kind for kind in kinds if kind.case_type == dossier.case.case_type]
        if not fitting:
            return OTHER_KIND
        if not number_of(dossier, fitting[0]):
            return NO_NUMBER
        return "" if subject_of(dossier, fitting[0]) else NOBODY

    return against


def family_of(person: CasePerson) -> str:
    """Return the family name with the suffix after it."""
    return " ".join(part for part in (person.family_name, person.name_suffix) if part)


def label(code: str, walk: Crosswalk, lost: Callable[[str], None], name: str) -> str:
    """Return NamUs' word for a code where it says just the same; else nothing, and `name` is lost."""
    if not code:
        return ""
    crossing = walk.forward(code)
    if crossing.to is None or not crossing.exact:
        if code != "unknown":
            lost(name)
        return ""
    return crossing.to.label


def seen(dossier: Dossier, lost: Callable[[str], None]) -> tuple[date | None, DatePrecision]:
    """Return the first day of when somebody was last seen or found, and whether that names a day, month or year."""
    case = dossier.case
    how = DatePrecision(case.last_seen_precision)
    if how in {DatePrecision.RANGE, DatePrecision.UNKNOWN}:
        if how is DatePrecision.RANGE:
            lost("last_seen, a range")
        return None, DatePrecision.UNKNOWN
    if how in {DatePrecision.APPROXIMATE, DatePrecision.EXACT}:
        lost("last_seen_precision")
        how = _named(case.last_seen_earliest_on, case.last_seen_latest_on)
    return case.last_seen_earliest_on, how


def _named(start: date | None, end: date | None) -> DatePrecision:
    if start is None or end is None or start == end:
        return DatePrecision.DAY
    return DatePrecision.MONTH if start.month == end.month else DatePrecision.YEAR


def whole(value: Decimal | None, lost: Callable[[str], None], name: str) -> int | None:
    """Return a number NamUs can hold, which has whole ones only."""
    if value is None:
        return None
    if value != int(value):
        lost(name)
        return None
    return int(value)
