"""The readings of all worlds by name."""

from dataclasses import replace

from manumit.linkage import PERSON, REMAINS, SUSPECT, VEHICLE, Feature, Profile
from manumit.linkage.batch import Layout, Rules, rule
from manumit.linkage.compare.codes import Coded
from manumit.linkage.compare.names import NamePart
from manumit.linkage.profiles import BIRTH, DOCUMENT, FAMILY, GIVEN, PLACE

from .reading import HISTORICAL, HISTORICAL_LAYOUT, HISTORICAL_RULES, PERSONS, Reading

_PLACE = {"city": "city", "state": "state", "latitude": "latitude", "longitude": "longitude"}


def _ends(name: str) -> dict[str, str]:
    return {"low": f"{name}_low", "high": f"{name}_high"}


REMAINS_LAYOUT = Layout(
    {
        "birth": ["dob", {**_ends("age"), "on": "found"}],
        "sex": ["sex"],
        "race": ["race"],
        "height": ["height", _ends("height")],
        "weight": ["weight", _ends("weight")],
        "eyes": ["eyes"],
        "hair": ["hair"],
        "places": [_PLACE],
        "marks": [f"mark{k}" for k in range(5)],
        "belongings": [f"thing{k}" for k in range(5)],
        "last_contact": ["last_contact"],
        "found": ["found"],
    }
)
SUSPECTS_LAYOUT = Layout(
    {
        "names": [
            {"given": "first", "family": "last"},
            *({"given": f"alias{k}_first", "family": f"alias{k}_last"} for k in (0, 1)),
        ],
        "birth": ["dob", {**_ends("age"), "on": "age_on"}],
        "sex": ["sex"],
        "race": ["race"],
        "height": ["height", _ends("height")],
        "weight": ["weight", _ends("weight")],
        "places": [_PLACE],
        "phones": ["phone"],
        "accounts": [{"platform": "platform", "handle": "account"}],
        "plates": ["plate"],
        "marks": [f"mark{k}" for k in range(3)],
    }
)
VEHICLES_LAYOUT = Layout(
    {
        "plates": [{"number": "plate", "state": "plate_state"}],
        "vins": ["vin"],
        "make": ["make"],
        "model": ["model"],
        "year": ["year"],
        "colour": ["colour"],
        "style": ["style"],
        "places": [_PLACE],
    }
)

STREET = Feature(
    "street",
    ("street",),
    NamePart(),
    {
        "same": (60, 0.1),
        "nickname": (0.1, 0.1),
        "close": (15, 0.1),
        "sounds": (2, 0.1),
        "near": (4, 0.3),
        "part": (3, 3),
        "shortened": (1, 0.1),
        "initial": (0.1, 0.1),
        "similar": (1, 0.5),
        "different": (13.8, 95.5),
        "crossed": (0.1, 0.1),
        "half crossed": (0.1, 0.1),
        "alone": (0.1, 0.1),
    },
    counted=True,
)
NUMBER, POSTCODE = (
    Feature(name, (name,), Coded(), {"same": (75, 1), "different": (25, 99)}, counted=True, lowest=-3_000)
    for name in ("number", "postcode")
)
SECURITY = replace(
    DOCUMENT,
    starting={"same": (80, 0.001), "elsewhere": (0.1, 0.001), "character": (12, 0.01), "different": (7.9, 99.988)},
)
FEBRL = Profile(
    "febrl",
    "The same person of FEBRL",
    (GIVEN, FAMILY, BIRTH, PLACE, SECURITY, STREET, NUMBER, POSTCODE),
    prior=-12_000,
)
FEBRL_LAYOUT = Layout(
    {
        "names": [{"given": "given_name", "family": "surname"}],
        "birth": ["born"],
        "places": [{"city": "suburb", "state": "state"}],
        "documents": ["soc_sec_id"],
        "street": ["address_1"],
        "number": ["street_number"],
        "postcode": ["postcode"],
    }
)
FEBRL_RULES = Rules(
    (
        rule(document="itself"),
        rule(birth="date"),
        rule(given="sound", family="sound", either_way=True),
        rule(family="sound", postcode="itself"),
        rule(given="sound", postcode="itself"),
        rule(street="itself"),
        rule(family="sound", place="town"),
        rule(postcode="itself", number="itself"),
    ),
    300,
    (
        rule(given="itself", family="itself"),
        rule(birth="date"),
        rule(document="itself"),
        rule(street="itself", number="itself"),
    ),
)

READINGS: dict[str, Reading] = {
    "persons": Reading(PERSON, PERSONS),
    "historical": Reading(HISTORICAL, HISTORICAL_LAYOUT, HISTORICAL_RULES, doubtful=True),
    "remains": Reading(REMAINS, REMAINS_LAYOUT, noise={"same": (12.5, 12.5), "different": (87.5, 87.5)}),
    "suspects": Reading(SUSPECT, SUSPECTS_LAYOUT),
    "vehicles": Reading(VEHICLE, VEHICLES_LAYOUT),
    "febrl": Reading(FEBRL, FEBRL_LAYOUT, FEBRL_RULES, doubtful=True),
}
"""The worlds by name."""
