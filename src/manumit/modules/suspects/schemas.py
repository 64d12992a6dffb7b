"""What programs send and get of suspects."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import AwareDatetime, ConfigDict, Field

WORDS = Field(min_length=1, max_length=300)
SOURCE = Field(min_length=1, max_length=200)


class Sent(Schema):
    """A body in which nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


class SuspectSaid(Sent):
    """Who says what is sent, and how sure."""

    source: str = SOURCE
    certainty: str = Field("exact", max_length=12)


class SuspectPartOut(Schema):
    """A part of a suspect; `values` by field."""

    part: str
    id: int
    values: dict[str, Any]


class SuspectOut(Schema):
    """A suspect; groups you may not read are absent."""

    number: str
    owner: int
    level: str
    version: int
    standing: str
    standing_since_at: datetime
    under_18: str
    has_basis: bool
    validated_at: datetime
    review_on: date
    outcome: str
    description: dict[str, Any] | None = None
    parts: list[SuspectPartOut] | None = None


class SuspectsOut(Schema):
    """A page of suspects; ask for `after` = `next` to read on."""

    items: list[SuspectOut]
    next: str | None


class NewName(Sent):
    """A name."""

    name_type: str = Field("legal", max_length=12)
    given_names: str = Field("", max_length=100)
    middle_names: str = Field("", max_length=100)
    family_name: str = Field("", max_length=100)
    name_suffix: str = Field("", max_length=20)


class NewBasis(Sent):
    """A fact for which somebody is of interest, with its source, both graded."""

    statement: str = Field(min_length=1, max_length=4_000)
    said_by: str = SOURCE
    reliability: str = Field(max_length=20)
    validity: str = Field(max_length=20)
    known_on: date


class NewSuspect(SuspectSaid):
    """A person of interest in a case of yours, on a basis."""

    case_kind: str = Field(max_length=40)
    case_number: str = Field(max_length=16)
    how: str = WORDS
    under_18: str = Field(max_length=8)
    basis: NewBasis
    names: list[NewName] = Field(default_factory=list, max_length=20)


class Values(SuspectSaid):
    """Values by field."""

    values: dict[str, Any] = Field(max_length=40)


class SuspectBecause(Sent):
    """Why."""

    because: str = WORDS


class SuspectStep(Sent):
    """A step of the procedure, with its reason; `answers` to what the step asks."""

    reason: str = Field("", max_length=40)
    words: str = Field("", max_length=500)
    answers: dict[str, str] = Field(default_factory=dict, max_length=10)


class NewTie(Sent):
    """One more case the person is of interest in."""

    case_kind: str = Field(max_length=40)
    case_number: str = Field(max_length=16)
    how: str = WORDS
    source: str = SOURCE


class NewRelease(Sent):
    """To whom what is released, for what, by what right, until when."""

    agency: int = Field(ge=1, le=2**63 - 1)
    groups: list[str] = Field(max_length=8)
    purposes: list[str] = Field(min_length=1, max_length=8)
    authority: str = Field(min_length=1, max_length=500)
    expires_at: AwareDatetime


class ReleaseOut(Schema):
    """A live release."""

    id: int
    agency: int
    groups: list[str]
    purposes: list[str]
    authority: str
    expires_at: datetime


class ReleasesOut(Schema):
    """Live releases, soonest end first."""

    items: list[ReleaseOut]
