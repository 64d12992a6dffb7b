"""Which language a page speaks: the signed-in person's, else the cookie's, else what the browser asks for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation


class LanguageMiddleware:
    """Django's `LocaleMiddleware` reads cookie and browser; this adds the signed-in person's own choice.

    The session keeps the person's language (`language`, written at sign-in and by the selector), so no request asks
    the database for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request` in the person's language, where one signed in."""
        kept = request.session.get("language") if _has_session(request) else None
        if kept:
            translation.activate(kept)
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
        return self.get_response(request)


def _has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES
