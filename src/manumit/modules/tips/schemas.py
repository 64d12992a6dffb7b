"""What programs send and get of tips."""

from datetime import date, datetime

from ninja import Schema
from pydantic import ConfigDict, Field

WORDS = Field(min_length=1, max_length=300)
MAYBE = Field("", max_length=2_000)


class Sent(Schema):
    """A body in which nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


class MessageOut(Schema):
    """A message; `from_giver` says who wrote it."""

    id: int
    text: str
    written_at: datetime
    from_giver: bool


class TipCaseOut(Schema):
    """A case that a tip may concern."""

    id: int
    case_kind: str
    case_number: str
    note: str


class TipOut(Schema):
    """A tip; parts of groups you may not read are absent. Who gave it is sealed: see the sealed group."""

    number: str
    state: str
    channel: str
    danger: str
    anonymous: bool
    unread: int
    priority: str
    version: int
    owner: int
    opened_at: datetime
    triage_by: datetime
    due_on: date | None
    what: str = ""
    place: str = ""
    time: str = ""
    people: str = ""
    vehicle: str = ""
    about: str = ""
    language: str = ""
    assigned_to: int | None = None
    duplicate_of: str = ""
    referred_to: str = ""
    reward: str = ""
    payee_sealed: bool = False
    messages: list[MessageOut] = []
    cases: list[TipCaseOut] = []


class TipsOut(Schema):
    """A page of tips, newest first; `next` continues it."""

    items: list[TipOut]
    next: str | None


class ReceiptOut(Schema):
    """What the giver is to be told, once: number and secret."""

    number: str
    secret: str


class NewTip(Sent):
    """What somebody told your agency. `giver` holds what is sealed: name, telephone, email, other, safe, how, when,
    never, shared.
    """

    channel: str = Field(max_length=10)
    what: str = Field(min_length=1, max_length=10_000)
    place: str = MAYBE
    time: str = MAYBE
    people: str = MAYBE
    vehicle: str = MAYBE
    about: str = Field("", max_length=200)
    danger: str = Field("unknown", max_length=8)
    giver: dict[str, str] = {}


class TipNewAnswer(Sent):
    """An answer to whoever gave the tip."""

    text: str = Field(min_length=1, max_length=10_000)


class TipNewLink(Sent):
    """A case the tip may concern, and why."""

    case_kind: str = Field(max_length=40)
    case_number: str = Field(max_length=16)
    note: str = WORDS


class TipNewStep(Sent):
    """A step of the procedure with what it asks: reason and words, priority, due_on, duplicate_of, referred_to."""

    step: str = Field(max_length=20)
    reason: str = Field("", max_length=20)
    words: str = Field("", max_length=1_000)
    priority: str | None = Field(None, max_length=12)
    due_on: date | None = None
    duplicate_of: str | None = Field(None, max_length=16)
    referred_to: str | None = Field(None, max_length=200)


class TipRewardStep(Sent):
    """A step of the reward's procedure, with reason and words where it asks for them."""

    step: str = Field(max_length=20)
    reason: str = Field("", max_length=20)
    words: str = Field("", max_length=1_000)


class TipGiver(Sent):
    """Who gave a tip, to be sealed; what is left out stays as it was."""

    name: str = Field("", max_length=200)
    telephone: str = Field("", max_length=60)
    email: str = Field("", max_length=200)
    other: str = Field("", max_length=300)
    how: str = Field("", max_length=500)
    when: str = Field("", max_length=500)
    never: str = Field("", max_length=500)


class TipPayment(Sent):
    """Who is paid, to be sealed; the payee may be the tip's number alone. Once approved, both are left out."""

    payee: str = Field("", max_length=200)
    amount: str = Field("", max_length=20)
    how_paid: str = Field("", max_length=200)
    reference: str = Field("", max_length=100)


class TipUnlink(Sent):
    """Why a link to a case is taken away."""

    reason: str = Field(min_length=1, max_length=200)


class Given(Sent):
    """To whom it is given: the person's id in your agency, and by when."""

    person: int = Field(ge=1, le=2**63 - 1)
    due_on: date | None = None


class TipNeed(Sent):
    """What you need the sealed values for; kept in the log."""

    note: str = WORDS


class SealedOut(Schema):
    """Sealed values by field."""

    values: dict[str, str | None]


class TipHandoverOut(Schema):
    """A tip offered by `owner` to the triage of `other`; `state`: offered, accepted, declined, withdrawn."""

    number: str
    version: int
    tip: str
    owner: int
    other: int
    state: str
    state_since_at: datetime
    danger: bool
    reason: str


class TipHandoversOut(Schema):
    """A page of them, newest first; `next` continues it."""

    items: list[TipHandoverOut]
    next: str | None


class NewTipHandover(Sent):
    """A tip by number, the agency's id, and why; the receiver reads the reason before it accepts."""

    tip: str = Field(max_length=16)
    other: int = Field(ge=1, le=2**63 - 1)
    reason: str = Field(min_length=1, max_length=2_000)


class TipHandoverStep(Sent):
    """The words for a step that asks for them: why it is declined or taken back."""

    words: str = Field("", max_length=1_000)
