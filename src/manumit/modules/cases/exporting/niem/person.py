"""A person in NIEM, in the order of `nc:PersonType`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from manumit.values import crosswalks
from manumit.values.tables import catalogue
from manumit.values.tables.countries import COUNTRY

from . import dates
from .carried import Carried
from .items import Item, Unreadable, Values, below, coded, in_words, measure, one_coded, read, several, text, written
from .xml import Element, first, made, text_at

YEARS = ("nc:MeasureUnitText", "year")
INCHES = ("nc:MeasureUnitText", "inch")
POUNDS = ("nc:MeasureUnitText", "pound")


def _birthplace() -> Item:
    name, words = "nc:PersonBirthLocation", "nc:LocationDescriptionText"
    return Item(
        lambda values: [made(name, made(words, text=values["birthplace"]))] if values["birthplace"] else [],
        lambda parent: {"birthplace": text_at(parent, name, words)},
    )


def _citizenships() -> Item:
    name, country, code = "nc:PersonCitizenship", "nc:PersonCitizenshipCountry", "genc:CountryAlpha2Code"
    return Item(
        lambda values: [made(name, made(country, made(code, text=each))) for each in values["citizenships"]],
        lambda parent: {"citizenships": [_country(text_at(each, country, code)) for each in below(parent, name)]},
    )


def _country(said: str) -> str:
    row = COUNTRY.find(said)
    if row is None:
        raise Unreadable("genc:CountryAlpha2Code", f"{said[:40]!r} is not in {COUNTRY.name}")
    return row.code


def _eyes() -> Item:
    """One color of both eyes is NIEM's; two are said in words, each with its side."""
    code, words, walk = "j:PersonEyeColorCode", "nc:PersonEyeColorText", crosswalks.EYE_COLOR_NIEM

    def put(values: Values) -> list[Element]:
        sides = {side: values[f"eye_{side}"] for side in ("left", "right") if values[f"eye_{side}"]}
        if len(sides) == 2 and len({*sides.values()}) == 1:
            return [one_coded(sides["left"], code, words, walk)]
        return [made(words, text=f"{side} eye: {walk.left.code(each).label}") for side, each in sides.items()]

    def take(parent: Element) -> dict[str, Any]:
        sided = {}
        for element in below(parent, words):
            if told := re.fullmatch(r"(left|right) eye: (.+)", element.text or ""):
                sided[f"eye_{told[1]}"] = in_words(words, told[2], walk.left)
        if sided:
            return {"eye_left": "", "eye_right": "", **sided}
        both = coded("eye", code, words, walk).take(parent)["eye"]
        return {"eye_left": both, "eye_right": both}

    return Item(put, take)


_PARTS_OF_A_NAME = (
    text("given_names", "nc:PersonGivenName"),
    text("middle_names", "nc:PersonMiddleName"),
    text("family_name", "nc:PersonSurName"),
    text("name_suffix", "nc:PersonNameSuffixText"),
)
_TYPE_OF_A_NAME = coded("name_type", "j:PersonNameCategoryCode", "nc:PersonNameCategoryText", crosswalks.NAME_TYPE_NIEM)


def _named(values: Values) -> list[Element]:
    return [made("nc:PersonName", *told)] if (told := written(_PARTS_OF_A_NAME, values)) else []


def _other_name(values: Values) -> Element:
    return made("nc:PersonName", *written((*_PARTS_OF_A_NAME, _TYPE_OF_A_NAME), values))


def _is_other(element: Element) -> bool:
    return bool(_TYPE_OF_A_NAME.take(element)["name_type"])


def _feature(values: Values) -> Element:
    told = [made("nc:PhysicalFeatureCategoryText", text=catalogue.BODY_FEATURE_KIND.code(values["feature_kind"]).label)]
    if values["ncic_code"]:
        told.append(made("nc:PhysicalFeatureCategoryText", text=f"NCIC {values['ncic_code']}"))
    told += written((text("description", "nc:PhysicalFeatureDescriptionText"),), values)
    places = (("site", "", catalogue.BODY_SITE), ("side", "side: ", catalogue.BODY_SIDE))
    told += [
        made("nc:PhysicalFeatureLocationText", text=before + table.code(values[name]).label)
        for name, before, table in places
        if values[name]
    ]
    return made("nc:PersonPhysicalFeature", *told)


def _feature_of(element: Element) -> dict[str, Any]:
    kinds, places = "nc:PhysicalFeatureCategoryText", "nc:PhysicalFeatureLocationText"
    said = [each.text or "" for each in below(element, kinds)]
    where = [each.text or "" for each in below(element, places)]
    sides = [each.removeprefix("side: ") for each in where if each.startswith("side: ")]
    sites = [each for each in where if not each.startswith("side: ")]
    return {
        "feature_kind": in_words(kinds, next(iter(said), ""), catalogue.BODY_FEATURE_KIND),
        "ncic_code": next((each.removeprefix("NCIC ") for each in said[1:] if each.startswith("NCIC ")), ""),
        "site": in_words(places, sites[0], catalogue.BODY_SITE) if sites else "",
        "side": in_words(places, sides[0], catalogue.BODY_SIDE) if sides else "",
        "description": text_at(element, "nc:PhysicalFeatureDescriptionText"),
    }


BEFORE_NAMES = (
    text("age_text", "nc:PersonAgeDescriptionText"),
    measure("age_min", "age_max", "nc:PersonAgeMeasure", unit=YEARS),
    dates.edtf("birth", "nc:PersonBirthDate"),
    _birthplace(),
    coded("blood", "j:PersonBloodTypeCode", "nc:PersonBloodTypeText", crosswalks.BLOOD_TYPE_NIEM),
    _citizenships(),
    _eyes(),
    text("facial_hair_note", "nc:PersonFacialHairText"),
    text("head_hair_note", "nc:PersonHairAppearanceText"),
    coded("hair", "j:PersonHairColorCode", "nc:PersonHairColorText", crosswalks.HAIR_COLOR_NIEM),
    measure("height_min", "height_max", "nc:PersonHeightMeasure", unit=INCHES),
)
AFTER_FEATURES = (
    several("races", "j:PersonRaceCode", "nc:PersonRaceText", crosswalks.RACE_NIEM),
    coded("sex", "j:PersonSexCode", "nc:PersonSexText", crosswalks.SEX_NIEM),
    coded("skin", "j:PersonSkinToneCode", "nc:PersonSkinToneText", crosswalks.SKIN_TONE_NIEM),
    measure("weight_min", "weight_max", "nc:PersonWeightMeasure", unit=POUNDS),
)


def elements(told: Carried) -> list[Element]:
    """Return the elements of a person."""
    return [
        *written(BEFORE_NAMES, told.person),
        *_named(told.person),
        *map(_other_name, told.names),
        *map(_feature, told.features),
        *written(AFTER_FEATURES, told.person),
    ]


def told_by(parent: Element) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the person below `parent`, their other names, and their features. Raises Unreadable."""
    names = below(parent, "nc:PersonName")
    own: Sequence[Element] = [each for each in names if not _is_other(each)]
    nobody = made("nc:PersonName")
    person = {
        **read(BEFORE_NAMES, parent),
        **read(_PARTS_OF_A_NAME, own[0] if own else nobody),
        **read(AFTER_FEATURES, parent),
    }
    person["sex"] = person["sex"] or "unknown"
    others = [read((*_PARTS_OF_A_NAME, _TYPE_OF_A_NAME), each) for each in names if _is_other(each)]
    return person, others, [_feature_of(each) for each in below(parent, "nc:PersonPhysicalFeature")]


def entity(parent: Element) -> Element | None:
    """Return the person of an entity such as a victim."""
    return first(parent, "nc:EntityPerson")
