"""What programs send and get of joint work."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from .schemas import AUTHORITY, KEY, SentToExchange

ADDS = Literal["note", "task", "fact"]


class NewJointWork(SentToExchange):
    """On which record, to what aim, what partners read of it and may add to the log, through which day."""

    kind: str = Field(max_length=40)
    number: str = Field(max_length=16)
    aim: str = Field(min_length=1, max_length=2_000)
    authority: str = AUTHORITY
    groups: list[str] = Field(max_length=8)
    may_add: list[ADDS] = Field(default_factory=list, max_length=3)
    ends_on: date


class NewJointPartner(SentToExchange):
    """Which agency is invited."""

    agency: int = KEY


class NewJointEntry(SentToExchange):
    """A line of the log; `for_agency` and `due_on` for a task alone."""

    adds: ADDS
    text: str = Field(min_length=1, max_length=4_000)
    for_agency: int | None = Field(None, ge=1, le=2**63 - 1)
    due_on: date | None = None


class JointPartnerOut(Schema):
    """An agency that was invited, and where it stands: invited, works, declined, left or ended."""

    agency: int
    name: str
    state: str
    invited_at: datetime
    answered_at: datetime | None


class JointEntryOut(Schema):
    """A line of the log."""

    id: int
    adds: str
    agency: int
    person: str
    at: datetime
    text: str
    for_agency: int | None
    due_on: date | None
    done_at: datetime | None


class JointWorkOut(Schema):
    """Joint work; `partners` where one is read, not in lists, `entries` for those alone who have accepted."""

    number: str
    version: int
    owner: str
    state: str
    record_kind: str
    record_number: str
    aim: str
    authority: str
    groups: list[str]
    may_add: list[str]
    ends_on: date
    partners: list[JointPartnerOut] = Field(default_factory=list)
    entries: list[JointEntryOut] = Field(default_factory=list)


class JointWorksOut(Schema):
    """A page of joint work; ask for `after` = `next` to read on."""

    items: list[JointWorkOut]
    next: str | None
