"""The agencies that were asked to work along."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.access.models import Release
from manumit.spine.identity.models import Agency, Membership
from manumit.values.retention import Retention

from ..choices import PartnerState
from .joint_work import JointWork


class JointPartner(ScopedModel):
    """That `agency` was invited by the member `invited_by` of the lead, and what came of it.

    `paper` is the release by which it reads the invitation, and after its acceptance the log; `record` the one by which
    it reads the record.
    """

    joint = models.ForeignKey(JointWork, models.CASCADE, related_name="partners")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=10, choices=PartnerState.choices, default=PartnerState.INVITED)
    invited_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", db_index=False)
    invited_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    paper = models.ForeignKey(Release, models.PROTECT, related_name="+", db_index=False)
    record = models.ForeignKey(Release, models.PROTECT, related_name="+", null=True, db_index=False)

    scoped_through: ClassVar[Through] = Through(kind="joint_work", path="joint", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "joint", "agency", "state", "invited_by", "invited_at", "answered_at", "paper", "record"), "summary"
    )
    retention: ClassVar[Retention] = Retention(JointWork.retention.authority, with_parent="joint")

    class Meta(ScopedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["joint", "agency"], name="joint_partner_once",
                condition=models.Q(state__in=[PartnerState.INVITED, PartnerState.WORKS]),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.joint_id}"
