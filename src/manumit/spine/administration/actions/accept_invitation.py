"""Accept an invitation."""

from allauth.account.internal.flows.login import record_authentication
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.models import Invitation, Membership, Person
from manumit.values import secret_tokens

from .. import terms
from .begin_session import begin_session
from .use_link import LinkRefused

METHOD = "invitation"


def find_invitation(token: str) -> Invitation:
    """Return the invitation that `token` opens now. Raises LinkRefused for any other, and does not say why."""
    live = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())
    usable = live.filter(vouched_at__isnull=False, agency__active=True)
    found = usable.filter(token_hash=secret_tokens.digest(token)).select_related("agency").first()
    if found is None:
        raise LinkRefused
    return found


@transaction.atomic
def accept_invitation(request: HttpRequest, invitation: Invitation, full_name: str) -> None:
    """Make the person (or find the one with this e-mail address), their membership, and sign them in to set up factors.

    Somebody who has an account already is not signed in by the invitation: their own factors do that. Of two at once
    one is refused with LinkRefused.
    """
    now = timezone.now()
    if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(accepted_at=now, token_hash=None):
        raise LinkRefused
    person = Person.objects.filter(email=invitation.email).first()
    newcomer = person or _new_person(invitation.email, full_name)
    _join(newcomer, invitation)
    audit.record(None, "invitation.accept", kind="invitation", record_id=invitation.pk, detail={"person": newcomer.pk})
    if person is None:
        begin_session(request, newcomer, method=METHOD)
        record_authentication(request, newcomer, METHOD, reauthenticated=True)


def _new_person(email: str, full_name: str) -> Person:
    person = Person.objects.create_user(email, full_name)
    Person.objects.filter(pk=person.pk).update(terms_version=terms.VERSION)
    audit.record(None, "person.add", kind="person", record_id=person.pk, detail={"terms": terms.VERSION})
    return person


def _join(person: Person, invitation: Invitation) -> None:
    values = {"roles": invitation.roles, "sponsor_id": invitation.sponsor_id, "active": True, "until_on": None}
    membership, _ = Membership.objects.update_or_create(person=person, agency=invitation.agency, defaults=values)
    audit.record(
        None, "membership.begin", kind="membership", record_id=membership.pk, detail={"roles": invitation.roles}
    )
