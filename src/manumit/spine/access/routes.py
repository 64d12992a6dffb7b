"""What every view declares: who may come here. A test walks all addresses and fails on one that declares nothing."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal, TypeVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from .finding import find, find_of_any_kind
from .middleware import actor_of

PURPOSE_PAGE = "/purpose/"
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class RoutePolicy:
    """Who may come to an address: somebody allowed `action` on `kind`, anybody signed in, or everybody, and why."""

    rule: Literal["guarded", "signed_in", "open_to_all"]
    action: str = ""
    kind: str = ""
    reason: str = ""


def guarded(action: str, kind: str) -> Callable[[View], View]:
    """Let in signed-in actors; where the address names a record, only those who may do `action` to it.

    A view with a parameter `record` gets the record in place of the address's `number`: found, decided and annotated
    by `find`. Other views get the number and must call `find` or `require` themselves. Nobody may come in otherwise:
    404 as for a record that does not exist, or 403 with the reasons.
    """

    def decorate(view: View) -> View:
        wants_record = "record" in inspect.signature(view).parameters

        def enter(request: HttpRequest, *args: Any, **named: Any) -> Any:
            if wants_record and "number" in named:
                named["record"] = find(actor_of(request), action, kind, named.pop("number"))
            return view(request, *args, **named)

        return _declare(view, _signed_in(enter), RoutePolicy("guarded", action, kind))

    return decorate


def guarded_of_any_kind(action: str) -> Callable[[View], View]:
    """As `guarded`, for addresses that name a record of any kind by `kind` and `number`; the view takes `record`.

    A kind that is unknown or is no record is as absent as a record that does not exist.
    """

    def decorate(view: View) -> View:
        def enter(request: HttpRequest, kind: str, number: str, **named: Any) -> Any:
            return view(request, record=find_of_any_kind(actor_of(request), action, kind, number), **named)

        return _declare(view, _signed_in(enter), RoutePolicy("guarded", action, "*"))

    return decorate


def signed_in(reason: str, *, acting: bool = True) -> Callable[[View], View]:
    """Let in whoever acts for an agency for a purpose; `reason` says why no more is asked.

    With `acting` False also whoever has signed in but not yet chosen agency and purpose.
    """
    return lambda view: _declare(view, _signed_in(view, acting=acting), RoutePolicy("signed_in", reason=reason))


def open_to_all(reason: str) -> Callable[[View], View]:
    """Let in everybody; `reason` says why that is safe."""
    return lambda view: _declare(view, view, RoutePolicy("open_to_all", reason=reason))


def _signed_in(view: Callable[..., Any], *, acting: bool = True) -> Callable[..., Any]:
    def enter(request: HttpRequest, *args: Any, **named: Any) -> Any:
        welcome = actor_of(request) or (not acting and _known(request))
        return view(request, *args, **named) if welcome else _to_sign_in(request)

    return enter


def _known(request: HttpRequest) -> bool:
    return bool(getattr(getattr(request, "user", None), "is_authenticated", False))


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Send to the purpose page who is signed in but acts for nobody yet, others to sign-in."""
    target = PURPOSE_PAGE if _known(request) else settings.LOGIN_URL
    return redirect_to_login(request.get_full_path(), target)


def _declare(view: View, entered: Callable[..., Any], policy: RoutePolicy) -> View:
    wrapped: Any = wraps(view)(entered) if entered is not view else view
    wrapped.route_policy = policy
    return wrapped  # type: ignore[no-any-return]
