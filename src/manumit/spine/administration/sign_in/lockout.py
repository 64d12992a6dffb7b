"""The one lockout: what axes counts failures by.

Passwords count by address and e-mail together, so nobody can lock a person, nor an agency behind one address, out of
their own sign-in. Codes count by person alone: they are asked only after the right password, so a stranger cannot
reach that counter, and guessing from many addresses gains nothing.
"""

from collections.abc import Mapping
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.utils import reset
from django.conf import settings
from django.http import HttpRequest

from manumit.spine.identity.models import Person

FACTOR = "factor:"


def username(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """Return what failures are counted by: the e-mail address tried, or a person's factor."""
    given = credentials or {}
    name = given.get("username") or given.get("email") or request.POST.get("login", "")
    return str(name).strip().lower()[:255]


def parameters(attempt: Any, credentials: Mapping[str, Any] | None = None) -> list[str | list[str]]:
    """Return the keys whose failures add up, in axes' form."""
    name = username(attempt, credentials) if isinstance(attempt, HttpRequest) else attempt.username
    return ["username"] if str(name).startswith(FACTOR) else [["username", "ip_address"]]


def client_address(request: HttpRequest) -> str:
    """Return the address a request came from.

    `MANUMIT_PROXY_COUNT` proxies of ours each append the address they saw to X-Forwarded-For: that many entries from
    the right is the first one no client could forge. Zero ignores the header.
    """
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    count = settings.MANUMIT_PROXY_COUNT
    return seen[-count] if 0 < count <= len(seen) else request.META.get("REMOTE_ADDR", "")


def nameless(*_: Any) -> str:
    """Return how the server's log calls a client: e-mail addresses stay out of logs."""
    return "a client"


def is_open(request: HttpRequest, person: Person) -> bool:
    """Return whether `person` may try a code now."""
    return bool(AxesProxyHandler.is_allowed(request, _credentials(person)))


def refuse(request: HttpRequest, person: Person) -> None:
    """Have axes' middleware answer this request with the lockout page."""
    request.axes_locked_out = True  # type: ignore[attr-defined]
    request.axes_credentials = _credentials(person)  # type: ignore[attr-defined]


def count_failure(request: HttpRequest, person: Person) -> None:
    """Count a wrong code against `person`; at the limit axes' middleware answers with the lockout page."""
    AxesProxyHandler.user_login_failed(Person, _credentials(person), request)


def forget_failures(person: Person) -> None:
    """Start counting the codes of `person` afresh after a right one."""
    reset(username=_credentials(person)["username"])


def person_id(credentials: Mapping[str, Any] | None, request: HttpRequest) -> int | None:
    """Return whom a lockout concerns, None for an address nobody has."""
    name = username(request, credentials)
    if name.startswith(FACTOR):
        return int(name.removeprefix(FACTOR))
    return Person.objects.filter(email=name).values_list("pk", flat=True).first()


def _credentials(person: Person) -> dict[str, str]:
    return {"username": f"{FACTOR}{person.pk}"}
