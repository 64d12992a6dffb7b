"""What programs send about cases; what they get is in `answer_schemas`."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from manumit.spine.records.choices import Certainty

from .choices import (
    AgencyRole,
    CaseType,
    DatePrecision,
    NumberScheme,
    Outcome,
    PersonRole,
    PlacePrecision,
    Race,
    Sex,
    TribalLand,
)

Line = Annotated[str, StringConstraints(max_length=100)]
Long = Annotated[str, StringConstraints(max_length=500)]
Code = Annotated[str, StringConstraints(pattern="^[a-z0-9_]{0,24}$", max_length=24)]
Codes2 = Annotated[list[Annotated[str, StringConstraints(pattern="^[A-Za-z]{2,3}$")]], Field(max_length=30)]
Codes = Annotated[list[Code], Field(max_length=30)]
Inches = Annotated[Decimal, Field(ge=1, le=108, decimal_places=2, max_digits=5)]
Pounds = Annotated[Decimal, Field(ge=1, le=1400, decimal_places=2, max_digits=6)]
Age = Annotated[Decimal, Field(ge=0, le=125, decimal_places=2, max_digits=5)]
StateCode = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
Day = Annotated[date, Field(description="A day: 2024-05-31")]


class Strict(Schema):
    """A body that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid")


class Said(Strict):
    """Who says what is sent, and how sure they are."""

    source: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    certainty: Certainty = Certainty.EXACT


class CaseValues(Strict):
    """Values of a case itself; those not sent stay as they are."""

    case_type: CaseType | None = None
    acute: bool | None = None
    protected: bool | None = None
    reported_on: Day | None = None
    last_seen_earliest_on: Day | None = None
    last_seen_latest_on: Day | None = None
    last_seen_precision: DatePrecision | None = None
    last_seen_state: StateCode | None = None
    last_seen_county: Line | None = None
    tribal_land: TribalLand | None = None
    last_seen_city: Line | None = None
    place_precision: PlacePrecision | None = None
    place_detail: Long | None = None
    circumstances: Annotated[str, StringConstraints(max_length=20_000)] | None = None
    circumstance: Code | None = None
    missing_category: Code | None = None
    alert: Code | None = None
    ncic_entered_on: Day | None = None
    residence_on_tribal_land: TribalLand | None = None
    contains_cji: bool | None = None


class PersonValues(Strict):
    """Values of a person; ages are years when last seen, months as fractions, `birth` a year, month or day."""

    role: PersonRole | None = None
    family_name: Line | None = None
    given_names: Line | None = None
    name_suffix: Annotated[str, StringConstraints(max_length=20)] | None = None
    sex: Sex | None = None
    races: Annotated[list[Race], Field(max_length=8)] | None = None
    age_min: Age | None = None
    age_max: Age | None = None
    age_text: Annotated[str, StringConstraints(max_length=60)] | None = None
    birth: Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] | None = None
    middle_names: Line | None = None
    age_group: Code | None = None
    races_note: Annotated[str, StringConstraints(max_length=200)] | None = None
    height_min: Inches | None = None
    height_max: Inches | None = None
    height_certainty: Code | None = None
    weight_min: Pounds | None = None
    weight_max: Pounds | None = None
    weight_certainty: Code | None = None
    eye_left: Code | None = None
    eye_right: Code | None = None
    eye_note: Long | None = None
    hair: Code | None = None
    head_hair_note: Long | None = None
    facial_hair_note: Long | None = None
    body_hair_note: Long | None = None
    skin: Code | None = None
    blood: Code | None = None
    birthplace: Annotated[str, StringConstraints(max_length=200)] | None = None
    citizenships: Codes2 | None = None
    languages: Codes2 | None = None
    none_known: Codes | None = None


class NewPerson(PersonValues):
    """A person with their role."""

    role: PersonRole


class NewCase(Said):
    """A report: who says it, what is known, who is in it."""

    case: CaseValues
    people: Annotated[list[NewPerson], Field(max_length=50)] = []


class CaseChange(Said):
    """Values to change, and who says so."""

    changes: CaseValues


class AddPerson(Said):
    """A person to add, and who says so."""

    person: NewPerson


class PersonChange(Said):
    """Values of a person to correct, and who says so."""

    changes: PersonValues


class AddAgency(Said):
    """An agency's part to note."""

    agency_name: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    role: AgencyRole
    number: Annotated[str, StringConstraints(max_length=60)] = ""
    contact: Annotated[str, StringConstraints(max_length=200)] = ""


class AddNumber(Said):
    """A number of another system to note."""

    scheme: NumberScheme
    value: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]


class Withdrawal(Strict):
    """Why something recorded is taken out again."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Move(Strict):
    """A step of the procedure, with what its line of the table asks."""

    step: Annotated[str, StringConstraints(pattern="^[a-z_]{1,40}$")]
    reason: Annotated[str, StringConstraints(max_length=40)] = ""
    words: Annotated[str, StringConstraints(max_length=1000)] = ""
    outcome: Outcome | None = None
    confirmed_by: Annotated[str, StringConstraints(max_length=200)] | None = None
    review_on: Day | None = None
