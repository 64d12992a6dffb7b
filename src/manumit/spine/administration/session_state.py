"""What a session knows of the person's sitting: when it began, when last used, whether it is locked, and for whom."""

import time
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase

from manumit.spine.access.middleware import MEMBERSHIP_KEY, PURPOSE_KEY

BEGAN = "began_at"
SEEN = "seen_at"
LOCKED = "locked_at"
BROWSER = "browser"
WHO = "who"  # names remembered by ui.shell
TOUCH_SECONDS = 30.0


def is_signed_in(session: SessionBase) -> bool:
    """Return whether somebody signed in with this session."""
    return SESSION_KEY in session


def begin(session: SessionBase, browser: str) -> None:
    """Start the clocks of a session whose key was just renewed; what an earlier sitting chose is forgotten."""
    for key in (MEMBERSHIP_KEY, PURPOSE_KEY, LOCKED, WHO):
        session.pop(key, None)
    session[BEGAN] = session[SEEN] = time.time()
    session[BROWSER] = browser[:120]


def touch(session: SessionBase) -> None:
    """Note that the session is in use; written at most every half minute to spare the database."""
    if time.time() - session.get(SEEN, 0.0) > TOUCH_SECONDS:
        session[SEEN] = time.time()


def is_over(session: SessionBase) -> bool:
    """Return whether the session has lasted as long as any may (`MANUMIT_SESSION_HOURS`)."""
    return bool(time.time() - session.get(BEGAN, 0.0) > timedelta(hours=settings.MANUMIT_SESSION_HOURS).total_seconds())


def is_idle(session: SessionBase) -> bool:
    """Return whether nobody has used the session for `MANUMIT_SESSION_IDLE_MINUTES`."""
    return bool(time.time() - session.get(SEEN, 0.0) > settings.MANUMIT_SESSION_IDLE_MINUTES * 60)


def is_locked(session: SessionBase) -> bool:
    """Return whether a factor is needed before the session may be used again."""
    return LOCKED in session


def lock(session: SessionBase) -> None:
    """Lock the session."""
    session.setdefault(LOCKED, time.time())
    session.modified = True


def unlock(session: SessionBase) -> None:
    """Unlock the session and start its idle clock again."""
    session.pop(LOCKED, None)
    session[SEEN] = time.time()


def moment(seconds: float | None) -> datetime | None:
    """Return a clock of a session as a UTC time, None where it never ran."""
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
