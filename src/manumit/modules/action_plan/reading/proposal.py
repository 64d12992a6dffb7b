"""A commitment the reader proposes, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from .clauses import Deed
from .standing import How

BY_DOER: Final = {How.NAMED: 10, How.REFERRED: 5, How.HEADING: 5, How.DOCUMENT: -5, How.GRANTEE: 0}
BY_VERB: Final = {"strong": 10, "fair": 0, "light": -20, "none": -60}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commitment the reader proposes. Offsets point into the document's text; `confidence` is in hundredths."""

    agencies: tuple[str, ...]
    body: str
    pillar: str
    verb: str
    object: str
    tense: str
    measure: str
    amount: Decimal | None
    due: date | None
    due_words: str
    sentence: str
    start: int
    end: int
    deed_start: int
    deed_end: int
    line: int
    confidence: int
    why: str

    def as_json(self) -> dict[str, Any]:
        """Return the fields as plain JSON values."""
        plain: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        plain |= {"agencies": list(self.agencies), "due": self.due and self.due.isoformat()}
        return plain | {"amount": None if self.amount is None else str(self.amount)}


def weigh(deed: Deed, *, marked: bool) -> tuple[int, str]:
    """Return the confidence in hundredths and the reasons, in words."""
    strength = max(deed.verbs, key=lambda verb: BY_VERB[verb.weight])
    sure = deed.form.weight + BY_DOER.get(deed.doer.how, -40) + BY_VERB[strength.weight] + 5 * marked
    reasons = [
        f"form “{deed.form.name}”: {deed.form.why.lower()}",
        f"agency by {deed.doer.how}",
        f"{strength.weight} verb",
    ]
    reasons += ["with an amount, a count or a date"] if marked else []
    return max(0, min(sure, 99)), "; ".join(reasons)
