"""What programs send and get of work beside records."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema
from pydantic import ConfigDict, Field

KEY = Field(ge=1, le=2**63 - 1)
TEXT = Field(min_length=1, max_length=20_000)
SHORT = Field(min_length=1, max_length=200)
WHY = Field(min_length=1, max_length=500)


class Sent(Schema):
    """A body in which nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


class LineOut(Schema):
    """One thing to be done beside a record."""

    thing: str
    id: int
    title: str
    kind: str
    number: str
    due: datetime | date | None
    mine: bool
    state: Literal["overdue", "soon", "paused", "open"]


class MyWorkOut(Schema):
    """Lines, the most urgent first. `more` if an agency has more than is answered."""

    lines: list[LineOut]
    more: bool


class ClockOut(Schema):
    """A clock that runs or ran. `due` is the first moment too late, null while paused. Aid, not legal advice."""

    id: int
    clock: str
    title: str
    law: str
    verified: bool
    binding: bool
    zone: str
    started_at: datetime
    due: datetime | None
    paused: bool
    overdue: bool
    stopped_at: datetime | None
    ending: str
    because: str


class TaskOut(Schema):
    """A task."""

    id: int
    title: str
    detail: str
    assignee: str
    due_on: date | None
    state: str
    result: str


class NoteOut(Schema):
    """A note; `corrects` is the id of the one it stands in the place of."""

    id: int
    text: str
    source: str
    author: str
    written_at: datetime
    corrects: int | None


class ApprovalOut(Schema):
    """A question and its decision; `answer` is empty while it waits."""

    id: int
    question: str
    role: str
    asked_by: str
    answer: str
    words: str


class FlagOut(Schema):
    """A flag that stands."""

    id: int
    text: str
    ends_on: date


class LinkOut(Schema):
    """A link, seen from the record asked for."""

    id: int
    kind: str
    number: str
    link_type: str
    basis: str
    source: str
    ended_at: datetime | None


class WorkOut(Schema):
    """All work that your agency keeps beside a record."""

    clocks: list[ClockOut]
    tasks: list[TaskOut]
    notes: list[NoteOut]
    approvals: list[ApprovalOut]
    flags: list[FlagOut]
    links: list[LinkOut]


class NoticeOut(Schema):
    """A notice to you."""

    id: int
    event: str
    kind: str
    number: str
    created_at: datetime
    seen_at: datetime | None


class NoticesOut(Schema):
    """The newest notices."""

    notices: list[NoticeOut]


class RecordWatchOut(Schema):
    """A record you watch, through a day."""

    id: int
    kind: str
    number: str
    ends_on: date


class RecordWatchesOut(Schema):
    """What you watch."""

    watches: list[RecordWatchOut]


class NewRecordWatch(Sent):
    """Until which day you watch a record."""

    ends_on: date


class NewClock(Sent):
    """A clock to start; `started_at` carries its offset, `zone` is an IANA name."""

    clock: str = Field(max_length=60)
    started_at: datetime
    zone: str = Field("", max_length=40)


class NewTask(Sent):
    """A task to give; `assignee` is the id of a membership."""

    title: str = SHORT
    assignee: int = KEY
    due_on: date | None = None
    detail: str = Field("", max_length=20_000)


class NewNote(Sent):
    """A note to keep."""

    text: str = TEXT
    source: str = Field("", max_length=200)


class NewApproval(Sent):
    """A question to ask of a role."""

    question: str = TEXT
    role: str = Field(max_length=20)


class NewFlag(Sent):
    """A flag to raise."""

    text: str = SHORT
    ends_on: date


class NewLink(Sent):
    """A record of the same kind to join with, by its number."""

    number: str = Field(max_length=16)
    link_type: str = Field(max_length=16)
    basis: str = WHY
    source: str = SHORT


class Because(Sent):
    """Why."""

    because: str = WHY


class Result(Sent):
    """What came of a task."""

    result: str = TEXT


class Stop(Sent):
    """How a clock ended."""

    ending: str = Field(max_length=16)
    because: str = Field("", max_length=500)


class Decision(Sent):
    """An answer to a question."""

    answer: str = Field(max_length=10)
    words: str = Field("", max_length=20_000)
