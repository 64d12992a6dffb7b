"""Choose agency and purpose of use."""

from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit
from manumit.spine.access.middleware import choose
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person

from .. import session_state, terms


@transaction.atomic
def choose_purpose(request: HttpRequest, membership: Membership, purpose: str, agreed: bool) -> None:
    """Let the person of `request` act under `membership`, a live one of theirs, for `purpose`, under a new key.

    `agreed` records agreement to the terms in force. The entry names the agency and purpose chosen.
    """
    session = request.session
    session.cycle_key()
    choose(request, membership.pk, purpose)
    session.pop(session_state.WHO, None)
    actor, detail = _acting(membership, purpose), {"terms": terms.VERSION} if agreed else {}
    if agreed:
        Person.objects.filter(pk=membership.person_id).update(terms_version=terms.VERSION)
        audit.record(actor, "person.agree", kind="person", record_id=membership.person_id, detail=detail)
    audit.record(actor, "session.purpose", kind="membership", record_id=membership.pk, detail=detail)


def _acting(membership: Membership, purpose: str) -> Actor:
    return Actor(
        person_id=membership.person_id, agency_id=membership.agency_id, roles=frozenset(membership.roles),
        purpose=purpose, agency_kind=membership.agency.kind, membership_id=membership.pk,
    )  # fmt: skip
