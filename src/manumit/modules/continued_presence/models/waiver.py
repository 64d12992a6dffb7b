"""A completeness rule that does not count against one request."""

from django.conf import settings
from django.db import models

from .row import RequestRow, in_group, through


class Waiver(RequestRow):
    """That a supervisor waived `rule` through `until_on`; why is sealed in `correspondence` as `waiver_<place>`."""

    place = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=40)
    until_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)

    scoped_through = through("correspondence")
    sensitivity = in_group("correspondence", "place", "rule", "until_on", "by")

    class Meta(RequestRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_waiver_place")]
