"""Cases as NamUs serves them in full (JSON): the fields that `importing.namus_document` reads, written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import Use
from manumit.values import crosswalks
from manumit.values.tables.us_states import US_STATES

from ..choices import STATE_UNKNOWN, Aspect, DatePrecision, NumberScheme, PlaceRole
from ..models import Belonging, CaseAgency, CasePerson, CasePlace, Feature, OutsideNumber, PersonName, Remains, Vehicle
from . import namus_nouns, namus_words
from .account import Account
from .dossier import Dossier
from .format import Format
from .namus_nouns import Json, Lost
from .namus_words import MISSING, UNIDENTIFIED, Kind, family_of, label, number_of, seen, subject_of, whole

MODELS = (CasePerson, OutsideNumber, CaseAgency, PersonName, Feature, Belonging, Vehicle, CasePlace, Remains)
_SHAPES = {DatePrecision.DAY: "%Y-%m-%d", DatePrecision.MONTH: "%Y-%m", DatePrecision.YEAR: "%Y"}
_LOOKS = (
    ("eye_left", "leftEyeColor", crosswalks.EYE_COLOR_NAMUS),
    ("eye_right", "rightEyeColor", crosswalks.EYE_COLOR_NAMUS),
    ("hair", "hairColor", crosswalks.HAIR_COLOR_NAMUS),
)
_NOTES = {
    "eye_note": "eyeDescription",
    "head_hair_note": "headHairDescription",
    "facial_hair_note": "facialHairDescription",
    "body_hair_note": "bodyHairDescription",
}
_REMAINS = {
    "all_parts_recovered": "allPartsRecovered",
    "head_not_recovered": "headNotRecovered",
    "torso_not_recovered": "torsoNotRecovered",
    "limbs_not_recovered": "limbsNotRecovered",
    "hands_not_recovered": "handsNotRecovered",
}
_NOT_CARRIED = ("birthplace", "blood", "skin", "citizenships", "languages")


def write(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write a list of documents, one a case."""

    def lost(name: str) -> None:
        account.lost[name] += 1

    before = b"["
    for dossier in dossiers:
        text = json.dumps(_without_blanks(document(dossier, lost)), ensure_ascii=False)
        out.write(before + b"\n" + text.encode())
        before = b","
    out.write(b"[]\n" if before == b"[" else b"\n]\n")


def document(dossier: Dossier, lost: Lost) -> Json:
    """Return a case as a document; what it cannot say is told to `lost`."""
    kind = MISSING if dossier.case.case_type == MISSING.case_type else UNIDENTIFIED
    person = subject_of(dossier, kind)
    if person is None:
        raise ValueError(f"{dossier.case.number} names nobody NamUs has documents of: its objection was not asked")
    for name in _NOT_CARRIED:
        if getattr(person, name):
            lost(f"people.{name}")
    return {
        "idFormatted": number_of(dossier, kind),
        "modifiedDateTime": dossier.case.changed_at.isoformat(),
        "caseIdentification": {"ncmecNumber": _ncmec(dossier)},
        "subjectIdentification": _identified(dossier, person, kind, lost),
        "subjectDescription": _described(dossier, person, kind, lost),
        "physicalDescription": _looks(person, lost),
        "physicalFeatureDescriptions": [namus_nouns.feature(row, lost) for row in dossier.about(Feature, person)],
        "physicalFeaturesNoKnownInformationIndicator": {
            "noKnownInformation": Aspect.FEATURES.value in person.none_known or None
        },
        "clothingAndAccessoriesArticles": [namus_nouns.article(row, lost) for row in dossier.about(Belonging, person)],
        "vehicles": [namus_nouns.vehicle(row, lost) for row in dossier.of(Vehicle)],
        **(_of_missing(dossier, lost) if kind is MISSING else _of_remains(dossier, person, lost)),
        "investigatingAgencies": [namus_nouns.agency(row, lost) for row in dossier.of(CaseAgency)],
    }


def _ncmec(dossier: Dossier) -> str:
    numbers = (row.value for row in dossier.of(OutsideNumber) if row.scheme == NumberScheme.NCMEC)
    return next(numbers, "")


def _identified(dossier: Dossier, person: CasePerson, kind: Kind, lost: Lost) -> Json:
    nicknames = [row for row in dossier.about(PersonName, person) if row.name_type == "nickname"]
    for row in dossier.about(PersonName, person):
        if row.name_type != "nickname" or row.family_name or any(each in row.given_names for each in ",;\n"):
            lost("names")
    ages = {
        "missingMinAge": whole(person.age_min, lost, "people.age_min"),
        "missingMaxAge": whole(person.age_max, lost, "people.age_max"),
    }
    return {
        "firstName": person.given_names,
        "middleName": person.middle_names,
        "lastName": family_of(person),
        "nicknames": ", ".join(row.given_names for row in nicknames),
        **(ages if kind is MISSING else {}),
    }


def _described(dossier: Dossier, person: CasePerson, kind: Kind, lost: Lost) -> Json:
    races = (label(each, crosswalks.RACE_NAMUS, lost, "people.races") for each in person.races)
    told = {
        "sex": namus_nouns.named(person.sex, crosswalks.SEX_NAMUS, lost, "people.sex"),
        "ethnicities": [{"name": each} for each in races if each],
        "ethnicitiesOther": person.races_note,
        "estimatedAgeGroup": namus_nouns.named(
            person.age_group, crosswalks.ESTIMATED_AGE_GROUP_NAMUS, lost, "people.age_group"
        ),
        **_years("estimatedYearOfBirth", person.birth, lost, "people.birth"),
    }
    for what in ("height", "weight"):
        low, high = getattr(person, f"{what}_min"), getattr(person, f"{what}_max")
        told[f"{what}From"] = whole(low, lost, f"people.{what}_min")
        told[f"{what}To"] = whole(high, lost, f"people.{what}_max")
        told[f"{what}Certainty"] = namus_nouns.named(
            getattr(person, f"{what}_certainty"), crosswalks.MEASURE_CERTAINTY_NAMUS, lost, f"people.{what}_certainty"
        )
    if kind is UNIDENTIFIED:
        told["estimatedAgeFrom"] = whole(person.age_min, lost, "people.age_min")
        told["estimatedAgeTo"] = whole(person.age_max, lost, "people.age_max")
    return told


def _years(name: str, text: str, lost: Lost, field: str) -> Json:
    """Return a year, or the two ends of a range of years."""
    ends = text.split("/") if text else []
    if not all(len(end) == 4 and end.isdecimal() for end in ends) or len(ends) > 2:
        lost(field)
        return {}
    return {f"{name}{side}": int(end) for side, end in zip(("From", "To"), ends, strict=False)}


def _looks(person: CasePerson, lost: Lost) -> Json:
    colors = {
        name: namus_nouns.named(getattr(person, field), walk, lost, f"people.{field}") for field, name, walk in _LOOKS
    }
    return {**colors, **{name: getattr(person, field) for field, name in _NOTES.items()}}


def _day(dossier: Dossier, lost: Lost) -> str:
    day, how = seen(dossier, lost)
    return day.strftime(_SHAPES[how]) if day else ""


def _address(dossier: Dossier) -> Json:
    case = dossier.case
    known = case.last_seen_state not in {"", STATE_UNKNOWN}
    return {
        "city": case.last_seen_city,
        "county": {"displayName": case.last_seen_county},
        "state": {"name": US_STATES.code(case.last_seen_state).label if known else ""},
    }


def _land(code: str) -> Json:
    return {"name": {"yes": "Yes", "no": "No"}.get(code, "")}


def _position(dossier: Dossier, role: PlaceRole) -> Json:
    place = next((row for row in dossier.of(CasePlace) if row.role == role), None)
    if place is None or place.latitude is None:
        return {}
    return {
        "formattedAddress": place.address,
        "coordinates": {"lat": place.latitude, "lon": place.longitude},
    }


def _of_missing(dossier: Dossier, lost: Lost) -> Json:
    sighting = {
        "date": _day(dossier, lost),
        "address": _address(dossier),
        "publicGeolocation": _position(dossier, PlaceRole.LAST_SEEN),
        "missingFromTribalLand": _land(dossier.case.tribal_land),
        "primaryResidenceOnTribalLand": _land(dossier.case.residence_on_tribal_land),
    }
    return {
        "sighting": sighting,
        "circumstances": {"circumstancesOfDisappearance": dossier.case.circumstances},
    }


def _of_remains(dossier: Dossier, person: CasePerson, lost: Lost) -> Json:
    row = next(iter(dossier.about(Remains, person)), None) or Remains()
    walk = crosswalks.CONDITION_OF_REMAINS_NAMUS
    return {
        "circumstances": {
            "dateFound": _day(dossier, lost),
            "address": _address(dossier),
            "publicGeolocation": _position(dossier, PlaceRole.FOUND),
            "foundOnTribalLand": _land(dossier.case.tribal_land),
            "circumstancesOfRecovery": dossier.case.circumstances,
        },
        "detailsOfRecovery": {
            "conditionOfRemains": namus_nouns.named(row.condition, walk, lost, "remains.condition"),
            **{name: getattr(row, field) for field, name in _REMAINS.items()},
        },
    }


def _without_blanks(value: Any) -> Any:
    """Return `value` without what says nothing; a blank in NamUs would say that nobody knows."""
    if isinstance(value, dict):
        kept = {name: _without_blanks(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_blanks(each) for each in value]
    return value


NAMUS_JSON = Format(
    name="namus-json",
    title=_("NamUs documents (JSON)"),
    use=Use.PUBLIC_LISTING,
    holds=_("Missing and unidentified persons with their features, belongings, vehicles and agencies."),
    suffix="json",
    media_type="application/json",
    fields={
        "summary": ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_state", "last_seen_county",
                    "tribal_land", "residence_on_tribal_land"),
        "place": ("last_seen_city", "places"),
        "narrative": ("circumstances",),
        "people": ("family_name", "given_names", "middle_names", "name_suffix", "sex", "races", "races_note", "age_min",
                   "age_max", "age_group", "birth", "height_min", "height_max", "weight_min", "weight_max",
                   *(each for each, *_more in _LOOKS), *_NOTES, "names", "features", "belongings", "vehicles",
                   "remains"),
        "agencies": ("numbers.namus", "numbers.ncmec", "agencies"),
    },
    models=MODELS,
    cannot=(
        _("Cases without a NamUs number"),
        _("Dates known as ranges, and that a date is only about right"),
        _("Names other than nicknames, skin, blood type, birthplace, languages"),
        _("Contacts at agencies, phones, accounts, events, offenses, behavior and files"),
        _("Tribes, Indian status and traditional names: a nation decides on those itself"),
    ),
    objection=namus_words.objection(MISSING, UNIDENTIFIED),
    write=write,
)  # fmt: skip
