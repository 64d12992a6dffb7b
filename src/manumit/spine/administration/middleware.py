"""Ends sessions that lasted too long and locks those left alone."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from manumit.spine.ui import drafts

from . import session_state
from .actions.end_session import end_session
from .actions.lock_session import lock_session

Answer = Callable[[HttpRequest], HttpResponse]
OPEN_WHILE_LOCKED = ("lock", "unlock_passkey", "account_logout", "exit")


class SessionLimitsMiddleware:
    """Lets a signed-in request through only while its session is neither over nor locked."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the page, or the way to sign in or unlock."""
        if not session_state.is_signed_in(request.session):
            return self.get_response(request)
        return self._ended(request) or self._locked(request) or self._used(request)

    def _ended(self, request: HttpRequest) -> HttpResponse | None:
        if not session_state.is_over(request.session):
            return None
        drafts.keep(request)
        end_session(request, because="absolute limit")
        messages.info(request, _("You were signed out because the session had reached its longest time."))
        return _go(request, "account_login")

    def _locked(self, request: HttpRequest) -> HttpResponse | None:
        if session_state.is_idle(request.session) and not session_state.is_locked(request.session):
            lock_session(request, because="idle")
        if session_state.is_locked(request.session) and not _open_while_locked(request.path):
            drafts.keep(request)
            return _go(request, "lock")
        return None

    def _used(self, request: HttpRequest) -> HttpResponse:
        if not session_state.is_locked(request.session):
            session_state.touch(request.session)
        return self.get_response(request)


def _open_while_locked(path: str) -> bool:
    return path.startswith(settings.STATIC_URL) or path in {reverse(name) for name in OPEN_WHILE_LOCKED}


def _go(request: HttpRequest, name: str) -> HttpResponse:
    address = f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
