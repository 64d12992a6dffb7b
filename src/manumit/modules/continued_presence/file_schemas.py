"""What programs send and get of attachments; never a name, a word or the content's hash."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from .actions.attach_file import LONGEST
from .choices import FILE_KINDS
from .schemas import PresenceFiled, PresenceSent

if TYPE_CHECKING:
    FileKind = str
else:  # made from the table, which a type checker cannot read
    FileKind = Literal[tuple(code for code, _label in FILE_KINDS)]
State = Literal["kept", "withdrawn", "set_aside"]


class PresenceAttached(PresenceSent):
    """What is said of a file that is attached; `words` are what others must know of it, and are sealed."""

    file_kind: FileKind
    lawful: bool = Field(description="That it holds no sexual image of anybody under 18: such are never kept here")
    words: Annotated[str, StringConstraints(max_length=LONGEST, strip_whitespace=True)] = ""


class PresenceTable(Schema):
    """What came of a table: its operations in their order, each with its requests in the order of the rows."""

    operations: list[PresenceFiled]


class PresenceFile(Schema):
    """An attachment: what it is, by its content, bytes, and whether it is `kept`, `withdrawn` or `set_aside`."""

    id: int
    file_kind: FileKind
    media_type: str
    size: int
    added_at: datetime
    state: State


class PresenceFiles(Schema):
    """The attachments of a request, in their order."""

    files: list[PresenceFile]
