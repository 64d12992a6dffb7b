"""What programs send and get of inquiries."""

from datetime import date, datetime

from ninja import Schema
from pydantic import ConfigDict, Field

YEAR = Field(None, ge=1900, le=2200)


class NewInquiry(Schema):
    """A question for a case: `asked_for` is person, phone, plate, vin, account or number."""

    model_config = ConfigDict(extra="forbid")

    case_kind: str = Field(max_length=40)
    case_number: str = Field(max_length=16)
    because: str = Field(min_length=1, max_length=300)
    asked_for: str = Field(max_length=10)
    value: str = Field("", max_length=200)
    state: str = Field("", max_length=20)
    family_name: str = Field("", max_length=100)
    given_names: str = Field("", max_length=100)
    sex: str = Field("", max_length=8)
    born_from: int | None = YEAR
    born_until: int | None = YEAR


class OfficeOut(Schema):
    """Whom to ask at an agency."""

    name: str
    phone: str
    email: str
    hours: str


class AnswerOut(Schema):
    """`summary` names a record you may read; `pointer` only the agency that holds something, and its office."""

    answered_by: str
    agency: str
    office: OfficeOut | None
    kind: str
    number: str


class InquiryOut(Schema):
    """An inquiry; `answers` are those you may still see, `more` whether more answered than are kept."""

    number: str
    asked_on: date
    more: bool
    answers: list[AnswerOut]
    case_kind: str = ""
    case_number: str = ""
    purpose: str = ""
    because: str = ""
    asked_for: str = ""
    value: str = ""
    state: str = ""
    family_name: str = ""
    given_names: str = ""
    sex: str = ""
    born_from: int | None = None
    born_until: int | None = None


class InquiryLine(Schema):
    """An inquiry in a list."""

    number: str
    asked_at: datetime
    case_kind: str
    case_number: str
    asked_for: str
    because: str


class InquiriesOut(Schema):
    """A page of inquiries; ask for `after` = `next` to read on."""

    items: list[InquiryLine]
    next: str | None


class HitOut(Schema):
    """That an inquiry of another agency met a record of yours that is a pointer."""

    kind: str
    number: str
    inquiry: str
    asking_agency: str
    purpose: str
    asked_at: datetime
    office: OfficeOut | None


class HitsOut(Schema):
    """The newest hits; `more` where there are others."""

    items: list[HitOut]
    more: bool
