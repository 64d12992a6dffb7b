"""Invite a person."""

from collections.abc import Collection
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency, Invitation, Membership
from manumit.spine.records import action

from ..memberships import live
from ..refusals import Refused
from .change_roles import may_give


@action("invitation.create")
def invite(actor: Actor, email: str, full_name: str, agency: Agency, roles: Collection[str]) -> Invitation:
    """Return an invitation into `agency`, which waits for a sponsor and is usable by nobody before.

    Raises Denied, and Refused for somebody who belongs to the agency already, for a role the actor may not give, and
    for an operator's invitation into an agency that has its own administrator.
    """
    wanted = email.strip().lower()
    invitation = Invitation(
        email=wanted, full_name=full_name, agency=agency, inviting_agency_id=actor.agency_id, roles=sorted(roles),
        invited_by_id=actor.person_id, expires_at=timezone.now() + timedelta(days=settings.MANUMIT_INVITATION_DAYS),
    )  # fmt: skip
    require(actor, "create", invitation)
    may_give(actor, (), roles)
    _demand_room(actor, invitation)
    invitation.save()
    detail = {"agency": agency.pk, "roles": invitation.roles}
    audit.record(actor, "invitation.create", kind="invitation", record_id=invitation.pk, detail=detail)
    return invitation


def _demand_room(actor: Actor, invitation: Invitation) -> None:
    members = Membership.objects.filter(live(), agency=invitation.agency)
    if members.filter(person__email=invitation.email).exists():
        raise Refused(_("This person belongs to the agency already."))
    if invitation.agency_id != actor.agency_id and members.filter(roles__contains=[Role.ADMINISTRATOR]).exists():
        raise Refused(_("This agency has an administrator of its own, who invites its people."))
