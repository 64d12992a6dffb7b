"""What an export did: how many cases it wrote, which it left out and why, and what its format could not carry."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NO_RIGHT = _("You may see it, and may not export it")
NO_NATION = _("The nation whose people it is about does not allow this use")


@dataclass(slots=True)
class Account:
    """`written` cases; `left_out` by reason; `lost`: how often each thing could not be carried, by its name."""

    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)

    def leave_out(self, reason: str | Promise, times: int = 1) -> None:
        """Count cases that are not in the file."""
        if times:
            self.left_out[str(reason)] += times

    def lines(self) -> list[str]:
        """Return the account in words, a line each, what happened most first."""
        return [
            f"{self.written:,} cases written.",
            *(f"{count:,} left out: {reason}." for reason, count in self.left_out.most_common()),
            *(f"Not carried, {count:,} times: {what}." for what, count in self.lost.most_common()),
        ]

    def as_json(self) -> dict[str, object]:
        """Return the account for machines."""
        return {
            "written": self.written,
            "left_out": dict(self.left_out),
            "lost": dict(self.lost),
        }
