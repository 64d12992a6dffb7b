"""How people wish to be told."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.values.retention import Retention

from ..notices.events import Mail


class NoticeWish(models.Model):
    """When `person` is mailed that a notice of `event` waits; without a wish the event's own way holds."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    event = models.CharField(max_length=40)
    mail = models.CharField(max_length=8, choices=Mail.choices)

    retention: ClassVar[Retention] = Retention("The person's own wish: kept while the account is")
    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "person": "personal", "event": "personal", "mail": "personal",
    }  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "event"], name="notice_wish_once")]

    def __str__(self) -> str:
        return f"{self.event}: {self.mail}"
