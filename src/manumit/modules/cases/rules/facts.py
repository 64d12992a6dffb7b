"""What the rules look at: a case as it would stand after the change, with its people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from ..models import Case, CasePart, CasePerson


@dataclass(frozen=True)
class CaseFacts:
    """A case, saved or not; `people` is empty where a rule about people has nothing to say. `today` is a UTC date."""

    case: Case
    people: Sequence[CasePerson] = ()
    reason: str = ""
    today: date = field(default_factory=lambda: timezone.now().date())

    @property
    def opened_on(self) -> date:
        """The UTC day the case was opened; today for one that is not open yet."""
        opened_at = self.case.opened_at
        return opened_at.date() if opened_at else self.today


@dataclass(frozen=True)
class NumberFacts:
    """A number another system gave the case, and which system."""

    scheme: str
    value: str


@dataclass(frozen=True)
class PartFacts:
    """A part as it would stand after the change, with its case. `today` is a UTC date."""

    case: Case
    part: CasePart
    today: date = field(default_factory=lambda: timezone.now().date())
