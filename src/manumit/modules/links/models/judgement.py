"""What people decided of pairs."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside
from manumit.spine.identity.models import Agency

from ..choices import Reason, Verdict
from .pair import Pair


class Judgement(Pair):
    """That a person of `agency` decided so of a pair, why, and on what they looked: kept whole, for a court may ask.

    `facts` are both sides as they stood then, `weight` and `model` what was shown. Taken back, it stays, with who took
    it back.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    reason = models.CharField(max_length=16, choices=Reason.choices)
    words = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(auto_now_add=True)
    weight = models.IntegerField()
    model = models.CharField(max_length=64)
    evidence = models.CharField(max_length=64)
    facts = models.JSONField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    withdrawn_at = models.DateTimeField(null=True)

    scoped_through: ClassVar[Beside] = Beside(
        reads="summary", agencies=("agency", "record_owner", "other_owner"), joins=True
    )
    sensitivity: ClassVar[dict[str, str]] = {
        **Pair.sensitivity,
        **dict.fromkeys(
            ("agency", "verdict", "reason", "at", "weight", "model", "evidence", "withdrawn_at"), "internal"
        ),
        **dict.fromkeys(("words", "by", "facts", "withdrawn_by"), "personal"),
    }

    class Meta(Pair.Meta):
        indexes = [
            models.Index("record_kind", "record_id", name="judgement_of_record"),
            models.Index("other_kind", "other_id", name="judgement_of_other"),
            models.Index("profile", "at", name="judgement_of_profile"),
        ]
        constraints = [
            models.UniqueConstraint(
                "profile", "record_key", "other_key", "by", name="judgement_once_a_person",
                condition=models.Q(withdrawn_at=None),
            ),
        ]  # fmt: skip
