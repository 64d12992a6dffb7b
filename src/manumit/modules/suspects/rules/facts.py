"""What the rules look at: a suspect, or a part, as it would stand after the change."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from ..models import Suspect, SuspectPart


def _today() -> date:
    return timezone.localdate()


@dataclass(frozen=True)
class SuspectFacts:
    """A suspect, saved or not. `today` is the install's."""

    suspect: Suspect
    today: date = field(default_factory=_today)


@dataclass(frozen=True)
class PartFacts:
    """A part of a suspect. `today` is the install's."""

    part: SuspectPart
    today: date = field(default_factory=_today)
