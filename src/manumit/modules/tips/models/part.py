"""What every row that belongs to a tip has."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .tip import Tip

KEPT = ("id", "tip")


class TipPart(ScopedModel):
    """A row that belongs to a tip; abstract. `part` is its name in history."""

    part: ClassVar[str]

    tip = models.ForeignKey(Tip, models.CASCADE)

    scoped_through: ClassVar[Through]
    sensitivity: ClassVar[dict[str, str]]
    retention: ClassVar[Retention] = Retention(Tip.retention.authority, with_parent="tip")

    class Meta(ScopedModel.Meta):
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.tip_id}/{self.part}/{self.pk}"


def through(group: str) -> Through:
    """Return the scope of a part: its tip, as field group `group`."""
    return Through(kind="tip", path="tip", group=group)


def in_group(group: str, *fields: str) -> dict[str, str]:
    """Return the sensitivity of a part: its own `fields`, and those every part has, all in `group`."""
    return dict.fromkeys((*KEPT, *fields), group)
