"""Issue a link that signs in once."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import LinkReason, Person, SignInLink
from manumit.values import secret_tokens

LASTS = {LinkReason.SET_UP: timedelta(days=2), LinkReason.DEMO: timedelta(hours=12)}


class NotADemonstration(RuntimeError):
    """A demonstration link was asked of an installation that is none: it would let people in without a factor."""


@transaction.atomic
def issue_link(person: Person, reason: LinkReason, actor: Actor | None = None) -> str:
    """Return the token of a new link for `person`; links issued before for the same reason end.

    `actor` is who asked, None the command line. Raises NotADemonstration for a demonstration link elsewhere.
    """
    if reason == LinkReason.DEMO and not settings.MANUMIT_DEMO:
        raise NotADemonstration
    token, now = secret_tokens.fresh(), timezone.now()
    SignInLink.objects.filter(person=person, reason=reason, used_at=None, expires_at__gt=now).update(expires_at=now)
    SignInLink.objects.create(
        person=person, reason=reason, token_hash=secret_tokens.digest(token), expires_at=now + LASTS[reason]
    )
    audit.record(actor, "link.issue", kind="person", record_id=person.pk, detail={"reason": str(reason)})
    return token
