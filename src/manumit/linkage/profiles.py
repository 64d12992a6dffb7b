"""The profiles this library comes with.

Their chances are starting points for training, set from published error rates where there are any (a birth date wrong
in about one record of six, a surname changed in one of ten) and by judgement elsewhere; a trained model replaces them.
"""

from __future__ import annotations

from dataclasses import replace

from manumit.linkage.compare.birth import Birth
from manumit.linkage.compare.codes import Coded
from manumit.linkage.compare.eyes import Eyes
from manumit.linkage.compare.names import NamePart
from manumit.linkage.compare.numbers import Account, Document
from manumit.linkage.compare.phones import Phone
from manumit.linkage.compare.places import Place
from manumit.linkage.compare.plates import Plate
from manumit.linkage.compare.ranges import Span
from manumit.linkage.compare.sequence import Order
from manumit.linkage.compare.terms import Belongings, Marks
from manumit.linkage.compare.vins import VehicleNumber
from manumit.linkage.profile import Chances, Feature, Profile

_HAIR = (("BRO", "BLK"), ("BLN", "SDY"), ("BLN", "BRO"), ("SDY", "BRO"), ("GRY", "WHI"), ("RED", "BRO"))
_MAKES: tuple[tuple[str, str], ...] = ()
_COLOURS = (("GRY", "SIL"), ("BLK", "BLU"), ("WHI", "SIL"), ("BGE", "GLD"), ("TAN", "BGE"), ("RED", "MAR"))
_AS_ISSUED: Chances = {"same": (35, 0.001), "elsewhere": (1, 0.001), "character": (3, 0.001), "different": (61, 99.997)}
_SAME_OR_NOT: Chances = {"same": (90, 40), "different": (10, 60)}

GIVEN = Feature(
    "given",
    ("names",),
    NamePart(),
    {
        "same": (62, 0.6),
        "nickname": (12, 0.5),
        "close": (9, 0.3),
        "sounds": (2, 0.3),
        "near": (2, 0.6),
        "part": (1, 0.05),
        "shortened": (1, 0.2),
        "initial": (2, 0.8),
        "similar": (1, 0.8),
        "different": (6, 95.8),
        "crossed": (1.5, 0.005),
        "half crossed": (0.5, 0.02),
        "alone": (0.7, 0.002),
    },
    part="given",
    counted=True,
)
FAMILY = Feature(
    "family",
    ("names",),
    NamePart(),
    {
        "same": (64, 0.1),
        "nickname": (0.1, 0.05),
        "close": (13, 0.06),
        "sounds": (3, 0.1),
        "near": (2, 0.15),
        "part": (5, 0.03),
        "shortened": (1, 0.05),
        "initial": (0.2, 0.1),
        "similar": (1, 0.5),
        "different": (9, 98.8),
        "crossed": (1.5, 0.005),
        "half crossed": (0.5, 0.02),
        "alone": (0.1, 0.1),
    },
    part="family",
    counted=True,
)
BIRTH = Feature(
    "birth",
    ("birth",),
    Birth(),
    {
        "same": (58, 0.005),
        "swapped": (3, 0.002),
        "month known": (6, 0.15),
        "year differs": (5, 0.05),
        "day differs": (6, 0.14),
        "month differs": (3, 0.05),
        "year known": (8, 1.7),
        "same year": (2, 1.6),
        "age close": (2, 2),
        "age agrees": (2, 10),
        "age may": (2, 20),
        "two years": (2, 6),
        "five years": (0.8, 9),
        "apart": (0.8, 68),
    },
)
SEX = Feature("sex", ("sex",), Coded(), {"same": (98.5, 50), "different": (1.5, 50)}, lowest=-5_000)
RACE = Feature(
    "race", ("race",), Coded(), {"same": (80, 35), "different": (20, 65)}, lowest=0, sensitive="race", counted=True
)
TRIBE = Feature(
    "tribe", ("tribe",), Coded(), {"same": (80, 3), "different": (20, 97)}, lowest=0, sensitive="tribe", counted=True
)
HEIGHT = Feature(
    "height",
    ("height",),
    Span("in", 1, 3, 6, least=10, most=108),
    {"same": (46, 13), "agree": (22, 21), "near": (22, 24), "off": (8, 25), "apart": (2, 17)},
    lowest=-4_000,
)
WEIGHT = Feature(
    "weight",
    ("weight",),
    Span("lb", 20, 15, 45, least=1, most=1400),
    {"same": (40, 22), "agree": (22, 18), "near": (16, 18), "off": (15, 24), "apart": (7, 18)},
    lowest=-2_000,
)
EYES = Feature(
    "eyes",
    ("eyes",),
    Eyes(),
    {
        "two colours": (0.1, 0.001),
        "same": (75, 35),
        "mistaken": (19, 30),
        "one": (0.4, 0.4),
        "different": (5.5, 34.599),
    },
)
HAIR = Feature(
    "hair", ("hair",), Coded(_HAIR), {"same": (62, 35), "mistaken": (25, 35), "different": (13, 30)}, lowest=-1_500
)
PLACE = Feature(
    "place",
    ("places",),
    Place(),
    {"same": (50, 1), "near": (12, 1.5), "region": (20, 7.5), "far": (18, 90)},
    lowest=-2_500,
    counted=True,
)
PHONE = Feature(
    "phone",
    ("phones",),
    Phone(),
    {"same": (45, 0.0005), "local": (1, 0.0005), "digit": (3, 0.003), "different": (51, 99.996)},
    lowest=-1_500,
    counted=True,
)
DOCUMENT = Feature("document", ("documents",), Document(), _AS_ISSUED, lowest=-1_500, counted=True)
ACCOUNT = Feature("account", ("accounts",), Account(), _AS_ISSUED, lowest=-1_000, counted=True)
PLATE = Feature(
    "plate",
    ("plates",),
    Plate(),
    {
        "same": (60, 0.0005),
        "misread": (10, 0.001),
        "partly": (10, 0.05),
        "another state": (2, 0.0005),
        "character": (6, 0.005),
        "different": (12, 99.9425),
    },
    lowest=-3_000,
    counted=True,
)
VIN = Feature(
    "vin",
    ("vins",),
    VehicleNumber(),
    {
        "same": (85, 0.0001),
        "mistyped": (6, 0.0005),
        "ending": (4, 0.0005),
        "character": (0.5, 0.002),
        "different": (4.5, 99.9969),
    },
    counted=True,
)
MARKS = Feature(
    "marks",
    ("marks",),
    Marks(),
    {"much": (38, 4), "some": (28, 16), "little": (16, 25), "nothing": (18, 55)},
    lowest=-2_000,
    counted=True,
)
BELONGINGS = Feature(
    "belongings",
    ("belongings",),
    Belongings(),
    {"much": (14, 4), "some": (20, 16), "little": (21, 25), "nothing": (45, 55)},
    lowest=-800,
    counted=True,
)
ORDER = Feature(
    "order",
    ("last_contact", "found"),
    Order("last_contact", "found"),
    {"year": (45, 8), "five years": (30, 14), "more": (23, 38), "crossed": (2, 40)},
)

_ACROSS_LIFE_AND_DEATH: Chances = {
    "same": (5, 0.01),
    "swapped": (0.1, 0.01),
    "month known": (0.5, 0.1),
    "year differs": (0.1, 0.05),
    "day differs": (0.1, 0.1),
    "month differs": (0.1, 0.05),
    "year known": (1, 1),
    "same year": (0.1, 1),
    "age close": (8, 2),
    "age agrees": (40, 13),
    "age may": (35, 25),
    "two years": (5, 6),
    "five years": (3, 8),
    "apart": (2, 43.68),
}

PERSON = Profile(
    "person",
    "The same person",
    (GIVEN, FAMILY, BIRTH, SEX, RACE, TRIBE, HEIGHT, WEIGHT, EYES, HAIR, PLACE, PHONE, DOCUMENT, ACCOUNT, MARKS),
)
REMAINS = Profile(
    "remains",
    "A missing person and unidentified remains",
    (
        replace(BIRTH, starting=_ACROSS_LIFE_AND_DEATH),
        SEX,
        RACE,
        TRIBE,
        HEIGHT,
        WEIGHT,
        EYES,
        HAIR,
        PLACE,
        MARKS,
        BELONGINGS,
        ORDER,
    ),
    prior=-14_000,
)
SUSPECT = Profile(
    "suspect",
    "The same suspect or person of interest",
    (GIVEN, FAMILY, BIRTH, SEX, RACE, HEIGHT, WEIGHT, EYES, HAIR, PLACE, PHONE, PLATE, VIN, DOCUMENT, ACCOUNT, MARKS),
)
VEHICLE = Profile(
    "vehicle",
    "The same vehicle",
    (
        PLATE,
        VIN,
        Feature("make", ("make",), Coded(_MAKES), _SAME_OR_NOT, counted=True),
        Feature("model", ("model",), Coded(), _SAME_OR_NOT, counted=True),
        Feature(
            "year",
            ("year",),
            Span("years", 0, 1, 3, least=1900, most=2100),
            {"same": (70, 5), "agree": (8, 10), "near": (15, 9), "off": (5, 16), "apart": (2, 60)},
        ),
        Feature(
            "colour", ("colour",), Coded(_COLOURS), {"same": (75, 18), "mistaken": (13, 20), "different": (12, 62)}
        ),
        Feature("style", ("style",), Coded(), _SAME_OR_NOT),
        PLACE,
    ),
)
CONTACT = Profile("contact", "The same telephone or account", (PHONE, ACCOUNT))

BEHAVIOURS = (
    "approach",
    "encounter_site",
    "transport",
    "restraint",
    "weapon",
    "cause_of_death",
    "disposal",
    "posing",
    "items_taken",
    "precautions",
    "communication",
    "victim_risk",
    "platform",
    "season",
    "time_of_day",
)
"""The dimensions by which ViCAP compares cases, one code each."""

BEHAVIOUR = Profile(
    "behaviour",
    "Cases alike in behaviour (unvalidated: a ranking to read by, no probability)",
    (
        *(
            Feature(name, (name,), Coded(), {"same": (45, 20), "different": (55, 80)}, counted=True, lowest=-1_000)
            for name in BEHAVIOURS
        ),
        PLACE,
    ),
    validated=False,
)

PROFILES = {profile.name: profile for profile in (PERSON, REMAINS, SUSPECT, VEHICLE, CONTACT, BEHAVIOUR)}
"""All profiles by name."""
