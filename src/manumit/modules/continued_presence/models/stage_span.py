"""How long a request stood in a stage."""

from django.db import models

from ..choices import Stage
from .row import RequestRow, in_group, through


class StageSpan(RequestRow):
    """One stay in a stage, `left_at` None while it lasts. Measures (median, p90) are taken from these rows."""

    stage = models.CharField(max_length=16, choices=Stage.choices)
    entered_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    scoped_through = through("summary")
    sensitivity = in_group("summary", "stage", "entered_at", "left_at")

    class Meta(RequestRow.Meta):
        constraints = [
            models.UniqueConstraint("request", name="presence_in_one_stage", condition=models.Q(left_at=None))
        ]
