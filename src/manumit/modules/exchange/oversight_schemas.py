"""What programs send and get of who read what was released, and of nations' decisions."""

from datetime import date, datetime

from ninja import Schema
from pydantic import Field

from .schemas import SentToExchange

TEXT = Field(min_length=1, max_length=200)


class ReadOut(Schema):
    """A read or export; `number` is empty where you may not see the record, `verb` ends in read or export.

    `releases` and `agreements` are what it rested on; `id` is the entry of the log, which can be proved.
    """

    id: int
    at: datetime
    verb: str
    kind: str
    number: str
    person: str
    agency: str
    purpose: str
    groups: list[str]
    releases: list[int]
    agreements: list[str]


class ReadsOut(Schema):
    """A page of reads, newest first; ask for `before` = `before` to read on."""

    items: list[ReadOut]
    before: int | None


class NationOut(Schema):
    """A nation, and whether it allows each use now."""

    id: int
    name: str
    statistics: bool
    research: bool
    public_listing: bool


class NationsOut(Schema):
    """Every nation of the install."""

    items: list[NationOut]


class NewNationDecision(SentToExchange):
    """What a nation decided: a use, for investigation perhaps by one agency; `citation` names its resolution."""

    use: str = Field(max_length=20)
    allowed: bool
    decided_by: str = TEXT
    citation: str = TEXT
    agency: int | None = Field(None, ge=1, le=2**63 - 1)
    ends_on: date | None = None


class NationDecisionOut(Schema):
    """A decision, as it was recorded."""

    use: str
    allowed: bool
    agency: int | None
    decided_by: str
    citation: str
    effective_at: datetime
    ends_at: datetime | None
    recorded_by: str


class NationDecisionsOut(Schema):
    """A nation's decisions, newest in effect first."""

    items: list[NationDecisionOut]
