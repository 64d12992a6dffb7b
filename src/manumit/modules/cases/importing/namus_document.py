"""One document of the NamUs export in full (JSON), read into a draft or refused path by path.

What each path becomes, or why it is not read, stands in `namus_paths.csv`; docs/modules/cases-import.md says it in
words. Names of fields are as NamUs serves them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from manumit.values.age import Age
from manumit.values.partial_date import PartialDate
from manumit.values.person_name import PersonName
from manumit.values.strict_csv import Refusal
from manumit.values.strict_json import Json
from manumit.values.tables import catalogue
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX

from ..choices import Aspect, CaseType, NumberScheme, PersonRole, Sex, TribalLand
from ..models import Case, CasePart, CasePerson
from ..rules import CASE_RULES, PART_RULES, CaseFacts, PartFacts
from . import cells, namus_parts
from .draft import Draft, Place
from .layout import CASE_FIELDS, PERSON_FIELDS, Layout
from .namus_agencies import agencies_of, reported_on
from .namus_layout import SOURCE
from .namus_publicity import is_public
from .reading import Reading

FEED = namus_parts.FEED
_CASE = (*CASE_FIELDS, "tribal_land", "residence_on_tribal_land", "circumstances", "reported_on")
_PERSON = (
    *PERSON_FIELDS, "middle_names", "races_note", "birth", "age_group", "height_min", "height_max", "height_certainty",
    "weight_min", "weight_max", "weight_certainty", "eye_left", "eye_right", "eye_note", "hair", "head_hair_note",
    "facial_hair_note", "body_hair_note", "none_known",
)  # fmt: skip
_DESCRIBED = {
    "eye_left": "physicalDescription.leftEyeColor",
    "eye_right": "physicalDescription.rightEyeColor",
    "eye_note": "physicalDescription.eyeDescription",
    "hair": "physicalDescription.hairColor",
    "head_hair_note": "physicalDescription.headHairDescription",
    "facial_hair_note": "physicalDescription.facialHairDescription",
    "body_hair_note": "physicalDescription.bodyHairDescription",
}


def _layout(name: str, case_type: CaseType, role: PersonRole, day: str, who: str) -> Layout:
    where = day.rpartition(".")[0]
    said_by = {
        **dict.fromkeys(("last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision"), day),
        "last_seen_state": f"{where}.address.state",
        "last_seen_county": f"{where}.address.county",
        "last_seen_city": f"{where}.address.city",
        "place_precision": f"{where}.address.city",
        "family_name": "subjectIdentification.lastName",
        "given_names": "subjectIdentification.firstName",
        "sex": f"{who}.sex",
        "races": f"{who}.ethnicities",
        **dict.fromkeys(("height_min", "height_max"), "subjectDescription.heightFrom"),
        **dict.fromkeys(("weight_min", "weight_max"), "subjectDescription.weightFrom"),
        **_DESCRIBED,
    }
    return Layout(
        name=name, feed=FEED, source=SOURCE, number="idFormatted", case_type=case_type, role=role,
        fineness=3, whole=True, case_fields=_CASE, person_fields=_PERSON, said_by=said_by,
    )  # fmt: skip


MISSING = _layout("missing persons", CaseType.MISSING, PersonRole.MISSING, "sighting.date", "subjectDescription")
UNIDENTIFIED = _layout(
    "unidentified persons", CaseType.UNIDENTIFIED_REMAINS, PersonRole.DECEDENT_UNIDENTIFIED,
    "circumstances.dateFound", "subjectDescription",
)  # fmt: skip
UNCLAIMED = _layout(
    "unclaimed persons", CaseType.UNCLAIMED, PersonRole.DECEDENT_UNCLAIMED,
    "circumstances.dateBodyFound", "subjectIdentification",
)  # fmt: skip
LAYOUTS = (MISSING, UNIDENTIFIED, UNCLAIMED)
_BY_PREFIX = {"MP": MISSING, "UP": UNIDENTIFIED, "UCP": UNCLAIMED}


def read(document: Json, file: str, place: int, today: date) -> Draft | list[Refusal]:
    """Return what the document says, or every reason for which it is refused. `today` bounds dates."""
    return read_from(Reading(document, file, place), today)


def read_from(reading: Reading, today: date) -> Draft | list[Refusal]:
    """Return what `reading` has at hand, as `read` does."""
    number = reading.take("idFormatted", _number, "")
    layout = layout_of(number)
    if layout is None:
        if not reading.refusals:
            reading.refuse("idFormatted", "is missing: it is the case's NamUs number, such as MP12345")
        return reading.refusals
    modified = reading.day("modifiedDateTime") or reading.day("createdDateTime") or today
    case, person = _case(reading, layout, today), _person(reading, layout)
    parts: tuple[CasePart, ...] = (*namus_parts.parts_of(reading, layout, case), *agencies_of(reading))
    numbers = _numbers(reading)
    place, notes = Place(reading.file, reading.row), tuple(reading.notes)
    draft = Draft(place, layout, number, min(modified, today), case, person, parts, numbers, notes, is_public(reading))
    if not reading.refusals:
        _demand_rules(reading, draft, today)
    return reading.refusals or draft


def _number(value: object) -> str:
    number = str(value).upper()
    if number.rstrip("0123456789") not in _BY_PREFIX or not 1 <= len(number.lstrip("MUCP")) <= 9:
        raise ValueError(f"{cells.short(str(value), 60)!r} is no NamUs number: MP, UP or UCP and digits")
    return number


def _numbers(reading: Reading) -> tuple[tuple[str, str], ...]:
    ncmec = reading.text("caseIdentification.ncmecNumber", 60).upper()
    return ((NumberScheme.NCMEC.value, ncmec),) if ncmec else ()


def _demand_rules(reading: Reading, draft: Draft, today: date) -> None:
    for finding in CASE_RULES.refused(CaseFacts(draft.case, [draft.person], today=today)):
        reading.refuse(draft.layout.column_of(finding.fields[0]), str(finding.message))
    for part in draft.parts:
        found = PART_RULES.refused(PartFacts(draft.case, part, today=today)) if isinstance(part, CasePart) else ()
        for finding in found:
            reading.refuse(f"{part.part}: {finding.fields[0]}", str(finding.message))


def _case(reading: Reading, layout: Layout, today: date) -> Case:
    day = layout.column_of("last_seen_earliest_on")
    where = day.rpartition(".")[0]
    seen = reading.take(day, lambda value: PartialDate.parse(str(value), today), PartialDate.unknown())
    state = reading.take(f"{where}.address.state.name", lambda value: cells.state(str(value)), cells.state(""))
    county, city = county_of(reading, f"{where}.address"), reading.text(f"{where}.address.city", 100)
    told = "circumstancesOfDisappearance" if layout is MISSING else "circumstancesOfRecovery"
    return Case(
        case_type=layout.case_type,
        last_seen_earliest_on=seen.earliest,
        last_seen_latest_on=seen.latest,
        last_seen_precision=seen.precision.value,
        last_seen_state=state,
        last_seen_county=county,
        last_seen_city=city,
        place_precision=cells.place_precision(state, county, city).value,
        tribal_land=_land(reading, "sighting.missingFromTribalLand" if layout is MISSING else _FOUND_ON),
        residence_on_tribal_land=_land(reading, "sighting.primaryResidenceOnTribalLand"),
        circumstances=reading.prose(f"circumstances.{told}"),
        reported_on=reported_on(reading, seen.earliest, today),
    )


_FOUND_ON = "circumstances.foundOnTribalLand"


def county_of(reading: Reading, path: str) -> str:
    """Return a county as tables write it, without the word: Ada, not Ada County."""
    return reading.text(f"{path}.county.displayName", 100) or reading.text(f"{path}.county.name", 100)


def _land(reading: Reading, path: str) -> str:
    return reading.code(f"{path}.name", catalogue.YES_NO_UNKNOWN) or TribalLand.UNKNOWN.value


def _person(reading: Reading, layout: Layout) -> CasePerson:
    who = "subjectIdentification" if layout is UNCLAIMED else "subjectDescription"
    name, age = _name(reading, layout), _age(reading, layout)
    person = CasePerson(
        role=layout.role,
        family_name=name.family,
        given_names=name.given,
        name_suffix=name.suffix,
        middle_names=reading.text("subjectIdentification.middleName", 100) if layout is not UNIDENTIFIED else "",
        sex=reading.code(f"{who}.sex.name", SEX) or Sex.UNKNOWN.value,
        races=_races(reading, who),
        races_note=reading.text("subjectDescription.ethnicitiesOther", 200),
        age_min=age.years.low,
        age_max=age.years.high,
        age_text=age.text,
        age_group=reading.code("subjectDescription.estimatedAgeGroup.name", catalogue.ESTIMATED_AGE_GROUP),
        birth=_birth(reading, layout),
        none_known=_none_known(reading),
    )
    _measure(reading, person, "height")
    _measure(reading, person, "weight")
    _describe(reading, person)
    return person


def _name(reading: Reading, layout: Layout) -> PersonName:
    if layout is UNIDENTIFIED:
        return PersonName("")
    given = reading.text("subjectIdentification.firstName", 100)
    family = reading.text("subjectIdentification.lastName", 100)
    try:
        return PersonName.from_columns(family, given)
    except ValueError as error:
        reading.refuse("subjectIdentification.lastName", str(error))
        return PersonName("")


def _age(reading: Reading, layout: Layout) -> Age:
    """The age when last seen, or when found. What NamUs computed the wrong way round is put in order, and told."""
    if layout is UNIDENTIFIED:
        return _two(reading, "subjectDescription.estimatedAgeFrom", "subjectDescription.estimatedAgeTo")
    given = _two(reading, "subjectIdentification.missingMinAge", "subjectIdentification.missingMaxAge")
    computed = Age.parse("")
    if layout is MISSING:
        who = "subjectIdentification.computedMissing"
        computed = _two(reading, f"{who}MinAge", f"{who}MaxAge")
    return given if given.text else computed


def _two(reading: Reading, low_path: str, high_path: str) -> Age:
    low, high = reading.ends(low_path, high_path)
    words = [str(end) for end in dict.fromkeys((low, high)) if end is not None]
    path, nobody = high_path if low is None else low_path, Age.parse("")
    if low is None or high is None:
        return reading.take(path, lambda _: Age.between(_word(low), _word(high)), nobody) if words else nobody
    text = f"{' - '.join(words)} Year{'' if words == ['1'] else 's'}"
    return reading.take(path, lambda _: Age.parse(text), nobody)


def _word(end: int | None) -> str:
    return "" if end is None else str(end)


def _races(reading: Reading, who: str) -> list[str]:
    """Every race named, in the order served; the primary one only where no list is."""
    named = [item.code("name", RACE) for item in reading.items(f"{who}.ethnicities")]
    primary = reading.text(f"{who}.primaryEthnicity.name", 100)
    if not any(named) and primary and primary != "Multiple":
        named = [reading.code(f"{who}.primaryEthnicity.name", RACE)]
    return [race for race in dict.fromkeys(named) if race]


def _birth(reading: Reading, layout: Layout) -> str:
    if layout is UNCLAIMED:
        return str(reading.number("subjectIdentification.yearOfBirth") or "")
    who = "subjectDescription.estimatedYearOfBirth"
    return namus_parts.years(*reading.ends(f"{who}From", f"{who}To"))


def _none_known(reading: Reading) -> list[str]:
    if reading.flag("physicalFeaturesNoKnownInformationIndicator.noKnownInformation"):
        return [Aspect.FEATURES.value]
    return []


def _measure(reading: Reading, person: CasePerson, what: str) -> None:
    """Height in inches, weight in pounds; where only the first end is given it is the one value."""
    path = f"subjectDescription.{what}"
    known = [Decimal(end) for end in reading.ends(f"{path}From", f"{path}To") if end is not None]
    setattr(person, f"{what}_min", min(known, default=None))
    setattr(person, f"{what}_max", max(known, default=None))
    setattr(person, f"{what}_certainty", reading.code(f"{path}Certainty.name", catalogue.MEASURE_CERTAINTY))


def _describe(reading: Reading, person: CasePerson) -> None:
    tables = {"hair": catalogue.HAIR_COLOR, "eye_left": catalogue.EYE_COLOR, "eye_right": catalogue.EYE_COLOR}
    for name, path in _DESCRIBED.items():
        table = tables.get(name)
        setattr(person, name, reading.code(f"{path}.name", table) if table else reading.text(path, 500))


def layout_of(number: str) -> Layout | None:
    """Return the layout of the documents whose numbers begin like `number`."""
    return _BY_PREFIX.get(number.rstrip("0123456789"))
