"""What programs send to the action plan, and what they get."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from .choices import ContributionForm, EvidenceKind, PartnershipKind, PlanPillar, Side, Status, UpdateState

Line = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(max_length=4000, pattern=r"^[^\x00]*$")]
Asked = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[A-Za-z0-9 &.-]+$")]
Source = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True, pattern=r"^[^\x00]+$")]
Answered = Literal["", "accept", "partly", "already", "legislation", "decline"]
"""`choices.Answer`, written out: another module has a schema of that name."""

Quarter = Annotated[str, StringConstraints(pattern=r"^(19|20)\d{2}-Q[1-4]$")]


class Strict(Schema):
    """A body that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid")


class CommitmentFilters(Schema):
    """What the list of commitments is narrowed by; `start` continues a page."""

    pillar: Asked = ""
    agency: Asked = ""
    status: Asked = ""
    q: Asked = Field("", description="Words of the title or of what is done")
    start: int = Field(0, ge=0, le=100_000)


class PromiseFilters(Schema):
    """What the public list is narrowed by; `after` is the number the page before ended with."""

    pillar: Asked = ""
    agency: Asked = ""
    status: Asked = ""
    year: Asked = ""
    q: Asked = ""
    after: Asked = ""


class CommitmentLine(Schema):
    """A commitment in a list."""

    number: str
    agencies: list[str]
    pillar: PlanPillar
    title: str
    status: Status
    due_on: date | None
    published: bool
    version: int


class CommitmentList(Schema):
    """A page of commitments; `next` is where to continue."""

    items: list[CommitmentLine]
    next: int | None


class DueDateOut(Schema):
    """A due date; the newest stands, the others stood before."""

    due_on: date | None
    words: str
    reason: str
    set_at: datetime


class EvidenceOut(Schema):
    """A piece of evidence."""

    id: int
    evidence_kind: EvidenceKind
    title: str
    url: str
    dated_on: date | None
    counts: int
    public: bool


class WordOut(Schema):
    """A partner's word; the newest of an agency stands."""

    agency_code: str
    status: Status
    words: str
    said_at: datetime


class ReportOut(Schema):
    """A progress report; `internal_text` only for those who may read it."""

    number: str
    commitment: str
    quarter: str
    status: Status
    public_text: str
    reason: str
    new_due_on: date | None
    state: UpdateState
    version: int
    steps: list[str] = Field(description="Steps you may take now")
    internal_text: str = ""


class AdviceOut(Schema):
    """Advice and what became of it; `named` is empty unless its giver chose a name."""

    question: str
    text: str
    named: str
    became: str
    reasons: str


class CommitmentOut(CommitmentLine):
    """A commitment with all that belongs to it, as far as you may read it."""

    verb: str
    thing: str
    sentence: str
    made_on: date | None
    measure: str
    target: int | None
    amount: Decimal | None
    due_words: str
    outcome: str
    due_dates: list[DueDateOut]
    evidence: list[EvidenceOut]
    words: list[WordOut]
    reports: list[ReportOut]
    advice: list[AdviceOut]


class RecommendationOut(Schema):
    """A recommendation and its answer."""

    number: str
    body: str
    item: str
    text: str
    agency_code: str
    made_on: date
    answer_due_on: date
    answer: Answered
    reasons: str
    status: Status
    version: int


class RecommendationList(Schema):
    """The recommendations, those without an answer first."""

    items: list[RecommendationOut]


class IndicatorOut(Schema):
    """An indicator; numbers by year."""

    id: int
    title: str
    baseline: int | None
    targets: dict[str, int]
    actuals: dict[str, int]


class ContributionOut(Schema):
    """What a side planned and gave in a year, in US dollars."""

    side: Side
    contribution_form: ContributionForm
    year: int
    planned: Decimal
    actual: Decimal | None


class PartnershipOut(Schema):
    """A country partnership."""

    number: str
    partnership_kind: PartnershipKind
    country: str
    begins_on: date
    ends_on: date
    objectives: str
    sustainability_plan: str
    state: str
    version: int
    indicators: list[IndicatorOut]
    contributions: list[ContributionOut]


class PartnershipList(Schema):
    """The partnerships."""

    items: list[PartnershipOut]


class PromiseOut(Schema):
    """A published promise: the copy the public reads; `told` as in the files on the public site."""

    number: str
    title: str
    pillar: PlanPillar
    agencies: list[str]
    status: Status
    year: int | None
    due_on: date | None
    told: dict[str, Any]
    changed_at: datetime


class PromiseList(Schema):
    """A page of promises; `next` is what `after` continues with."""

    items: list[PromiseOut]
    next: str | None


class NewCommitment(Strict):
    """A commitment to file."""

    agency_code: Code
    joint_codes: list[Code] = Field([], max_length=30)
    pillar: PlanPillar = PlanPillar.NONE
    title: Annotated[Line, StringConstraints(min_length=1)]
    verb: Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00]+$")]
    thing: Annotated[Words, StringConstraints(min_length=1)]
    sentence: Words = ""
    made_on: date | None = None
    due_on: date | None = None
    target: Annotated[int, Field(ge=0, le=2_000_000_000)] | None = None
    amount: Annotated[Decimal, Field(ge=0, max_digits=16, decimal_places=2)] | None = None
    source: Source


class NewReport(Strict):
    """A quarter's report to draft, or to draft anew."""

    quarter: Quarter
    status: Status
    public_text: Annotated[Words, StringConstraints(min_length=1)]
    reason: Words = ""
    new_due_on: date | None = None
    internal_text: Words = ""


class ReportStep(Strict):
    """A step of a report; `words` where it goes back."""

    step: Annotated[str, StringConstraints(pattern="^[a-z_]{1,30}$")]
    words: Words = ""


class NewEvidence(Strict):
    """Evidence to add."""

    evidence_kind: EvidenceKind
    title: Annotated[Line, StringConstraints(min_length=1)]
    url: Annotated[str, StringConstraints(max_length=500, pattern=r"^(https?://[^\s\x00]+)?$")] = ""
    dated_on: date | None = None
    counts: Annotated[int, Field(ge=0, le=2_000_000_000)] = 0
    public: bool = True


class NewWord(Strict):
    """The word of your agency, a partner."""

    status: Status
    words: Words = ""


class NewAnswer(Strict):
    """The answer to a recommendation."""

    answer: Answered
    reasons: Words = ""
