"""A membership held for a change, under the rules that every change of one keeps."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency, Membership

from ..memberships import live
from ..refusals import Refused


def hold(actor: Actor | None, membership: Membership) -> Membership:
    """Lock the agency, then the membership, and return it as it stands.

    The agency's lock makes two administrators who remove each other take turns. Raises Denied, and Refused for one's
    own membership: another administrator must change it.
    """
    Agency.objects.select_for_update(of=("self",)).get(pk=membership.agency_id)
    kept = Membership.objects.select_for_update(of=("self",)).select_related("person").get(pk=membership.pk)
    require(actor, "edit", kept)
    if actor and kept.person_id == actor.person_id:
        raise Refused(_("Nobody changes their own membership. Ask another administrator of your agency."))
    return kept


def keep_an_administrator(agency_id: int) -> None:
    """Raise Refused where a change leaves the agency without a live administrator."""
    if not Membership.objects.filter(live(), agency_id=agency_id, roles__contains=[Role.ADMINISTRATOR]).exists():
        raise Refused(_("This would leave the agency without an administrator. Name another one first."))
