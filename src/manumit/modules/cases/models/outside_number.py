"""Numbers other systems give the same case."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Through
from manumit.spine.identity.models import Agency
from manumit.spine.records.askable import Compact

from ..choices import NumberScheme
from .case import Case
from .part import CasePart


class OutsideNumber(CasePart):
    """A case's number in NamUs, NCIC or another system; one owner holds a number once, in error withdrawn ones aside.

    `owner` repeats the case's owner, so that the rule is a constraint and an import finds its case by index.
    """

    part: ClassVar[str] = "numbers"

    case = models.ForeignKey(Case, models.CASCADE, related_name="outside_numbers")
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    scheme = models.CharField(max_length=8, choices=NumberScheme.choices)
    value = models.CharField(max_length=60)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="agencies")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "case", "owner", "scheme", "value", "withdrawn_at", "source_key"), "agencies"
    )

    class Meta(CasePart.Meta):
        indexes = [models.Index(Compact("value"), name="outside_number_plain")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "scheme", "value"],
                name="outside_number_once_an_owner",
                condition=models.Q(withdrawn_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"
