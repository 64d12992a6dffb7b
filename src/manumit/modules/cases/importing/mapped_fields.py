"""What the columns of an agency's own table can mean, and how each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

from manumit.values.age import Age
from manumit.values.code_table import CodeTable
from manumit.values.measures import Height, Weight
from manumit.values.partial_date import PartialDate
from manumit.values.tables import catalogue
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX
from manumit.values.tribes.finding import named

from ..models import Belonging, CaseAgency, CaseEvent, CasePart, Feature, PersonName, Phone, TribeAssociation, Vehicle
from . import cells

Read = Callable[[str, date], tuple[Any, ...]]
"""From a cell, and the day by which dates are judged, to the values of `names`. Raises ValueError or LookupError."""


@dataclass(frozen=True, slots=True)
class MappedField:
    """One meaning of a column: its `label`, `into` what it goes, and the attributes (`names`) it fills.

    A `part` is the sort of part it belongs to; `always` are further values of that part.
    """

    label: Any
    into: Literal["number", "day", "case", "person", "part"]
    names: tuple[str, ...]
    read: Read
    part: type[CasePart] | None = None
    always: tuple[tuple[str, Any], ...] = ()


def _text(most: int) -> Read:
    return lambda cell, _today: (cells.short(cell, most),)


def _coded(table: CodeTable) -> Read:
    return lambda cell, _today: (table.labelled(cell).code,)


def _twice(table: CodeTable) -> Read:
    return lambda cell, _today: (table.labelled(cell).code,) * 2


def _partial(cell: str, today: date) -> tuple[Any, ...]:
    seen = PartialDate.parse(cell, today)
    return seen.earliest, seen.latest, seen.precision.value


def _day(cell: str, today: date) -> tuple[Any, ...]:
    seen = PartialDate.parse(cell, today)
    if seen.earliest is None or seen.earliest != seen.latest:
        raise ValueError(f"{cell!r} is no day")
    if seen.earliest > today:
        raise ValueError(f"{cell} is in the future")
    return (seen.earliest,)


def _birth(cell: str, today: date) -> tuple[Any, ...]:
    return (PartialDate.parse(cell, today).iso,)


def _age(cell: str, _today: date) -> tuple[Any, ...]:
    age = Age.parse(cells.short(cell, 60))
    return age.years.low, age.years.high, age.text


def _height(cell: str, _today: date) -> tuple[Any, ...]:
    return (Height.parse(cell).inches,) * 2


def _weight(cell: str, _today: date) -> tuple[Any, ...]:
    return (Weight.parse(cell).pounds,) * 2


def _races(cell: str, _today: date) -> tuple[Any, ...]:
    named = [RACE.labelled(label.strip()).code for label in cell.replace(";", ",").split(",") if label.strip()]
    return (list(dict.fromkeys(named)),)


def _tribe(cell: str, _today: date) -> tuple[Any, ...]:
    found = named(cells.short(cell, 200)).tribe
    return cell, found.code if found else ""


def _case(label: Any, names: str, read: Read) -> MappedField:
    return MappedField(label, "case", tuple(names.split()), read)


def _person(label: Any, names: str, read: Read) -> MappedField:
    return MappedField(label, "person", tuple(names.split()), read)


def _part(label: Any, part: type[CasePart], names: str, read: Read, **always: Any) -> MappedField:
    return MappedField(label, "part", tuple(names.split()), read, part, tuple(always.items()))


FIELDS: Mapping[str, MappedField] = {
    "number": MappedField(_("Case number"), "number", ("number",), _text(40)),
    "modified_on": MappedField(_("Day the row was last changed"), "day", ("modified",), _day),
    "last_seen": _case(
        _("Date last seen or found"), "last_seen_earliest_on last_seen_latest_on last_seen_precision", _partial
    ),
    "state": _case(_("State of the United States"), "last_seen_state", lambda cell, _today: (cells.state(cell),)),
    "county": _case(_("County"), "last_seen_county", _text(100)),
    "city": _case(_("City or place"), "last_seen_city", _text(100)),
    "place_detail": _case(_("Where exactly"), "place_detail", _text(500)),
    "tribal_land": _case(_("On Tribal land"), "tribal_land", _coded(catalogue.YES_NO_UNKNOWN)),
    "reported_on": _case(_("Reported on"), "reported_on", _day),
    "circumstances": _case(_("What happened"), "circumstances", _text(20_000)),
    "family_name": _person(_("Family name"), "family_name", _text(100)),
    "given_names": _person(_("Given names"), "given_names", _text(100)),
    "middle_names": _person(_("Middle names"), "middle_names", _text(100)),
    "name_suffix": _person(_("Suffix of the name"), "name_suffix", _text(20)),
    "sex": _person(_("Sex"), "sex", _coded(SEX)),
    "races": _person(_("Race or ethnicity as reported"), "races", _races),
    "age": _person(_("Age"), "age_min age_max age_text", _age),
    "birth": _person(_("Date of birth"), "birth", _birth),
    "height": _person(_("Height"), "height_min height_max", _height),
    "weight": _person(_("Weight"), "weight_min weight_max", _weight),
    "hair": _person(_("Hair color"), "hair", _coded(catalogue.HAIR_COLOR)),
    "eyes": _person(_("Eye color"), "eye_left eye_right", _twice(catalogue.EYE_COLOR)),
    "skin": _person(_("Skin"), "skin", _coded(catalogue.SKIN_TONE)),
    "alias": _part(_("Another name"), PersonName, "given_names", _text(100), name_type="alias"),
    "tribe": _part(_("Tribe"), TribeAssociation, "reported_as tribe", _tribe),
    "tattoo": _part(_("Tattoos"), Feature, "description", _text(2_000), feature_kind="tattoo"),
    "mark": _part(_("Scars or marks"), Feature, "description", _text(2_000), feature_kind="scar_or_mark"),
    "clothing": _part(_("Clothing"), Belonging, "description", _text(2_000), belonging_kind="clothing"),
    "vehicle": _part(_("Vehicle"), Vehicle, "description", _text(2_000)),
    "plate": _part(_("License plate"), Vehicle, "plate_number", _text(20)),
    "phone": _part(_("Telephone"), Phone, "number", _text(40)),
    "agency": _part(_("Investigating agency"), CaseAgency, "agency_name", _text(200), role="investigating"),
    "agency_number": _part(_("Its case number"), CaseAgency, "number", _text(60), role="investigating"),
    "note": _part(_("Note"), CaseEvent, "description", _text(20_000), event_kind="other", title="Note"),
}
"""By the name under which a mapping keeps them, in the order people are asked."""

NEEDED = "number"
"""Without a number a row could not be told from another, and no later table could find its case again."""
