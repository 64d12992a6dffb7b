"""Reading messages of NIEM, person by person: no DTD, no entity, no network, and bounded at every turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from manumit.values.strict_csv import Refusal

from . import missing, victim
from .carried import Carried
from .items import Unreadable
from .xml import qname

MOST_BYTES: Final = 8_000_000
"""What may be read for one person: a thousand times what one needs."""
DEEPEST: Final = 60


class BadMessage(ValueError):
    """The file is no message of NIEM, or is made to harm; the text says which."""


class _Bounded:
    """A file of which only so much is read between two people."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.since = file, 0

    def read(self, size: int = -1) -> bytes:
        """Return what comes next. Raises BadMessage."""
        block = self._file.read(size)
        self.since += len(block)
        if self.since > MOST_BYTES:
            raise BadMessage(f"more than {MOST_BYTES:,} bytes for one person")
        return block


def read(file: BinaryIO, name: str) -> Iterator[Carried | Refusal]:
    """Yield each person of `file`, or why one is refused, called by `name` and place in the file. Raises BadMessage."""
    bounded = _Bounded(file)
    try:
        for place, element in enumerate(_people(bounded), 1):
            yield _told(element, name, place)
            element.clear()
            bounded.since = 0
    except DefusedXmlException:
        raise BadMessage("declares entities or a document type: a message of NIEM needs neither") from None
    except ParseError as error:
        raise BadMessage(f"is no XML: {error}") from None


_READ = {qname("j:MissingPerson"): missing.told_by, qname("hs:HumanTraffickingVictim"): victim.told_by}


def _people(file: _Bounded) -> Iterator[Any]:
    """Yield each element that is a person we read; what else stands at their place is let go."""
    open_elements: list[Any] = []
    for event, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
        if event == "start":
            open_elements.append(element)
            if len(open_elements) > DEEPEST:
                raise BadMessage(f"elements nest deeper than {DEEPEST}")
            continue
        open_elements.pop()
        if element.tag in _READ and len(open_elements) <= 1:
            yield element
        if len(open_elements) == 1 and open_elements[0].tag not in _READ:
            open_elements[0].remove(element)


def _told(element: Any, name: str, place: int) -> Carried | Refusal:
    try:
        return _READ[element.tag](element)
    except Unreadable as error:
        return Refusal(name, place, error.path, error.reason)
