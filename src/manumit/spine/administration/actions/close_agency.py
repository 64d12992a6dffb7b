"""Close an agency, or open it again."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action

from ..refusals import Refused


@action("agency.close")
def close_agency(actor: Actor | None, agency: Agency) -> None:
    """Stop everybody of `agency` at their next request; its records stay. Raises Denied, Refused for one's own."""
    require(actor, "move", agency)
    if actor and agency.pk == actor.agency_id:
        raise Refused(_("This is the agency you act for: closing it would lock you out."))
    Agency.objects.filter(pk=agency.pk).update(active=False)
    audit.record(actor, "agency.close", kind="agency", record_id=agency.pk)


@action("agency.open")
def open_agency(actor: Actor | None, agency: Agency) -> None:
    """Let the people of `agency` in again. Raises Denied."""
    require(actor, "move", agency)
    Agency.objects.filter(pk=agency.pk).update(active=True)
    audit.record(actor, "agency.open", kind="agency", record_id=agency.pk)
