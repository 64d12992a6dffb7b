"""Django's session engine on our own table. Named by SESSION_ENGINE."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from .models import SignedInSession


class SessionStore(DatabaseStore):
    """Keeps sessions in SignedInSession, with the person who signed in."""

    @classmethod
    def get_model_class(cls) -> type[SignedInSession]:
        """Return our table."""
        return SignedInSession

    def create_model_instance(self, data: dict[str, Any]) -> SignedInSession:
        """Return the row to save for `data`, with its person."""
        row = cast(SignedInSession, super().create_model_instance(data))
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return row
