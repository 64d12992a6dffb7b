"""What invented people carry and drive, and what happened: enough of every part to work and to measure with."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from ..choices import CaseType
from ..models import (
    Belonging,
    Biometric,
    Case,
    CaseEvent,
    CasePart,
    CasePlace,
    Exploitation,
    Feature,
    PersonName,
    Phone,
    Remains,
    TribeAssociation,
    Vehicle,
)
from . import names, positions

EVENTS = 5
BUSY_SHARE, BUSY_EVENTS = 0.0005, 500
"""A few cases have a long timeline, so that pages are tried with one."""
TATTOOS = ("a swallow", "three stars", "a rose and a name", "a wolf", "a compass", "a feather", "an anchor", "numerals")
SCARS = ("from a burn", "from surgery", "across the knuckles", "of a dog bite", "shaped like a hook")
SITES = ("arm", "forearm", "wrist", "hand", "shoulder", "back", "neck", "calf", "thigh", "chest")
CLOTHES = (
    "Black hooded sweatshirt",
    "Blue jeans",
    "Red plaid shirt",
    "White sneakers",
    "Denim jacket",
    "Beaded earrings",
)
MAKES = (("Ford", "F-150"), ("Chevrolet", "Malibu"), ("Dodge", "Ram"), ("Honda", "Civic"), ("Toyota", "Camry"))
COLORS = ("red", "black", "white", "silver", "blue", "green")
HAPPENED = (
    ("sighting", "Seen at a gas station", "A clerk believes to have sold them water; the recording was kept."),
    ("interview", "Interview with a friend", "The friend spoke of a ride that was arranged by telephone."),
    ("search", "Search along the river", "Volunteers walked both banks; dogs lost the scent at the bridge."),
    ("communication", "Last message", "A message to a sister said that everything was fine."),
    ("family_contact", "Call with the family", "The family was told what is being done, and asked for a photograph."),
    ("media", "Flyer handed out", "Flyers were handed out at the market and the clinic."),
)
EXPLOITED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    CaseType.TRAFFICKING_SEX: (("sexual",), ("hospitality", "other_services", "unknown")),
    CaseType.TRAFFICKING_LABOR: (("forced_labor", "servitude"), ("agriculture", "construction", "households")),
}
CONTROLS = ("debt_bondage", "false_promises", "takes_earnings", "withholds_documents", "psychological_abuse")
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def parts(random: Random, case: Case, *, unknown: bool) -> list[CasePart]:
    """Return the parts of an invented case, without their case; `unknown` where nobody knows who it is."""
    found = [*_marks(random), *_carried(random), *_things(random), *_events(random, case), *_places(random, case)]
    if unknown:
        found.append(
            Remains(
                condition=random.choice(("skeleton", "decomposing", "unknown")),
                interval=random.randint(1, 30),
                interval_unit="years",
            )
        )
        found.append(Biometric(biometric_kind="dental", status=random.choice(("available_entered", "not_available"))))
    elif random.random() < 0.2:
        found.append(PersonName(name_type="alias", given_names=names.given(random), family_name=names.family(random)))
    if random.random() < 0.3:
        found.append(
            TribeAssociation(reported_as=f"{names.place(random)} Tribe", enrolled=random.choice(("yes", "unknown")))
        )
    return [*found, *_exploited(random, case)]


def _exploited(random: Random, case: Case) -> Iterator[CasePart]:
    """The exploitation of the victim, in cases of trafficking."""
    if case.case_type in EXPLOITED:
        kinds, industries = EXPLOITED[case.case_type]
        yield Exploitation(
            status=random.choice(("possible", "actual")), decided_by="Victim specialist", kinds=[random.choice(kinds)],
            industry=random.choice(industries), controls=random.sample(CONTROLS, 2),
            recruited_by=[random.choice(("social_networks", "friends", "work"))],
            relationship=random.choice(("acquainted", "unacquainted", "familial")), countries=["US"],
        )  # fmt: skip


def _marks(random: Random) -> Iterator[CasePart]:
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        kind, words = random.choice((("tattoo", TATTOOS), ("scar_or_mark", SCARS)))
        text = f"{kind.split('_')[0].capitalize()} {random.choice(words)}"
        yield Feature(
            feature_kind=kind, site=random.choice(SITES), side=random.choice(("left", "right")), description=text
        )


def _carried(random: Random) -> Iterator[CasePart]:
    for _ in range(random.choice((0, 1, 1))):
        yield Belonging(belonging_kind="clothing", description=random.choice(CLOTHES))


def _things(random: Random) -> Iterator[CasePart]:
    if random.random() < 0.2:
        make, model = random.choice(MAKES)
        plate = "".join(random.choice(LETTERS) for _ in range(3)) + f"{random.randint(0, 999):03}"
        year = random.randint(1985, 2025)
        yield Vehicle(
            relation="missing_with", make=make, model=model, colors=[random.choice(COLORS)],
            year_min=year, year_max=year, plate_number=plate,
        )  # fmt: skip
    if random.random() < 0.2:
        last = random.randint(100, 199)  # 555-0100 to 555-0199 belong to nobody
        yield Phone(use="own", number=f"(406) 555-0{last}", e164=f"+14065550{last}")


def _events(random: Random, case: Case) -> Iterator[CasePart]:
    day = case.last_seen_earliest_on or case.opened_at.date()
    for _ in range(BUSY_EVENTS if random.random() < BUSY_SHARE else random.randint(EVENTS - 1, EVENTS + 1)):
        kind, title, text = random.choice(HAPPENED)
        day = _later(random, day)
        yield CaseEvent(
            event_kind=kind, earliest_on=day, latest_on=day, precision="day", title=title, description=text,
            place=names.place(random), reliability="unknown",
        )  # fmt: skip


def _later(random: Random, day: date) -> date:
    return day + timedelta(days=random.randint(0, 20))


def _places(random: Random, case: Case) -> Iterator[CasePart]:
    position = positions.within(random, case.last_seen_state)
    if position:
        latitude, longitude = position
        yield CasePlace(
            role="last_seen", city=case.last_seen_city, county=case.last_seen_county, state=case.last_seen_state,
            latitude=latitude, longitude=longitude, position_precision="approximate", tribal_land=case.tribal_land,
        )  # fmt: skip
