"""To which cases a suspect is tied."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .part import SuspectPart, in_group, through


class SuspectCase(SuspectPart):
    """That somebody is of interest, or suspected, in a case of any kind; `note` says how they come into it."""

    part: ClassVar[str] = "cases"

    case_kind = models.CharField(_("Kind of case"), max_length=40)
    case_id = models.BigIntegerField()
    case_number = models.CharField(_("Case"), max_length=16)
    note = models.CharField(_("How they come into it"), max_length=300)

    scoped_through = through("case")
    sensitivity = in_group("case", "case_kind", "case_id", "case_number", "note")

    class Meta(SuspectPart.Meta):
        indexes = [models.Index("case_kind", "case_id", name="suspect_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["suspect", "case_kind", "case_id"], name="suspect_tied_once",
                condition=models.Q(withdrawn_at=None),
            )
        ]  # fmt: skip
