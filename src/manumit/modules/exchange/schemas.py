"""What programs send and get of exchange."""

from datetime import date, datetime

from ninja import Schema
from pydantic import AwareDatetime, ConfigDict, Field

KEY = Field(ge=1, le=2**63 - 1)
PAIRS = Field(min_length=1, max_length=80)
PURPOSES = Field(min_length=1, max_length=8)
AUTHORITY = Field(min_length=1, max_length=500)


class SentToExchange(Schema):
    """What is sent: no field but those named."""

    model_config = ConfigDict(extra="forbid")


class NewAgreement(SentToExchange):
    """An agreement to draft; `groups` are "kind.group", as the releasable kinds name them."""

    other: int = KEY
    title: str = Field(min_length=1, max_length=200)
    groups: list[str] = PAIRS
    purposes: list[str] = PURPOSES
    authority: str = AUTHORITY
    starts_on: date
    expires_on: date
    mutual: bool = False
    onward: str = Field("never", max_length=8)
    answer_days: int | None = Field(None, ge=1, le=365)


class NewSignature(SentToExchange):
    """A signature of what `terms_hash` says was read."""

    capacity: str = Field(min_length=1, max_length=200)
    terms_hash: str = Field(min_length=64, max_length=64)


class ExchangeStep(SentToExchange):
    """Why a step is taken, where it asks; `reason` only where a request is refused."""

    words: str = Field("", max_length=500)
    reason: str = Field("", max_length=12)


class NewRecordRelease(SentToExchange):
    """To whom what is released, for what, by what right, until when; `under` the number of an agreement."""

    agency: int = KEY
    groups: list[str] = Field(max_length=8)
    purposes: list[str] = PURPOSES
    authority: str = AUTHORITY
    expires_at: AwareDatetime
    under: str = Field("", max_length=16)


class NewReleaseRequest(SentToExchange):
    """A request: `reference` is a number the agency asked finds it by; `groups` are "kind.group"."""

    other: int = KEY
    reference: str = Field(min_length=1, max_length=40)
    groups: list[str] = PAIRS
    purposes: list[str] = PURPOSES
    authority: str = AUTHORITY
    because: str = Field(min_length=1, max_length=2_000)
    until_on: date
    needed_by: date


class NewRequestAnswer(SentToExchange):
    """What is given of which record; less than was asked for is an offer. `under` the number of an agreement."""

    number: str = Field(min_length=1, max_length=16)
    groups: list[str] = Field(max_length=8)
    until_on: date
    authority: str = AUTHORITY
    under: str = Field("", max_length=16)
    said: str = Field("", max_length=1_000)


class NewOnwardRelease(SentToExchange):
    """To whom what was released to you is shown on, what, for what, by what right, through which day."""

    agency: int = KEY
    groups: list[str] = Field(max_length=8)
    purposes: list[str] = PURPOSES
    authority: str = AUTHORITY
    until_on: date


class NewOnwardRequest(NewOnwardRelease):
    """The same asked of the owner: what it is needed for, and by which day."""

    because: str = Field(min_length=1, max_length=2_000)
    needed_by: date


class NewTransfer(SentToExchange):
    """A record offered to another agency, and what the sender goes on reading until which day."""

    kind: str = Field(max_length=40)
    number: str = Field(max_length=16)
    other: int = KEY
    reason: str = Field(min_length=1, max_length=2_000)
    keeps: list[str] = Field(default_factory=list, max_length=8)
    keeps_until: date | None = None


class SignatureOut(Schema):
    """Who signed for which agency."""

    agency: str
    person: str
    capacity: str
    signed_at: datetime


class AgreementOut(Schema):
    """An agreement; `terms_hash` is what a signature names. `signatures` where one is read, not in lists."""

    number: str
    version: int
    owner: str
    other: str
    title: str
    state: str
    mutual: bool
    groups: list[str]
    purposes: list[str]
    authority: str
    onward: str
    answer_days: int | None
    starts_on: date
    expires_on: date
    terms_hash: str
    signatures: list[SignatureOut] = Field(default_factory=list)


class AgreementsOut(Schema):
    """A page of agreements; ask for `after` = `next` to read on."""

    items: list[AgreementOut]
    next: str | None


class RecordReleaseOut(Schema):
    """A release of a record."""

    id: int
    agency: int
    groups: list[str]
    purposes: list[str]
    authority: str
    expires_at: datetime
    ended_at: datetime | None
    under: str
    onward_of: int | None


class ReceivedReleaseOut(RecordReleaseOut):
    """A release to your agency; `number` is empty where you may not see the record, `onward` is never, word or yes."""

    kind: str
    number: str
    giver: str
    onward: str


class ReceivedReleasesOut(Schema):
    """The live releases to your agency, soonest end first."""

    items: list[ReceivedReleaseOut]


class RecordReleasesOut(Schema):
    """The live releases of a record, soonest end first."""

    items: list[RecordReleaseOut]


class ReleaseRequestOut(Schema):
    """A request. `held` is given to the agency that was asked alone: what its people find under the reference.

    `onward_to` is the agency to which the asker would show on what it was released, empty where it asks for itself.
    """

    number: str
    version: int
    state: str
    owner: str
    other: str
    reference: str
    groups: list[str]
    purposes: list[str]
    authority: str
    because: str
    until_on: date
    needed_by: date
    offered_groups: list[str]
    offered_until: date | None
    said: str
    refused_because: str
    onward_to: str
    held: list[str] = Field(default_factory=list)


class ReleaseRequestsOut(Schema):
    """A page of requests; ask for `after` = `next` to read on."""

    items: list[ReleaseRequestOut]
    next: str | None


class TransferOut(Schema):
    """A transfer."""

    number: str
    version: int
    state: str
    owner: str
    other: str
    record_kind: str
    record_number: str
    reason: str
    keeps: list[str]
    keeps_until: date | None


class TransfersOut(Schema):
    """A page of transfers; ask for `after` = `next` to read on."""

    items: list[TransferOut]
    next: str | None
