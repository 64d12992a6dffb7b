"""What programs send and get of facts and their marks."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from .schemas import PresenceSent

Words = Annotated[str, StringConstraints(min_length=1, max_length=4_000, strip_whitespace=True)]
FactName = Annotated[str, StringConstraints(max_length=60)]


class PresenceMarking(PresenceSent):
    """A fact by name, and from whom it came; the words are sealed with it."""

    fact: FactName
    words: Words


class PresenceCorroboration(PresenceSent):
    """Who else bears it out, and why they are not of the trafficker's side; sealed with the fact."""

    words: Words


class PresenceFact(Schema):
    """A fact: the `name` to mark it or to rest a step on it by. A `barred` one is refused in an adverse step."""

    name: str
    title: str
    words: str
    barred: bool


class PresenceFacts(Schema):
    """The facts of a request, in the order of its questions."""

    facts: list[PresenceFact]


class PresenceMark(Schema):
    """A mark: `sort` and `place` name it, `corroborated_at` is empty while nobody else bears the fact out."""

    sort: Literal["request", "vetting"]
    place: int = Field(ge=1)
    fact: str
    marked_at: datetime
    corroborated_at: datetime | None


class PresenceMarks(Schema):
    """The marks of a request, oldest first."""

    marks: list[PresenceMark]
