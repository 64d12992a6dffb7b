"""A victim of trafficking in NIEM: `hs:HumanTraffickingVictim`."""

from __future__ import annotations

from typing import Any

from manumit.values import crosswalks
from manumit.values.tables import catalogue

from ...choices import TraffickingStatus
from . import dates, missing, person
from .carried import Carried
from .items import Item, Unreadable, Values, below, in_words, one_coded, read, text, written
from .xml import Element, first, made, text_at

_NUMBER = "j:VictimIdentification"
_IDENTIFIED, _PROSPECTIVE = "hs:IdentifiedAsVictimStatus", "hs:ProspectiveVictimStatus"
_RELATION = "hs:VictimTraffickerRelationshipDescriptionText"
_CODE, _WORDS = "hs:CurrentExploitationIndustryCode", "hs:CurrentExploitationIndustryText"
_WALKS = (crosswalks.INDUSTRY_NIEM, crosswalks.SEX_EXPLOITATION_KIND_NIEM)
_NO_STATUS = {"status": TraffickingStatus.UNKNOWN.value, "decided_by": "", "relationship": "unknown"}


def _industries() -> Item:
    """Industries of labor and kinds of sexual exploitation share one list in NIEM."""

    def put(values: Values) -> list[Element]:
        labor = [values["industry"]] if values["industry"] else []
        pairs = [*((each, _WALKS[0]) for each in labor), *((each, _WALKS[1]) for each in values["sex_kinds"])]
        return [one_coded(each, _CODE, _WORDS, walk) for each, walk in pairs]

    def take(parent: Element) -> dict[str, Any]:
        industry, kinds = "", list[str]()
        for element in parent:
            if element.tag in {made(_CODE).tag, made(_WORDS).tag}:
                labor, value = _industry(element)
                industry, kinds = (value, kinds) if labor else (industry, [*kinds, value])
        return {"industry": industry, "sex_kinds": kinds}

    return Item(put, take)


def _industry(element: Element) -> tuple[bool, str]:
    """Return whether an industry is one of labor, and its code. Raises Unreadable."""
    said = element.text or ""
    for place, walk in enumerate(_WALKS):
        if element.tag == made(_CODE).tag and said in walk.right and (to := walk.backward(said).to):
            return place == 0, to.code
        if element.tag == made(_WORDS).tag and (row := walk.left.find(said)):
            return place == 0, row.code
    raise Unreadable(_CODE, f"{said[:60]!r} is no industry that we know, or can mean several")


def _places() -> Item:
    name, country = "nc:ActivityLocation", ("nc:Address", "nc:AddressCountry", "genc:CountryAlpha2Code")
    return Item(
        lambda values: [
            made(name, made(country[0], made(country[1], made(country[2], text=each)))) for each in values["countries"]
        ],
        lambda parent: {"countries": [text_at(each, *country) for each in below(parent, name)]},
    )


def _kinds() -> Item:
    name, table = "nc:ActivityCategoryText", catalogue.EXPLOITATION_KIND
    return Item(
        lambda values: [made(name, text=table.code(each).label) for each in values["kinds"]],
        lambda parent: {"kinds": [in_words(name, each.text or "", table) for each in below(parent, name)]},
    )


_EVENT = (
    _kinds(),
    dates.period("from_on", "until_on", "nc:ActivityDate"),
    text("description", "nc:ActivityDescriptionText"),
    _places(),
    _industries(),
)


def _statuses(values: Values) -> list[Element]:
    status = values["status"]
    by = [made("nc:StatusIssuerText", text=values["decided_by"])] if values["decided_by"] else []
    if status == TraffickingStatus.POSSIBLE:
        return [made(_PROSPECTIVE, *by, made("hs:ProspectiveVictimIndicator", text="true"))]
    if status in {TraffickingStatus.ACTUAL, TraffickingStatus.NOT_VICTIM}:
        truth = "true" if status == TraffickingStatus.ACTUAL else "false"
        return [made(_IDENTIFIED, *by, made("hs:IdentifiedAsVictimIndicator", text=truth))]
    return [made(_IDENTIFIED, *by)] if by else []


def _status_of(parent: Element) -> dict[str, str]:
    identified, prospective = first(parent, _IDENTIFIED), first(parent, _PROSPECTIVE)
    said = text_at(identified, "hs:IdentifiedAsVictimIndicator").strip()
    possible = text_at(prospective, "hs:ProspectiveVictimIndicator").strip() in {"true", "1"}
    if said:
        status = TraffickingStatus.ACTUAL if said in {"true", "1"} else TraffickingStatus.NOT_VICTIM
    else:
        status = TraffickingStatus.POSSIBLE if possible else TraffickingStatus.UNKNOWN
    by = text_at(identified, "nc:StatusIssuerText") or text_at(prospective, "nc:StatusIssuerText")
    relation = text_at(parent, _RELATION)
    related = in_words(_RELATION, relation, catalogue.TRAFFICKER_RELATION) if relation else "unknown"
    return {"status": status.value, "decided_by": by, "relationship": related}


def element(told: Carried) -> Element:
    """Return a victim, of whom there is an exploitation; what NIEM says of the victim as a whole is of the first."""
    main = told.exploitations[0]
    statuses = _statuses(main)
    related = main["relationship"]
    relation = [made(_RELATION, text=catalogue.TRAFFICKER_RELATION.code(related).label)] if related != "unknown" else []
    return made(
        "hs:HumanTraffickingVictim",
        made("nc:EntityPerson", *person.elements(told)),
        *missing.identification(_NUMBER, told),
        *statuses,
        *(made("hs:TraffickingEvent", *written(_EVENT, each)) for each in told.exploitations),
        *relation,
    )


def told_by(parent: Element) -> Carried:
    """Return what a victim tells. Raises Unreadable."""
    whom = person.entity(parent)
    who, names, features = person.told_by(whom if whom is not None else made("nc:EntityPerson"))
    number, numbers = missing.numbers_of(parent, _NUMBER)
    events = [read(_EVENT, each) for each in below(parent, "hs:TraffickingEvent") or [made("hs:TraffickingEvent")]]
    said = [_status_of(parent), *({**_NO_STATUS} for _ in events[1:])]
    exploited = [{**status, **event} for status, event in zip(said, events, strict=True)]
    return Carried(True, number, {}, who, names, features, numbers, exploited)
