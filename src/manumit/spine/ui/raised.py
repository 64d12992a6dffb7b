"""Which page answers what a view raised: the spine's own refusals, so that no view repeats the mapping."""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from manumit.spine.access.errors import BadKey
from manumit.spine.records import Conflict
from manumit.spine.records.sealed import Erased, SealedReadsClosed

from .pages import errors

Answer = Callable[[HttpRequest], HttpResponse]
ANSWERS: dict[type[Exception], Answer] = {
    BadKey: errors.bad_request,
    Conflict: lambda request: errors.answer(request, 409),
    Erased: errors.not_found,
    OperationalError: errors.unavailable,
    SealedReadsClosed: errors.unavailable,
}


class RaisedMiddleware:
    """Turns an exception of `ANSWERS` into its page; Denied and Hidden are Django's own 403 and 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for `exception`, or `None` to let Django answer."""
        return next((answer(request) for kind, answer in ANSWERS.items() if isinstance(exception, kind)), None)
