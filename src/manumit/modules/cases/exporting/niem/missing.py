"""A missing person in NIEM: `j:MissingPerson`."""

from __future__ import annotations

from typing import Any

from manumit.values.tables import catalogue
from manumit.values.tables.us_states import US_STATES

from ...choices import STATE_UNKNOWN, NumberScheme
from . import dates, person
from .carried import Carried
from .items import Item, Values, below, in_words, read, text, written
from .xml import Element, first, made, text_at

OURS = "Manumit"
_KIND, _CIRCUMSTANCE = "j:MissingPersonDisappearanceCategoryText", "Circumstance: "


def identification(name: str, told: Carried) -> list[Element]:
    """Return the numbers of a case, its own first."""
    numbers = ((OURS, told.number), *((NumberScheme(scheme).value, value) for scheme, value in told.numbers))
    return [
        made(
            name,
            made("nc:IdentificationID", text=value),
            made("nc:IdentificationCategoryText", text=scheme),
        )
        for scheme, value in numbers
        if value
    ]


def numbers_of(parent: Element, name: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a case's own number, and those of others that we have a name for."""
    pairs = [
        (text_at(each, "nc:IdentificationCategoryText"), text_at(each, "nc:IdentificationID"))
        for each in below(parent, name)
    ]
    own = next((value for scheme, value in pairs if scheme == OURS), "")
    return own, [(scheme, value) for scheme, value in pairs if scheme in NumberScheme.values]


def _kinds() -> Item:
    category, circumstance = catalogue.MISSING_CATEGORY, catalogue.MISSING_CIRCUMSTANCE

    def put(values: Values) -> list[Element]:
        told = [category.code(values["missing_category"]).label] if values["missing_category"] else []
        if values["circumstance"]:
            told.append(_CIRCUMSTANCE + circumstance.code(values["circumstance"]).label)
        return [made(_KIND, text=each) for each in told]

    def take(parent: Element) -> dict[str, Any]:
        said = [each.text or "" for each in below(parent, _KIND)]
        how = [each.removeprefix(_CIRCUMSTANCE) for each in said if each.startswith(_CIRCUMSTANCE)]
        which = [each for each in said if not each.startswith(_CIRCUMSTANCE)]
        return {
            "missing_category": in_words(_KIND, which[0], category) if which else "",
            "circumstance": in_words(_KIND, how[0], circumstance) if how else "",
        }

    return Item(put, take)


_ADDRESS = (
    text("last_seen_city", "nc:AddressCityName"),
    text("last_seen_county", "nc:AddressCountyName"),
    Item(lambda values: _state(values["last_seen_state"]), lambda parent: {"last_seen_state": _state_of(parent)}),
)


def _state(code: str) -> list[Element]:
    return (
        [made("nc:AddressState", made("nc:StateName", text=US_STATES.code(code).label))]
        if code not in {"", STATE_UNKNOWN}
        else []
    )


def _state_of(parent: Element) -> str:
    said = text_at(parent, "nc:AddressState", "nc:StateName")
    return in_words("nc:StateName", said, US_STATES) if said else STATE_UNKNOWN


def _where() -> Item:
    name, words = "j:MissingPersonLastSeenLocation", text("place_detail", "nc:LocationDescriptionText")

    def put(values: Values) -> list[Element]:
        address = written(_ADDRESS, values)
        told = [*([made("nc:Address", *address)] if address else []), *words.put(values)]
        return [made(name, *told)] if told else []

    def take(parent: Element) -> dict[str, Any]:
        place, nowhere = first(parent, name), made("nc:Address")
        address = first(place, "nc:Address")
        told = read(_ADDRESS, address if address is not None else nowhere)
        return {**told, **words.take(place if place is not None else nowhere)}

    return Item(put, take)


BEFORE_NUMBERS = (
    text("circumstances", "j:MissingPersonCircumstanceText"),
    dates.day("reported_on", "j:MissingPersonDeclarationDate"),
    _kinds(),
)
AFTER_NUMBERS = (dates.last_seen("j:MissingPersonLastSeenDate"), _where())
_NUMBER = "j:MissingPersonIdentification"


def element(told: Carried) -> Element:
    """Return a missing person."""
    return made(
        "j:MissingPerson",
        *person.elements(told),
        *written(BEFORE_NUMBERS, told.case),
        *identification(_NUMBER, told),
        *written(AFTER_NUMBERS, told.case),
    )


def told_by(parent: Element) -> Carried:
    """Return what a missing person tells. Raises Unreadable."""
    who, names, features = person.told_by(parent)
    number, numbers = numbers_of(parent, _NUMBER)
    case = {**read(BEFORE_NUMBERS, parent), **read(AFTER_NUMBERS, parent)}
    return Carried(False, number, case, who, names, features, numbers)
