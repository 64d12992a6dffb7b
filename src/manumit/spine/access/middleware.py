"""Who asks: `request.actor`, from the session, in one query."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponseBase

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose

from .actors import actor_for

MEMBERSHIP_KEY = "membership_id"
PURPOSE_KEY = "purpose"


class ActorMiddleware:
    """Sets `request.actor` to the signed-in person acting for an agency for a purpose, or to None.

    None as well while agency or purpose are not yet chosen, and for whoever is no longer active.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the request with its actor set."""
        request.actor = session_actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def session_actor(request: HttpRequest) -> Actor | None:
    """Return the actor of the request's session, or None."""
    person, membership = request.session.get(SESSION_KEY), request.session.get(MEMBERSHIP_KEY)
    purpose = request.session.get(PURPOSE_KEY)
    if not (person and membership and purpose in Purpose.values):
        return None
    actor = actor_for(int(membership), purpose, person_id=int(person))
    return actor if actor and actor.active else None


def actor_of(request: HttpRequest) -> Actor | None:
    """Return the request's actor, None where nobody acts; the typed way to read `request.actor`."""
    actor: Actor | None = getattr(request, "actor", None)
    return actor


def asking(request: HttpRequest) -> Actor:
    """Return who asks, in a view that lets nobody else in. Raises LookupError in one that is not guarded."""
    actor = actor_of(request)
    if actor is None:
        raise LookupError("This view is not guarded: put a decorator of access.routes on it.")
    return actor


def choose(request: HttpRequest, membership_id: int, purpose: str) -> None:
    """Remember for which agency and purpose the signed-in person acts. Raises ValueError for an unknown purpose."""
    request.session[MEMBERSHIP_KEY] = membership_id
    request.session[PURPOSE_KEY] = Purpose(purpose).value
