"""Candidates: pairs that may be one."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Beside

from ..choices import State
from .pair import Pair


class Candidate(Pair):
    """A pair of things that may be one and the same: a lead for people to decide, never a finding.

    `weight` is the evidence in millibits under the weights `model`; `evidence` is a digest of what both sides said
    then, by which a refused pair is known again. `gone_at` says since when it is no longer so heavy, or may not be
    matched.
    """

    weight = models.IntegerField()
    model = models.CharField(max_length=64)
    evidence = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    raised_at = models.DateTimeField(auto_now_add=True)
    gone_at = models.DateTimeField(null=True)

    NAMED: ClassVar[tuple[str, ...]] = ("profile", "record_key", "other_key")
    """The columns that name a pair, in the order in which rows are locked."""

    scoped_through: ClassVar[Beside] = Beside(reads="summary", agencies=("record_owner", "other_owner"), joins=True)
    sensitivity: ClassVar[dict[str, str]] = {
        **Pair.sensitivity,
        **dict.fromkeys(("weight", "model", "evidence", "state", "raised_at", "gone_at"), "internal"),
    }

    class Meta(Pair.Meta):
        indexes = [
            models.Index("record_kind", "record_id", name="candidate_of_record"),
            models.Index("other_kind", "other_id", name="candidate_of_other"),
            models.Index("record_owner", models.F("weight").desc(), name="candidate_queue"),
            models.Index("other_owner", models.F("weight").desc(), name="candidate_queue_other"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["profile", "record_key", "other_key"], name="candidate_once"),
        ]
