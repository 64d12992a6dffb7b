"""How a draft differs from what stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from ..models import CasePart
    from .draft import Draft
    from .standing import Standing


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that would change: `path` names it in history (`people.7.sex`), `field` in its `row` (`sex`)."""

    path: str
    field: str
    old: Any
    new: Any
    row: models.Model


@dataclass(frozen=True, slots=True)
class Update:
    """A draft, what it changes in what stands, and what it adds to it. Where it does neither, it is only listed."""

    draft: Draft
    standing: Standing
    differences: tuple[Difference, ...] = ()
    added: tuple[CasePart, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the case changes by it."""
        return bool(self.differences or self.added or self.numbers)
