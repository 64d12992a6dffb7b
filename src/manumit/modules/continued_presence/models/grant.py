"""A grant or extension."""

from django.db import models

from ..choices import GrantKind
from .row import RequestRow, in_group, through


class Grant(RequestRow):
    """From which day through which day presence was granted, both days included."""

    grant_kind = models.CharField(max_length=10, choices=GrantKind.choices)
    from_on = models.DateField()
    until_on = models.DateField()
    decided_at = models.DateTimeField(auto_now_add=True)

    scoped_through = through("summary")
    sensitivity = in_group("summary", "grant_kind", "from_on", "until_on", "decided_at")

    class Meta(RequestRow.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(until_on__gt=models.F("from_on")), name="presence_grant_in_order")
        ]
