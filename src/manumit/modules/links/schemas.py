"""What programs send and get of links."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, Field

WORDS = Field("", max_length=500)


class Sent(Schema):
    """A body in which nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


class EndOut(Schema):
    """One side of a pair: which thing of which record."""

    kind: str
    number: str
    name: str


class CandidateOut(Schema):
    """A pair that may be one. `weight` is evidence in millibits under the weights `model`: a rank, no probability."""

    id: int
    profile: str
    one: EndOut
    other: EndOut
    weight: int
    model: str
    state: str
    raised_at: datetime


class CandidatesOut(Schema):
    """A page of pairs, the heaviest first; `next` is where the next page begins."""

    items: list[CandidateOut]
    next: int | None


class PathStepOut(Schema):
    """What one feature says: for (above 0) or against, in millibits; `level` is empty where nothing is known.

    `carried` is how many open records, at least, carry the number; 0 where few do.
    """

    feature: str
    level: str
    text: str
    weight: int
    carried: int
    left: list[str]
    right: list[str]


class JudgementOut(Schema):
    """What somebody decided; `withdrawn_at` where it was taken back."""

    verdict: str
    reason: str
    words: str
    at: datetime
    weight: int
    model: str
    withdrawn_at: datetime | None


class WholeOut(CandidateOut):
    """A pair with its evidence and its judgements."""

    steps: list[PathStepOut]
    judgements: list[JudgementOut]


class NewJudgement(Sent):
    """Whether they are one, and on what grounds."""

    verdict: str = Field(max_length=8)
    reason: str = Field(max_length=16)
    words: str = WORDS


class LinkBecause(Sent):
    """Why."""

    because: str = Field(min_length=1, max_length=500)


class JoinOut(Schema):
    """A join by its number; `undone_at` where it was taken back."""

    number: str
    undone_at: datetime | None


class IdentityOut(Schema):
    """A join: the numbers of the two records, and why; `undone_at` where it was taken back."""

    number: str
    one: str
    other: str
    because: str
    made_at: datetime
    undone_at: datetime | None


class WatchOut(Schema):
    """A description that is looked for through the day `ends_on`; `told` is of how many you were told."""

    id: int
    profile: str
    name: str
    case_number: str
    why: str
    ends_on: date
    told: int


class CommonOut(Schema):
    """Numbers of a record that so many records open to all carry that they raise no lead."""

    numbers: list[str]
    carried_by: int


class ChartAsked(Schema):
    """What of a chart is wanted: places opened, a path to which (`kind:number`), edges of which days (or years)."""

    open: list[str] = Field([], max_length=25)
    to: str = Field("", max_length=200)
    first: str = Field("", max_length=10)
    last: str = Field("", max_length=10)


class EdgeOut(Schema):
    """That two nodes are joined: as what, who says so, on what and how sure, since when, and who may see it."""

    one: str
    other: str
    title: str
    source: str
    grading: str
    on: date
    seen_by: str


class ChartOut(Schema):
    """Nodes by kind and number, the edges between them, and how many edges of a hub, at least, are left out."""

    nodes: list[str]
    edges: list[EdgeOut]
    left_out: dict[str, int]


class PointerOut(Schema):
    """Which agency to ask about a record of yours."""

    kind: str
    number: str
    profile: str
    holder: str
    told_at: datetime


class PointersOut(Schema):
    """A page of pointers, newest first; `next` is where the next page begins."""

    items: list[PointerOut]
    next: int | None


class Asked(Sent):
    """A description, the case it is for, and why; `facts` are fields with lists of values as `docs/linkage.md` says."""

    case_kind: str = Field("case", max_length=40)
    case_number: str = Field(max_length=16)
    why: str = Field(min_length=1, max_length=300)
    name: str = Field(max_length=24)
    facts: dict[str, list[Any]]


class Watched(Asked):
    """The same, to be looked for through the day `ends_on`."""

    ends_on: date


class FoundOut(Schema):
    """One who fits: its rank, and the evidence in millibits."""

    profile: str
    rank: int
    key: str
    weight: int
    model: str


class FoundsOut(Schema):
    """All who fit, profile by profile."""

    items: list[FoundOut]


class AlikeOut(Schema):
    """A record alike in behaviour: the dimensions in which both are the same, and in which they differ."""

    kind: str
    number: str
    same: list[str]
    other: list[str]


class AlikesOut(Schema):
    """Records by likeness of behaviour, best first. Unvalidated: no probability.

    `known` is whether anything is known of the record's own.
    """

    validated: bool
    known: bool
    items: list[AlikeOut]
