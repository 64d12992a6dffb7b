"""What the public reads of a commitment: a copy made when the secretariat accepts, and nothing else."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from manumit.values.retention import Retention

from ..choices import PlanPillar, Status


class PublicCommitment(models.Model):
    """A published commitment. Public pages, feeds and exports read this table and no other.

    `told` holds what is shown beside the columns (see `actions.publishing.told`); internal text is never copied here.
    """

    number = models.CharField(max_length=16, primary_key=True)
    title = models.CharField(max_length=300)
    pillar = models.CharField(max_length=12, choices=PlanPillar.choices, blank=True)
    agencies = ArrayField(models.CharField(max_length=20))
    status = models.CharField(max_length=12, choices=Status.choices)
    year = models.PositiveSmallIntegerField(null=True)
    due_on = models.DateField(null=True)
    plan_number = models.CharField(max_length=16, blank=True)
    told = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        (
            "number", "title", "pillar", "agencies", "status", "year", "due_on", "plan_number", "told", "changed_at",
        ),
        "public",
    )  # fmt: skip
    retention: ClassVar[Retention] = Retention("Published for as long as the secretariat does not withdraw it")

    class Meta:
        ordering = ["number"]
        indexes = [
            GinIndex(fields=["agencies"], name="public_commitment_agencies"),
            models.Index("pillar", "status", "number", name="public_commitment_pillar"),
            models.Index(models.F("changed_at").desc(), name="public_commitment_changed"),
            models.Index("due_on", name="public_commitment_due"),
        ]

    def __str__(self) -> str:
        return self.title
