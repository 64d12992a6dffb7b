"""At the door of the API: what cannot be spoken is refused, and whatever Django refuses becomes a problem document."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from manumit.spine.records.files.receiving import most_bytes

from .problems import is_problem, problem

ROOT = "/api/"
KEPT_HEADERS = ("Allow", "WWW-Authenticate", "Retry-After")
SPOKEN = {"*/*", "application/*", "application/json", "application/problem+json"}
REDIRECTED = {301: 404, 302: 401, 303: 401, 307: 404, 308: 404}
"""A page would send the browser on: to the slash it forgot, or to sign in. A program is told what is the matter."""
LARGEST = 1_000_000
WITH_BODY = {"POST", "PUT", "PATCH"}
FILE = "/content"
"""An address that ends so carries a file: it is sent as a form with a file in it, and got as what it is."""


class ApiMiddleware:
    """Keeps HTML out of the API: media types are checked before, error pages are rewritten after."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request`; outside the API it passes untouched."""
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        return _refused(request) or _as_problem(self.get_response(request))


def _refused(request: HttpRequest) -> HttpResponseBase | None:
    carries_file = request.path.endswith(FILE)
    if not carries_file and not _accepts_json(request.headers.get("Accept", "*/*")):
        return problem(406)
    if request.method in WITH_BODY and not (_sends_file if carries_file else _sends_json)(request):
        return problem(415)
    if _length(request) > (LARGEST + most_bytes() if carries_file else LARGEST):
        return problem(413)
    return None


def _accepts_json(accept: str) -> bool:
    offers = [offer.partition(";") for offer in accept.lower().split(",")]
    return any(kind.strip() in SPOKEN and rest.strip() != "q=0" for kind, _, rest in offers)


def _sends_json(request: HttpRequest) -> bool:
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    return request.content_type == "application/json" and charset == "utf-8" if _length(request) else True


def _sends_file(request: HttpRequest) -> bool:
    return request.content_type == "multipart/form-data"


def _length(request: HttpRequest) -> int:
    given = request.headers.get("Content-Length") or "0"
    return int(given) if given.isascii() and given.isdecimal() else 0


def _as_problem(response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code < 300 or response.status_code == 304 or is_problem(response):
        return response
    status = REDIRECTED.get(response.status_code, response.status_code)
    kept = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    return problem(status, headers=kept)
