"""What every row that belongs to a suspect has."""

from typing import Any, ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .suspect import Suspect

KEPT = ("id", "suspect", "withdrawn_at")


class SuspectPart(ScopedModel):
    """A row that belongs to a suspect; abstract.

    `part` is its name in history and addresses ("vehicles"). A part entered in error is withdrawn, never deleted:
    `withdrawn_at` says when, the history of the suspect who and why.
    """

    part: ClassVar[str]

    suspect = models.ForeignKey(Suspect, models.CASCADE)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    scoped_through: ClassVar[Through]
    sensitivity: ClassVar[dict[str, str]]
    retention: ClassVar[Retention] = Retention(Suspect.retention.authority, with_parent="suspect")

    class Meta(ScopedModel.Meta):
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.suspect_id}/{self.part}/{self.pk}"

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that people fill in."""
        fields: Any = cls._meta.concrete_fields
        return tuple(field.name for field in fields if field.name not in {*KEPT, *cls.kept_by_us()})

    def full_clean_part(self) -> None:
        """Check every field that people fill in. Raises ValidationError by field for one that is missing or wrong."""
        self.clean_fields(exclude=[name for name in _names(self) if name not in self.own_fields()])

    @classmethod
    def kept_by_us(cls) -> frozenset[str]:
        """Return the names of further fields that actions write and nobody fills in."""
        return frozenset()


def _names(row: SuspectPart) -> list[str]:
    fields: Any = row._meta.concrete_fields
    return [field.name for field in fields]


def through(group: str) -> Through:
    """Return the scope of a part: its suspect, as field group `group`."""
    return Through(kind="suspect", path="suspect", group=group)


def in_group(group: str, *fields: str) -> dict[str, str]:
    """Return the sensitivity of a part: its own `fields`, and those every part has, all in `group`."""
    return dict.fromkeys((*KEPT, *fields), group)
