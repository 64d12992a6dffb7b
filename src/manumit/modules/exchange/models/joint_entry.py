"""The log of joint work: what those who work along write for each other."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..choices import JointAdds
from .joint_work import JointWork


class JointEntry(ScopedModel):
    """A note, a task or a fact for the record, written by a person for their agency; all who work along read it.

    A fact is the lead's to take into the record. A task is for `for_agency` until `due_on`; `done_at` is when it was
    done, or the fact taken in.
    """

    joint = models.ForeignKey(JointWork, models.CASCADE, related_name="entries")
    adds = models.CharField(max_length=8, choices=JointAdds.choices)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    text = models.TextField()
    for_agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, db_index=False)
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, db_index=False)

    scoped_through: ClassVar[Through] = Through(kind="joint_work", path="joint", group="entries")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "joint", "adds", "agency", "person", "at", "text", "for_agency", "due_on", "done_at", "done_by"),
        "entries",
    )
    retention: ClassVar[Retention] = Retention(JointWork.retention.authority, with_parent="joint")

    class Meta(ScopedModel.Meta):
        indexes = [models.Index("joint", models.F("id").desc(), name="joint_entry_newest")]

    def __str__(self) -> str:
        return f"{self.adds} {self.pk} in {self.joint_id}"
