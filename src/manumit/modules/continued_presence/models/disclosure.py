"""That something of a request was told outside."""

from django.conf import settings
from django.db import models

from .row import RequestRow, in_group, through


class Disclosure(RequestRow):
    """A line of the disclosure log; to whom, what and by what authority is sealed as `disclosure_<place>`.

    Source: 8 USC 1367(b) and (d).
    """

    place = models.PositiveSmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    told_at = models.DateTimeField(auto_now_add=True)

    scoped_through = through("correspondence")
    sensitivity = in_group("correspondence", "place", "by", "told_at")

    class Meta(RequestRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_disclosure_place")]
