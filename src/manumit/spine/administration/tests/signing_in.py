"""Browsers in which the tests' people are signed in."""

from django.test import Client

from manumit.spine.administration import session_state
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person


def browser_of(actor: Actor) -> Client:
    """Return a browser in which `actor` is signed in, with agency and purpose chosen."""
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person_id))
    session = client.session
    session_state.begin(session, "tests")
    member = actor.membership_id or Membership.objects.get(person=actor.person_id, agency=actor.agency_id).pk
    session.update({"membership_id": member, "purpose": actor.purpose})
    session.save()
    return client
