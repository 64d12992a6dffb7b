"""Vouch for an invited person."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Invitation, Membership
from manumit.spine.records import action
from manumit.values import secret_tokens

from ..memberships import live
from ..refusals import Refused


@action("invitation.vouch")
def vouch(actor: Actor, invitation: Invitation, site: str) -> str:
    """Vouch for the invited person and return the token, which is mailed to them as a link to `site` and kept nowhere.

    The sponsor is a live member of the agency, or of the inviter's, and neither the inviter nor the invited. Until an
    installation has a second member, its only one vouches alone; the entry says so. Raises Denied, Refused.
    """
    kept = open_invitation(invitation.pk)
    require(actor, "supervise", kept)
    alone = _may_vouch(actor, kept)
    token = secret_tokens.fresh()
    kept.token_hash, kept.sponsor_id, kept.vouched_at = secret_tokens.digest(token), actor.person_id, timezone.now()
    kept.expires_at = kept.vouched_at + timedelta(days=settings.MANUMIT_INVITATION_DAYS)
    kept.save()
    audit.record(actor, "invitation.vouch", kind="invitation", record_id=kept.pk, detail={"alone": alone})
    transaction.on_commit(lambda: _mail(kept, token, site))
    return token


def open_invitation(key: int) -> Invitation:
    """Lock and return an invitation that may still change. Raises Refused for one accepted, withdrawn or expired."""
    still = Q(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())
    kept = Invitation.objects.select_for_update(of=("self",)).filter(still, pk=key).select_related("agency").first()
    if kept is None:
        raise Refused(gettext_lazy("This invitation was accepted, withdrawn or has expired."))
    return kept


def _may_vouch(actor: Actor, invitation: Invitation) -> bool:
    """Return whether the sponsor is the inviter for want of anybody else. Raises Refused."""
    if invitation.vouched_at:
        raise Refused(gettext_lazy("Somebody has vouched already."))
    mine = Membership.objects.filter(person_id=actor.person_id, person__email=invitation.email)
    if mine.exists():
        raise Refused(gettext_lazy("Nobody vouches for themselves."))
    if actor.person_id != invitation.invited_by_id:
        return False
    if Membership.objects.filter(live()).exclude(person_id=actor.person_id).exists():
        raise Refused(gettext_lazy("Whoever invites does not vouch. Ask a colleague who knows the person."))
    return True


def _mail(invitation: Invitation, token: str, site: str) -> None:
    """The mail names the agency and nothing of any case."""
    text = render_to_string(
        "administration/mail/invitation.txt", {"invitation": invitation, "link": f"{site}/invitation/{token}/"}
    )
    send_mail(_("Your invitation"), text, None, [invitation.email])
