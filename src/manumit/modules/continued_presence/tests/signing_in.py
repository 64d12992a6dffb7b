"""Browsers of the tests' people, and a log that is being sealed."""

from django.test import Client

from manumit.spine.administration import session_state
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person


def browser_of(actor: Actor) -> Client:
    """Return a browser in which `actor` is signed in."""
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person_id))
    session = client.session
    session_state.begin(session, "tests")
    member = Membership.objects.get(person=actor.person_id, agency=actor.agency_id)
    session.update({"membership_id": member.pk, "purpose": actor.purpose})
    session.save()
    return client
