"""One message of the thread between DHS and the agency."""

from django.conf import settings
from django.db import models

from ..choices import MessageKind
from .row import RequestRow, in_group, through


class Message(RequestRow):
    """A question or its answer; the words are sealed in `correspondence` as field `message_<place>`.

    `answers` is the question an answer belongs to.
    """

    place = models.PositiveSmallIntegerField()
    message_kind = models.CharField(max_length=10, choices=MessageKind.choices)
    answers = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    sent_at = models.DateTimeField(auto_now_add=True)

    scoped_through = through("correspondence")
    sensitivity = in_group("correspondence", "place", "message_kind", "answers", "by", "sent_at")

    class Meta(RequestRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_message_place")]
