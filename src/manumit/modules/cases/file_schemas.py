"""What programs send and get about files of a case, and about what is sealed."""

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from .choices import FileKind
from .schemas import Day, Said, Strict


class NewFile(Said):
    """What is said of a file that is attached."""

    file_kind: Literal[tuple(kind.value for kind in FileKind if kind != FileKind.REFERENCE)]  # type: ignore[valid-type] # made from the kinds
    lawful: bool = Field(description="That it holds no sexual image of anybody under 18: such are never kept here")
    description: Annotated[str, StringConstraints(max_length=2_000)] = ""
    taken_on: Day | None = None
    shows_dead: bool = False
    person: int | None = Field(None, ge=1, lt=2**63, description="Id of the person of the case whom it shows")


class AddReference(Said):
    """Material that a custodian keeps and that may not lie here."""

    custodian: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    reference: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    description: Annotated[str, StringConstraints(max_length=2_000)] = ""


class Key(Schema):
    """What the link ends in."""

    key: str = Field("", max_length=100)


class FileLink(Schema):
    """Where a file can be opened, for how many seconds, and what it is by its content."""

    address: str
    seconds: int
    media_type: str
    size: int
    sha256: str


class Need(Strict):
    """What sealed information is needed for; its owner sees it beside who read."""

    note: Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]


class ToSeal(Strict):
    """Values to be sealed by field, in words; there is no way to send an empty one."""

    values: dict[
        Annotated[str, StringConstraints(max_length=40)],
        Annotated[str, StringConstraints(min_length=1, max_length=2_000, strip_whitespace=True)],
    ]


class Revealed(Schema):
    """The sealed values of one group by field: absent what was never sealed, null what was cleared."""

    group: str
    values: dict[str, Any]
