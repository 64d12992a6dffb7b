"""What programs send and get of evidence."""

from datetime import date, datetime

from ninja import Schema
from pydantic import ConfigDict, Field

WORDS = Field(min_length=1, max_length=300)
MAYBE = Field("", max_length=200)


class Sent(Schema):
    """A body in which nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


class CustodyStepOut(Schema):
    """One step of the chain. `hand` is the kind of hand it went to, `to` who or what that is."""

    number: int
    hand: str
    to: str
    passed_at: datetime
    reason: str
    seal_number: str
    seal_found: str
    receipt: str
    received_by: str
    witness: str


class SubmissionOut(Schema):
    """An examination; `corrects` is the id of the result it stands in the place of."""

    id: int
    laboratory: str
    examination: str
    reference: str
    result: str
    reported_by: str
    reported_on: date | None
    corrects: int | None


class Changes(Sent):
    """What is corrected, and who says so; only what is sent is changed."""

    source: str = Field(min_length=1, max_length=200)
    item_type: str = Field("", max_length=12)
    title: str = Field("", max_length=200)
    description: str = Field("", max_length=4_000)
    collected_by: str = Field("", max_length=200)
    collected_place: str = Field("", max_length=300)


class NewKeeping(Sent):
    """How long an item is kept, and by what authority; for ever where no day is sent."""

    keep_until: date | None = None
    authority: str = Field(min_length=1, max_length=200)


class NewDisposal(Sent):
    """How an item is to be disposed of, and why."""

    question: str = Field(min_length=1, max_length=4_000)


class ItemOut(Schema):
    """An item; parts of groups you may not read are absent."""

    number: str
    item_type: str
    state: str
    owner: int
    version: int
    keep_until: date | None
    keeping_authority: str
    case_kind: str = ""
    case_number: str = ""
    title: str = ""
    description: str = ""
    collected_by: str = ""
    collected_place: str = ""
    collected_at: datetime | None = None
    hand: str = ""
    seal_number: str = ""
    chain: list[CustodyStepOut] = []
    submissions: list[SubmissionOut] = []


class ItemsOut(Schema):
    """A page of items, newest first; `next` continues it."""

    items: list[ItemOut]
    next: str | None


class NewItem(Sent):
    """What was taken, in a case named by kind and number."""

    case_kind: str = Field(max_length=40)
    case_number: str = Field(max_length=16)
    item_type: str = Field(max_length=12)
    title: str = Field(min_length=1, max_length=200)
    collected_by: str = Field(min_length=1, max_length=200)
    collected_at: datetime
    source: str = Field(min_length=1, max_length=200)
    collected_place: str = Field("", max_length=300)
    description: str = Field("", max_length=4_000)


class NewStep(Sent):
    """The next hand: `to` is the person's id where `hand` is `person`, else a name. Laboratories need `examination`."""

    hand: str = Field(max_length=12)
    to: str = MAYBE
    reason: str = WORDS
    passed_at: datetime
    seal_found: str = Field(max_length=10)
    receipt: str = Field("", max_length=100)
    received_by: str = MAYBE
    witness: str = MAYBE
    examination: str = Field("", max_length=300)


class NewSeal(Sent):
    """A seal's number."""

    seal_number: str = Field(min_length=1, max_length=60)


class EvidenceBecause(Sent):
    """Why."""

    because: str = WORDS


class NewResult(Sent):
    """What a laboratory reported."""

    result: str = Field(min_length=1, max_length=20_000)
    reported_by: str = Field(min_length=1, max_length=200)
    reported_on: date
