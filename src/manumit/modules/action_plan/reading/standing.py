"""Who acts, and who has been spoken of so far: what `it`, `the Department` and `both agencies` refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from .agencies import departments


class How(StrEnum):
    """How the doer was found, from the surest down."""

    NAMED = "named"
    REFERRED = "referred to"
    HEADING = "heading or lead-in"
    DOCUMENT = "document"
    COLLECTIVE = "everybody"
    GRANTEE = "grantee"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Doer:
    """The agencies that act (several where they act jointly), a body of one, and how this was found."""

    agencies: tuple[str, ...]
    how: How
    body: str = ""


NOBODY: Final = Doer((), How.NOBODY)


@dataclass(slots=True)
class Standing:
    """Who has been spoken of so far: what `it`, `the Department` and a bare list item refer to."""

    document: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    bodies: dict[str, str] = field(default_factory=dict)
    """The agency of each body named so far, by the noun of its name: `the Council`, `the Network`."""

    together: tuple[str, ...] = ()
    """Who acted jointly last: `both agencies`, `the two Departments`."""

    pair: tuple[str, ...] = ()
    """The last two who acted one after the other."""

    teller: tuple[str, ...] = ()
    """Whose words this sentence tells: `DOJ replied that its units will`."""

    department: tuple[str, ...] = ()
    """The department spoken of last: `the Department` is never a bureau's own agency, such as the FBI."""

    asked: bool = False
    """Whether the items at hand are what somebody recommends: `We recommend that:`, `USDA require farms to`."""

    outside: bool = False
    """Whether the text is by somebody who looks at agencies from outside, so that `we` is none of them."""

    def we(self) -> Doer:
        """Return who `we` is: the agency whose own the text is."""
        return Doer(self.document, How.DOCUMENT) if self.document and not self.outside else NOBODY

    def speak(self, *agencies: str) -> None:
        """Remember who acts by name."""
        if self.current and agencies != self.current and len(agencies) == 1 == len(self.current):
            self.pair = (*self.current, *agencies)
        self.current = agencies
        if len(agencies) > 1:
            self.together = agencies
        if len(agencies) == 1 and agencies[0] in departments():
            self.department = agencies

    def the_department(self) -> Doer:
        """Return whom `the Department` refers to."""
        for spoken, how in ((self.current, How.REFERRED), (self.heading, How.HEADING), (self.department, How.REFERRED)):
            if len(spoken) == 1 and spoken[0] in departments():
                return Doer(spoken, how)
        return self.referred()

    def the_two(self) -> Doer:
        """Return whom `both agencies` refers to: who acted jointly last, or the last two who acted."""
        several = self.current if len(self.current) > 1 else self.together or self.pair
        return Doer(several, How.REFERRED) if several else NOBODY

    def named_before(self, noun: str) -> Doer:
        """Return whom a body noun in capitals refers to by an earlier full name."""
        return Doer((self.bodies[noun],), How.REFERRED) if noun in self.bodies else NOBODY

    def referred(self) -> Doer:
        """Return whom a pronoun or a common noun refers to."""
        if self.current:
            return Doer(self.current, How.REFERRED)
        if self.heading:
            return Doer(self.heading, How.HEADING)
        return Doer(self.document, How.DOCUMENT) if self.document else NOBODY
