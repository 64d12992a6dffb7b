"""The columns of a list of cases for people: a line a case, codes by what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..choices import NumberScheme
from ..models import CaseAgency, CasePerson, OutsideNumber
from .dossier import Dossier

Cell = str | int | Decimal | bool | date | datetime | None
Value = Callable[[Dossier], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its `field`, the `group` that must be readable for it, its `title`, and its value of a case."""

    field: str
    group: str
    title: str | Promise
    value: Value


def _own(name: str) -> Value:
    return lambda dossier: getattr(dossier.case, name)


def _called(name: str) -> Value:
    def value(dossier: Dossier) -> str:
        return str(getattr(dossier.case, f"get_{name}_display")())

    return value


def _subject(name: str) -> Value:
    def value(dossier: Dossier) -> Cell:
        person = _first(dossier)
        return getattr(person, name) if person else None

    return value


def _first(dossier: Dossier) -> CasePerson | None:
    return next(iter(dossier.of(CasePerson)), None)


def _sex(dossier: Dossier) -> Cell:
    person = _first(dossier)
    return str(person.get_sex_display()) if person else None


def _races(dossier: Dossier) -> Cell:
    person = _first(dossier)
    labels: dict[str, Any] = dict(CasePerson._meta.get_field("races").base_field.flatchoices)
    return ", ".join(str(labels.get(each, each)) for each in person.races) if person else None


def _number(scheme: str) -> Value:
    return lambda dossier: _joined(each.value for each in dossier.of(OutsideNumber) if each.scheme == scheme)


def _agencies(dossier: Dossier) -> Cell:
    told = ((each.agency_name, each.number) for each in dossier.of(CaseAgency))
    return _joined(" ".join(part for part in parts if part) for parts in told)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


COLUMNS = (
    Column("number", "summary", _("Number"), _own("number")),
    Column("case_type", "summary", _("Type of case"), _called("case_type")),
    Column("state", "summary", _("State of the case"), _called("state")),
    Column("outcome", "summary", _("Outcome"), _called("outcome")),
    Column("acute", "summary", _("Acute"), _own("acute")),
    Column("owner", "summary", _("Owner"), lambda dossier: dossier.owner),
    Column("level", "summary", _("Sharing"), _called("level")),
    Column("opened_at", "summary", _("Opened"), _own("opened_at")),
    Column("reported_on", "summary", _("Reported on"), _own("reported_on")),
    Column("last_seen_earliest_on", "summary", _("Last seen, earliest"), _own("last_seen_earliest_on")),
    Column("last_seen_latest_on", "summary", _("Last seen, latest"), _own("last_seen_latest_on")),
    Column("last_seen_precision", "summary", _("How exactly the date is known"), _called("last_seen_precision")),
    Column("last_seen_state", "summary", _("Last seen in"), _own("last_seen_state")),
    Column("last_seen_county", "summary", _("County"), _own("last_seen_county")),
    Column("tribal_land", "summary", _("On Tribal land"), _called("tribal_land")),
    Column("last_seen_city", "place", _("City or place"), _own("last_seen_city")),
    Column("place_detail", "place", _("Where exactly"), _own("place_detail")),
    Column("family_name", "people", _("Family name"), _subject("family_name")),
    Column("given_names", "people", _("Given names"), _subject("given_names")),
    Column("sex", "people", _("Sex"), _sex),
    Column("races", "people", _("Race or ethnicity as reported"), _races),
    Column("age_min", "people", _("Age, lowest"), _subject("age_min")),
    Column("age_max", "people", _("Age, highest"), _subject("age_max")),
    Column("birth", "people", _("Date of birth"), _subject("birth")),
    *(
        Column(f"numbers.{scheme.value}", "agencies", scheme.label, _number(scheme.value))
        for scheme in (NumberScheme.NAMUS, NumberScheme.NCIC, NumberScheme.VICAP, NumberScheme.NCMEC, NumberScheme.FBI)
    ),
    Column("agencies", "agencies", _("Agencies and numbers"), _agencies),
    Column("circumstances", "narrative", _("Circumstances"), _own("circumstances")),
)
"""People are told by the first of a case: a line has room for one."""

MODELS = (CasePerson, OutsideNumber, CaseAgency)
NOT_SHOWN = _("(not yours to read)")
CANNOT = (
    _("More than the first person of a case"),
    _("Features, belongings, vehicles, phones, accounts, places, events and other parts"),
    _("Tribes, Indian status and traditional names"),
    _("Who said each value, when and how sure"),
)


def fields() -> dict[str, tuple[str, ...]]:
    """Return the names of the columns by field group."""
    groups = dict.fromkeys(column.group for column in COLUMNS)
    return {group: tuple(each.field for each in COLUMNS if each.group == group) for group in groups}


def line(dossier: Dossier) -> list[Cell]:
    """Return the cells of a case; a cell of a group that may not be read says so."""
    return [column.value(dossier) if column.group in dossier.groups else str(NOT_SHOWN) for column in COLUMNS]


def titles() -> list[str]:
    """Return the titles of the columns in the reader's language."""
    return [str(column.title) for column in COLUMNS]
