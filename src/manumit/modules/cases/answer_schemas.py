"""What programs get about cases. Every value comes with who said it, when, and how sure they were."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from manumit.spine.records.choices import Certainty, Level

from .choices import AgencyRole, CaseType, DatePrecision, NumberScheme, State


class Fact(Schema):
    """A value with its provenance; `source` is empty where nobody was recorded."""

    value: Any
    source: str
    said_on: date
    certainty: Certainty


Facts = dict[str, Fact]


class AgencyName(Schema):
    """An agency."""

    id: int
    name: str


class PersonOut(Schema):
    """A person in a case."""

    id: int
    values: Facts


class PartOut(Schema):
    """A part of a case; a field that nobody filled in is absent."""

    id: int
    values: Facts


class CaseAgencyOut(Schema):
    """An agency's part in a case."""

    id: int
    role: AgencyRole
    agency_name: str
    number: str
    contact: str


class NumberOut(Schema):
    """A number of another system."""

    id: int
    scheme: NumberScheme
    value: str


class Step(Schema):
    """A step that leads on from here; `why` says what stands against it."""

    name: str
    title: str
    allowed: bool
    why: list[str]


class CaseOut(Schema):
    """A case, as far as you may read it: a group you may not read is absent."""

    number: str
    version: int
    owner: AgencyName
    level: Level
    opened_at: datetime
    changed_at: datetime
    summary: Facts
    people: list[PersonOut] = []
    place: Facts = {}
    narrative: Facts = {}
    agencies: list[CaseAgencyOut] = []
    numbers: list[NumberOut] = []
    parts: dict[str, dict[str, list[PartOut]]] = Field({}, description="Every other part by field group and name")
    files: list[PartOut] = []
    sealed: list[str] = Field([], description="Sealed groups you may read, on the case's page")
    steps: list[Step] = []


class CaseLine(Schema):
    """A case in a list; `subject_name` is null where you may not read the people."""

    number: str
    case_type: CaseType
    state: State
    acute: bool
    owner: AgencyName
    level: Level
    opened_at: datetime
    subject_name: str | None = None
    last_seen_earliest_on: date | None
    last_seen_latest_on: date | None
    last_seen_precision: DatePrecision
    last_seen_state: str
    last_seen_county: str


class Count(Schema):
    """How many: exactly, or at least `value` where `capped`."""

    value: int
    capped: bool


class CaseList(Schema):
    """A page of cases, newest first; `next` continues it as `after`. `gaps` say which data the filters miss."""

    items: list[CaseLine]
    count: Count
    next: str | None
    gaps: list[str]


class Change(Schema):
    """A value before and after; sealed values are never told."""

    path: str
    sealed: bool = False
    before: Any = None
    after: Any = None
    source: str = ""


class Version(Schema):
    """One version of a case: who made it, for which agency, when, and the changes in groups you may read."""

    version: int
    at: datetime
    verb: str
    person: str
    agency: str
    changes: list[Change]


class History(Schema):
    """All versions of a case, newest first."""

    items: list[Version]


class Look(Schema):
    """Somebody looked."""

    at: datetime
    person: str
    agency: str
    purpose: str
    group: str


class Looks(Schema):
    """Who looked at a case, newest first; `next` continues it as `before`."""

    items: list[Look]
    next: int | None
