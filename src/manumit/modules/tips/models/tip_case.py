"""To which cases a tip is linked."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .part import TipPart, in_group, through


class TipCase(TipPart):
    """That a tip may concern a case of any kind: a lead for people to weigh; `note` says why."""

    part: ClassVar[str] = "cases"

    case_kind = models.CharField(_("Kind of case"), max_length=40)
    case_id = models.BigIntegerField()
    case_number = models.CharField(_("Case"), max_length=16)
    note = models.CharField(_("Why it may concern it"), max_length=300)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    scoped_through = through("case")
    sensitivity = in_group("case", "case_kind", "case_id", "case_number", "note", "withdrawn_at")

    class Meta(TipPart.Meta):
        indexes = [models.Index("case_kind", "case_id", name="tip_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["tip", "case_kind", "case_id"], name="tip_linked_once",
                condition=models.Q(withdrawn_at=None),
            )
        ]  # fmt: skip
