"""What every row that belongs to a case has."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .case import Case
from .case_person import CasePerson

KEPT = ("id", "case", "withdrawn_at", "source_key")


def in_group(group: str, *fields: str) -> dict[str, str]:
    """Return the sensitivity of a part: its own `fields`, and those every part has, all in `group`."""
    return dict.fromkeys((*KEPT, *fields), group)


def through(group: str) -> Through:
    """Return the scope of a part: its case, as field group `group`."""
    return Through(kind="case", path="case", group=group)


class CasePart(ScopedModel):
    """A row that belongs to a case; abstract.

    `part` is its name in history and addresses ("features"). A part entered in error is withdrawn, never deleted:
    `withdrawn_at` says when, the history of the case who and why. `source_key` names the row in the file it came from
    ("namus:feature:28501"), so that a later file finds it again; it is empty for what people entered.
    """

    part: ClassVar[str]

    case = models.ForeignKey(Case, models.CASCADE)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    source_key = models.CharField(max_length=100, blank=True)

    scoped_through: ClassVar[Through]
    sensitivity: ClassVar[dict[str, str]]
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.part}/{self.pk}"

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that people and files fill in."""
        return tuple(field.name for field in cls._meta.concrete_fields if field.name not in KEPT)


class PersonPart(CasePart):
    """A part that tells of one person in the case, or of nobody in particular (`person` is None); abstract."""

    person = models.ForeignKey(CasePerson, models.CASCADE, null=True, blank=True)

    class Meta(CasePart.Meta):
        abstract = True
