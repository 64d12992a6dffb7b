"""What the base page shows around every screen: who is signed in, for which agency and purpose, and the menu."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Membership

from . import menu

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


@dataclass(frozen=True)
class Look:
    """All that a frame depends on, but for its address and token: pages of one look share their rendered frame.

    `current` is the address of the menu's entry that is open; home's own where the page is home.
    """

    language: str
    actor: Actor | None
    who: Who | None
    current: str


class Shown:
    """What templates read of a frame, from its `look` and `path`."""

    look: Look
    path: str

    @property
    def actor(self) -> Actor | None:
        """Who asks, or `None` before sign-in."""
        return self.look.actor

    @property
    def who(self) -> Who | None:
        """Names of the actor's person and agency."""
        return self.look.who

    @property
    def purpose(self) -> str:
        """The purpose of use, in the page's language."""
        return str(Purpose(self.actor.purpose).label) if self.actor and self.actor.purpose else ""

    @property
    def menu(self) -> list[menu.Section]:
        """The four pillars with the entries this person may open."""
        return menu.sections(self.actor.roles, self.look.current) if self.actor else []

    @property
    def at_home(self) -> bool:
        """True on the home page."""
        return bool(self.look.current) and self.look.current == self.links.get("home")

    @property
    def session_seconds(self) -> int:
        """Seconds without a request after which the session locks; 0 when nobody is signed in."""
        return int(settings.MANUMIT_SESSION_IDLE_MINUTES * 60) if self.actor else 0

    @property
    def demo(self) -> bool:
        """True where data are invented."""
        return bool(settings.MANUMIT_DEMO)

    @property
    def links(self) -> dict[str, str]:
        """Addresses of the session's screens that this install has, by name."""
        return _links()


class Shell(Shown):
    """The frame of a request; a page that shows nothing of it pays for nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.path = request.get_full_path()

    @cached_property
    def look(self) -> Look:  # type: ignore[override]
        """The look, with names that the session remembers."""
        actor = actor_of(self._request)
        if actor is None:
            return Look(get_language() or "en", None, None, "")
        return Look(get_language() or "en", actor, _remembered(self._request, actor), self._current(actor))

    def _current(self, actor: Actor) -> str:
        home = self.links.get("home", "")
        return home if self._request.path == home else menu.current(actor.roles, self._request.path)


class BareShell(Shell):
    """The frame of a page that may not ask session or database for anything: either may be what failed."""

    @cached_property
    def look(self) -> Look:  # type: ignore[override]
        """The look of nobody."""
        return Look(get_language() or "en", None, None, "")


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell` for the base page."""
    return {"shell": Shell(request)}


@lru_cache(maxsize=1)
def _links() -> dict[str, str]:
    return {name: address for name, route in ROUTES.items() if (address := _address(route))}


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
    names = ("person__full_name", "agency__name", "agency__short_name")
    row = Membership.objects.filter(pk=actor.membership_id or 0).values_list(*names).first()
    if row is None:
        return None
    return {"membership": actor.membership_id, "person": row[0], "agency": row[1], "short_name": row[2]}
