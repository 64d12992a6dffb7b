"""Joint work: several agencies on one record, of which one leads."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import JointState

WHAT = ("record_kind", "record_id", "record_number", "aim", "authority", "groups", "may_add", "ends_on")


class JointWork(Record):
    """The `owner` of a record leads work on it; the agencies it invited read `groups` of it once they accepted.

    They take part by releases alone: of this paper from the invitation on, of its log and of the record from the
    acceptance on, all until the day `ends_on`. `may_add` names what partners may write into the log.
    """

    kind: ClassVar[str] = "joint_work"
    number_prefix: ClassVar[str] = "JW"

    state = models.CharField(max_length=8, choices=JointState.choices, default=JointState.OPEN)
    state_since_at = models.DateTimeField()
    record_kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    record_number = models.CharField(max_length=16)
    aim = models.TextField()
    authority = models.TextField()
    groups = ArrayField(models.CharField(max_length=40))
    may_add = ArrayField(models.CharField(max_length=8), default=list)
    ends_on = models.DateField()

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys((*WHAT, "state", "state_since_at"), "summary"),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    kept_while: ClassVar[models.Q | None] = models.Q(state=JointState.OPEN)
    retention: ClassVar[Retention] = Retention(
        "28 CFR 23.20(e): a record is kept of who was given what, and why", years=10, from_field="state_since_at"
    )

    class Meta(Record.Meta):
        verbose_name_plural = "joint work"
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="joint_owner_newest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["record_kind", "record_id"], name="joint_one_open", condition=models.Q(state=JointState.OPEN)
            ),
        ]

    def __str__(self) -> str:
        return self.number
