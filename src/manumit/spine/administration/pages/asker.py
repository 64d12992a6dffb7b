"""Who asks for a page that its route policy has let them into."""

from typing import cast

from django.http import HttpRequest

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Person


def acting(request: HttpRequest) -> Actor:
    """Return who acts. Raises Hidden where nobody does, which the page's route policy has ruled out."""
    actor = actor_of(request)
    if actor is None:
        raise Hidden
    return actor


def person_of(request: HttpRequest) -> Person:
    """Return who is signed in; the page's route policy has let nobody else in."""
    return cast(Person, request.user)
