"""Django's session engine on our own table. Named by SESSION_ENGINE."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.utils import timezone

from manumit.spine.audit.prepared import prepared

from .models import SignedInSession

LOAD = "SELECT session_data FROM administration_signedinsession WHERE session_key = %s AND expire_date > %s"


class SessionStore(DatabaseStore):
    """Keeps sessions in SignedInSession, with the person who signed in."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds, read in words of our own: every request pays for it."""
        with prepared(connection) as cursor:
            cursor.execute(LOAD, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return dict(self.decode(row[0]))

    @classmethod
    def get_model_class(cls) -> type[SignedInSession]:
        """Return our table."""
        return SignedInSession

    def create_model_instance(self, data: dict[str, Any]) -> SignedInSession:
        """Return the row to save for `data`, with its person."""
        row = cast(SignedInSession, super().create_model_instance(data))
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return row
