"""That a paper or a message went out."""

from django.conf import settings
from django.db import models

from ..choices import WAYS
from .row import RequestRow, in_group, through


class Sending(RequestRow):
    """Who let which paper go out, how and when; to whom is sealed in `correspondence` as `sending_<place>`."""

    place = models.PositiveSmallIntegerField()
    paper = models.CharField(max_length=20)
    way = models.CharField(max_length=10, choices=WAYS)
    sent_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField(auto_now_add=True)

    scoped_through = through("correspondence")
    sensitivity = in_group("correspondence", "place", "paper", "way", "sent_on", "by", "noted_at")

    class Meta(RequestRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_sending_place")]
