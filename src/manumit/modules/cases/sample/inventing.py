"""Inventing one case: the same seed and index always give the same one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from manumit.spine.records.choices import Level
from manumit.values.tables.us_states import US_STATES

from ..choices import AgencyRole, CaseType, NumberScheme, Outcome, PersonRole, Race, Sex, State
from ..models import Case, CaseAgency, CasePart, CasePerson, OutsideNumber
from ..procedure import CLOSED, FOUND
from ..rules.errors.outcome_fits_type import DEATHS, LIVING
from . import dates, names
from .parts import parts

NEWEST = datetime(2026, 1, 1, tzinfo=UTC)
YEARS_BACK = 25
ORIGIN = "sample"
SEALED_SHARE = 0.05
RELEASED_SHARE = 0.02

TYPES = {
    CaseType.MISSING: 62,
    CaseType.UNIDENTIFIED_REMAINS: 17,
    CaseType.HOMICIDE: 9,
    CaseType.TRAFFICKING_SEX: 4,
    CaseType.SUSPICIOUS_DEATH: 4,
    CaseType.TRAFFICKING_LABOR: 2,
    CaseType.UNKNOWN: 2,
}
STATES = {State.ACTIVE: 40, State.RESOLVED: 25, State.COLD: 17, State.SUSPENDED: 10, State.INTAKE: 8}
LEVELS = {Level.RESTRICTED: 55, Level.OPEN: 35, Level.POINTER: 10}
ROLES = {CaseType.MISSING: PersonRole.MISSING, CaseType.UNIDENTIFIED_REMAINS: PersonRole.DECEDENT_UNIDENTIFIED}
RACES = tuple(Race.values)
SEXES = (Sex.FEMALE, Sex.MALE, Sex.MALE, Sex.UNSURE)
EYES = ("brown", "brown", "blue", "green", "hazel", "unknown")
HAIR = ("black", "brown", "brown", "blond", "gray", "red", "unknown")
CODES = tuple(row.code for row in US_STATES)
STORY = "{name} was last seen near {where}. {pronoun} had said {told}. Searches found {found}."
TOLD = ("nothing of a journey", "it would be a short trip", "a lift was arranged", "they felt followed")
FOUND_BY_SEARCH = ("a bag", "nothing", "a telephone without battery", "tracks to a road", "a parked car")


@dataclass
class Invented:
    """A case with what belongs to it, not yet in the database; `whereabouts` is empty for most."""

    case: Case
    people: list[CasePerson]
    agencies: list[CaseAgency] = field(default_factory=list)
    numbers: list[OutsideNumber] = field(default_factory=list)
    parts: list[CasePart] = field(default_factory=list)
    whereabouts: str = ""
    released: bool = False


def invent(seed: int, index: int) -> Invented:
    """Return the case `index` of the series `seed`; owner and number are given when it is loaded."""
    random = Random(seed * 1_000_003 + index)  # noqa: S311 - invented data, not secrets
    case = _case(random)
    person = _person(random, case)
    invented = Invented(case, [person])
    case.subject_name = f"{person.family_name}, {person.given_names}" if person.family_name else ""
    case.circumstances = _story(random, person)
    _surround(random, invented, index)
    invented.parts = parts(random, case, unknown=not person.family_name)
    return invented


def _case(random: Random) -> Case:
    opened_at = NEWEST - timedelta(seconds=int(YEARS_BACK * 31_557_600 * random.random() ** 2))
    case_type, state = _drawn(random, TYPES), _drawn(random, STATES)
    earliest, latest, precision = dates.last_seen(random, opened_at.date())
    case = Case(
        case_type=case_type,
        state=state,
        level=_drawn(random, LEVELS),
        opened_at=opened_at,
        changed_at=opened_at,
        state_since_at=opened_at,
        origin=ORIGIN,
        acute=state == State.ACTIVE and random.random() < 0.02,
        protected=random.random() < 0.02,
        reported_on=opened_at.date(),
        last_seen_earliest_on=earliest,
        last_seen_latest_on=latest,
        last_seen_precision=precision,
        last_seen_state=random.choice(CODES),
        last_seen_county=names.place(random),
        last_seen_city=names.place(random),
        place_precision="locality",
        tribal_land=random.choice(("yes", "no", "no", "unknown")),
    )
    _end(random, case)
    return case


def _end(random: Random, case: Case) -> None:
    if case.state == State.RESOLVED:
        case.outcome, case.confirmed_by = _outcome(random, case.case_type), "Sample officer"
    if case.state == State.SUSPENDED:
        case.review_on = date(2026, random.randint(1, 12), random.randint(1, 28))


def _outcome(random: Random, case_type: str) -> str:
    dead = case_type in DEATHS
    fitting = [each for each in (*FOUND, *CLOSED) if not (dead and each in LIVING)]
    if case_type != CaseType.UNIDENTIFIED_REMAINS:
        fitting.remove(Outcome.IDENTIFIED)
    return random.choice(fitting)


def _person(random: Random, case: Case) -> CasePerson:
    unknown = case.case_type == CaseType.UNIDENTIFIED_REMAINS
    lowest = random.randint(1, 80)
    highest = lowest + random.choice((0, 0, 0, 2, 10))
    return CasePerson(
        role=ROLES.get(CaseType(case.case_type), PersonRole.VICTIM),
        family_name="" if unknown else names.family(random),
        given_names="" if unknown else names.given(random),
        sex=random.choice(SEXES),
        races=[random.choice(RACES)],
        age_min=Decimal(lowest),
        age_max=Decimal(highest),
        age_text=f"{lowest} Years" if lowest == highest else f"{lowest} - {highest} Years",
        **_looks(random),
    )


def _looks(random: Random) -> dict[str, Any]:
    height, weight = random.randint(56, 76), random.randint(95, 260)
    eyes = random.choice(EYES)
    return {
        "height_min": Decimal(height), "height_max": Decimal(height + random.choice((0, 1, 3))),
        "weight_min": Decimal(weight), "weight_max": Decimal(weight + random.choice((0, 5, 20))),
        "eye_left": eyes, "eye_right": eyes, "hair": random.choice(HAIR),
    }  # fmt: skip


def _story(random: Random, person: CasePerson) -> str:
    name = person.full_name or "An unidentified person"
    return STORY.format(
        name=name,
        where=names.whereabouts(random),
        pronoun="They",
        told=random.choice(TOLD),
        found=random.choice(FOUND_BY_SEARCH),
    )


def _surround(random: Random, invented: Invented, index: int) -> None:
    if random.random() < 0.5:
        agency = f"{names.place(random)} County Sheriff"
        number = f"{invented.case.opened_at:%y}-{index % 100_000:05}"
        invented.agencies.append(
            CaseAgency(role=AgencyRole.INVESTIGATING, agency_name=agency, number=number, contact="Records desk")
        )
    if random.random() < 0.3:
        invented.numbers.append(OutsideNumber(scheme=NumberScheme.VICAP, value=f"SAMPLE-{index:07}"))
    if random.random() < SEALED_SHARE:
        invented.whereabouts = f"With relatives near {names.place(random)}; asks that nobody be told"
    invented.released = random.random() < RELEASED_SHARE


def _drawn(random: Random, weights: Mapping[Any, int]) -> Any:
    return random.choices(tuple(weights), tuple(weights.values()))[0]
