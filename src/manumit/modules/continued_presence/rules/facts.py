"""What the rules look at: the answers of operation and victim together, as they would stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from manumit.spine.workflow.rulebook import Finding

from ..asked import QUESTIONS


def _today() -> date:
    return timezone.localdate()


@dataclass(frozen=True)
class RequestFacts:
    """Answers by question; days are ISO text, several choices a list. `today` is the install's."""

    answers: Mapping[str, Any]
    today: date = field(default_factory=_today)

    def text(self, name: str) -> str:
        """Return an answer in words without space around it, empty where there is none."""
        return str(self.answers.get(name) or "").strip()

    def many(self, name: str) -> list[str]:
        """Return the choices of an answer."""
        return list(self.answers.get(name) or [])

    def day(self, name: str) -> date | None:
        """Return the day of an answer, None where there is none or it is none."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            return None

    def demand(self, message: Any, *names: str) -> Finding | None:
        """Return a finding about the first of `names` that applies and has no answer, None if all have one."""
        asked = (name for name in names if QUESTIONS[name].applies(self.answers))
        empty = next((name for name in asked if not self.answers.get(name)), None)
        return Finding((empty,), message) if empty else None


def years_between(born: date, on: date) -> int:
    """Return the age in whole years on a day; who is born on 29 February has a birthday on 1 March of other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
