"""What NIEM carries of one person in a case, and what it loses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...choices import CaseType, PersonRole
from ...models import (
    PARTS,
    CaseAgency,
    CasePart,
    CasePerson,
    Exploitation,
    Feature,
    OutsideNumber,
    PersonName,
    PersonPart,
    TraditionalName,
)
from ..dossier import Dossier
from . import dates
from .xml import sayable

Values = Mapping[str, Any]
TRAFFICKING = frozenset({CaseType.TRAFFICKING_SEX, CaseType.TRAFFICKING_LABOR})

CASE_SUMMARY = (
    "missing_category", "circumstance", "reported_on", "last_seen_earliest_on", "last_seen_latest_on",
    "last_seen_precision", "last_seen_state", "last_seen_county",
)  # fmt: skip
CASE_PLACE = ("last_seen_city", "place_detail")
CASE = (*CASE_SUMMARY, *CASE_PLACE, "circumstances")
PERSON = (
    "family_name", "given_names", "middle_names", "name_suffix", "sex", "races", "age_min", "age_max", "age_text",
    "birth", "birthplace", "citizenships", "blood", "height_min", "height_max", "weight_min", "weight_max", "eye_left",
    "eye_right", "hair", "head_hair_note", "facial_hair_note", "skin",
)  # fmt: skip
NAME = ("name_type", "family_name", "given_names", "middle_names", "name_suffix")
FEATURE = ("feature_kind", "site", "side", "ncic_code", "description")
EXPLOITATION = (
    "status", "decided_by", "kinds", "sex_kinds", "industry", "relationship", "from_on", "until_on", "countries",
    "description",
)  # fmt: skip
_OF_THE_FIRST = {"status": "unknown", "decided_by": "", "relationship": "unknown"}
_LOST_OF_CASE = ("confirmed_by", "alert", "residence_on_tribal_land", "tribal_land", "ncic_entered_on")
_KEPT_FROM_LOSS = frozenset({"id", "case", "person", "withdrawn_at", "source_key", "role", "number", "superseded_by"})
_BLANK: tuple[object, ...] = (None, "", "unknown", [])


@dataclass(frozen=True, slots=True)
class Carried:
    """One person with what is told of them, by field names of the catalogue.

    `victim` tells a victim of trafficking from a missing person. `number` is the case's own number, `numbers` those of
    others as (scheme, number).
    """

    victim: bool
    number: str = ""
    case: Values = field(default_factory=dict)
    person: Values = field(default_factory=dict)
    names: Sequence[Values] = field(default_factory=list)
    features: Sequence[Values] = field(default_factory=list)
    numbers: Sequence[tuple[str, str]] = field(default_factory=list)
    exploitations: Sequence[Values] = field(default_factory=list)


def people_of(dossier: Dossier) -> list[CasePerson]:
    """Return the people of a case of whom NIEM has a noun: the missing, and victims of trafficking."""
    return [person for person in dossier.of(CasePerson) if _is_missing(person) or is_victim(dossier, person)]


def _is_missing(person: CasePerson) -> bool:
    return person.role == PersonRole.MISSING


def is_victim(dossier: Dossier, person: CasePerson) -> bool:
    """Whether a person is told of as a victim of trafficking."""
    exploited = bool(dossier.about(Exploitation, person))
    return person.role == PersonRole.VICTIM and (exploited or dossier.case.case_type in TRAFFICKING)


def carried(dossier: Dossier, person: CasePerson) -> tuple[Carried, list[str]]:
    """Return what NIEM carries of `person`, and the names of what it loses, each once."""
    victim = is_victim(dossier, person)
    lost: dict[str, None] = {}
    case = {} if victim else _case(dossier, lost)
    rows = (dossier.about(Exploitation, person) or [Exploitation()]) if victim else []
    told = Carried(
        victim=victim,
        number=dossier.case.number,
        case=case,
        person=_person(person, lost),
        names=[_values(row, NAME, lost, "names") for row in dossier.about(PersonName, person)],
        features=[_values(row, FEATURE, lost, "features") for row in dossier.about(Feature, person)],
        numbers=[(row.scheme, sayable(row.value)) for row in dossier.of(OutsideNumber)],
        exploitations=[_exploitation(row, place, lost) for place, row in enumerate(rows)],
    )
    lost.update(dict.fromkeys(_whole_nouns(dossier, person, victim=victim)))
    return told, list(lost)


def _values(row: Any, names: Sequence[str], lost: dict[str, None], noun: str) -> dict[str, Any]:
    """Return the carried fields of a row, and note each other field that says something."""
    known = type(row).own_fields() if isinstance(row, CasePart) else tuple(type(row).sensitivity)
    for name in known:
        if name not in names and name not in _KEPT_FROM_LOSS and getattr(row, name) not in _BLANK:
            lost[f"{noun}.{name}"] = None
    return {name: _said(f"{noun}.{name}", getattr(row, name), lost) for name in names}


def _said(path: str, value: Any, lost: dict[str, None]) -> Any:
    if not isinstance(value, str):
        return list(value) if isinstance(value, list) else value
    if (text := sayable(value)) != value:
        lost[f"{path}: characters XML cannot hold"] = None
    return text


def _person(person: CasePerson, lost: dict[str, None]) -> dict[str, Any]:
    values = _values(person, PERSON, lost, "people")
    if values["birth"] and not dates.is_edtf(values["birth"]):
        values["birth"] = ""
        lost["people.birth"] = None
    return values


def _case(dossier: Dossier, lost: dict[str, None]) -> dict[str, Any]:
    values = {name: _said(f"case.{name}", getattr(dossier.case, name), lost) for name in CASE}
    for name in _LOST_OF_CASE:
        if getattr(dossier.case, name) not in _BLANK:
            lost[f"case.{name}"] = None
    if (how := dates.sayable_precision(values)) != values["last_seen_precision"]:
        values["last_seen_precision"] = how
        lost["case.last_seen_precision"] = None
    return values


def _exploitation(row: Exploitation, place: int, lost: dict[str, None]) -> dict[str, Any]:
    values = _values(row, EXPLOITATION, lost, "exploitations")
    if place:
        for name, blank in _OF_THE_FIRST.items():
            if values[name] != blank:
                lost[f"exploitations.{name} of the second and later"] = None
                values[name] = blank
    return values


def _whole_nouns(dossier: Dossier, person: CasePerson, *, victim: bool) -> list[str]:
    """Return the nouns that are told of the case or person and have no place in NIEM's."""
    carried_parts = (PersonName, Feature, *((Exploitation,) if victim else ()))
    models = [model for model in PARTS.values() if model not in (*carried_parts, TraditionalName)]
    told = [m.part for m in models if issubclass(m, PersonPart) and dossier.about(m, person)]
    return [*told, *(["agencies"] if dossier.of(CaseAgency) else [])]
