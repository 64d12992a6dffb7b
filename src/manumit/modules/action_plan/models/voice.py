"""Whose words and hours they are: for that person's eyes only."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Person
from manumit.spine.workflow.models.running_clock import WITH_RECORD
from manumit.values.retention import Retention

from .advice import Advice
from .council_comment import CouncilComment
from .paid_hours import PaidHours


class Voice(BesideRecord):
    """That a person gave this advice, made this comment or worked these hours.

    Nobody but the person reads it. By it the person finds the words again and chooses the name shown with them.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    advice = models.OneToOneField(Advice, models.CASCADE, null=True, related_name="+")
    comment = models.OneToOneField(CouncilComment, models.CASCADE, null=True, related_name="+")
    paid_hours = models.OneToOneField(PaidHours, models.CASCADE, null=True, related_name="+")

    scoped_through: ClassVar[Beside] = Beside(reads="summary", agencies=(), person="person")
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("person", "advice", "comment", "paid_hours"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [models.Index("record_kind", "record_id", name="voice_of_record")]

    @property
    def words(self) -> Advice | CouncilComment | None:
        """The advice or comment it is about, None for hours."""
        return self.advice or self.comment

    def __str__(self) -> str:
        return self.record_number
