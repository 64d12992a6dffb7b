"""Sessions, each with the person it belongs to."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from manumit.values.retention import Retention


class SignedInSession(AbstractBaseSession):
    """A browser's session on the server; `person` is empty until somebody has signed in with it.

    Naming the person makes "end all my sessions" one statement and a revoked person's sessions findable.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions")

    sensitivity = {
        "session_key": "secret", "session_data": "secret", "expire_date": "internal", "person": "personal",
    }  # fmt: skip
    retention = Retention(
        authority="Deleted within a day of its end: kept only while of use", years=0, from_field="expire_date"
    )
