"""What the base page shows around every screen: who is signed in, for which agency and purpose, and the menu."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Membership

from .menu import Section, sections

ROUTES = {
    "home": "home", "language": "language", "exit": "exit", "keep_session": "keep_session", "keep_draft": "keep_draft",
    "sign_in": "account_login", "sign_out": "sign_out", "purpose": "purpose", "lock": "lock",
    "account": "account", "people": "people", "invitations": "invitations", "agencies": "agencies",
}  # fmt: skip


@dataclass(frozen=True)
class Who:
    """The names shown of the person signed in."""

    person: str
    agency: str
    short_name: str


class Shell:
    """Lazy facts for `ui/base.html`; a page that shows none of them pays for none."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def actor(self) -> Actor | None:
        """Who asks, or `None` before sign-in."""
        return actor_of(self._request)

    @cached_property
    def who(self) -> Who | None:
        """Names of the actor's person and agency, remembered in the session."""
        return _remembered(self._request, self.actor) if self.actor else None

    @cached_property
    def purpose(self) -> str:
        """The purpose of use, in the page's language."""
        return str(Purpose(self.actor.purpose).label) if self.actor and self.actor.purpose else ""

    @cached_property
    def menu(self) -> list[Section]:
        """The four pillars with the entries this person may open."""
        return sections(self.actor, self._request.path) if self.actor else []

    @cached_property
    def path(self) -> str:
        """Where the person is, to come back to after a change of language or purpose."""
        return self._request.get_full_path()

    @cached_property
    def session_seconds(self) -> int:
        """Seconds without a request after which the session locks; 0 when nobody is signed in."""
        return int(settings.MANUMIT_SESSION_IDLE_MINUTES * 60) if self.actor else 0

    @cached_property
    def demo(self) -> bool:
        """True where data are invented."""
        return bool(settings.MANUMIT_DEMO)

    @cached_property
    def links(self) -> dict[str, str]:
        """Addresses of the session's screens that this install has, by name."""
        return {name: address for name, route in ROUTES.items() if (address := _address(route))}


class BareShell(Shell):
    """The frame of a page that may not ask session or database for anything: either may be what failed."""

    actor = None


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell` for the base page."""
    return {"shell": Shell(request)}


def _address(name: str) -> str:
    try:
        return reverse(name, args=["-"] if name == "keep_draft" else None)
    except NoReverseMatch:
        return ""


def _remembered(request: HttpRequest, actor: Actor) -> Who | None:
    kept = request.session.get("who")
    if not kept or kept["membership"] != actor.membership_id:
        kept = _named(actor)
        if kept:
            request.session["who"] = kept
    return Who(kept["person"], kept["agency"], kept["short_name"]) if kept else None


def _named(actor: Actor) -> dict[str, Any] | None:
    rows = Membership.objects.filter(pk=actor.membership_id or 0).values(
        "person__full_name", "agency__name", "agency__short_name"
    )
    return next(
        (
            {
                "membership": actor.membership_id,
                "person": row["person__full_name"],
                "agency": row["agency__name"],
                "short_name": row["agency__short_name"],
            }
            for row in rows
        ),
        None,
    )
