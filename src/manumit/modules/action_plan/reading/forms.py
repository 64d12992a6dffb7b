"""What a verb group is, and its forms by `rules/forms.csv`: promised, under way or done, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .rules import table
from .verbs import Shape, Verb


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: how sure its match is (0 to 100) and whether the deed is promised, under way or done."""

    name: str
    tense: str
    weight: int
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: its words from `first`, its deed at `verb`; `after` is the word behind it."""

    form: Form
    first: int
    verb: int
    shape: Shape
    deed: Verb
    passive: bool = False
    outer: Shape | None = None
    """The shape of the light verb before the deed: `began` in `began paying A and doubled B`."""

    elided: bool = False
    """The doer is left out, as list items do."""

    @property
    def after(self) -> int:
        """The place of the word behind the deed."""
        return self.verb + 1


@lru_cache(maxsize=1)
def forms() -> dict[str, Form]:
    """Return the forms by name."""
    return {row["form"]: Form(row["form"], row["tense"], int(row["weight"]), row["why"]) for row in table("forms")}
