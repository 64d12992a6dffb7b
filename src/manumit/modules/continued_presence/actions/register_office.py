"""Say which agency sponsors a state, or decides requests."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused
from manumit.values.tables.us_states import US_STATES

from ..choices import Power
from ..models import Office


@action("presence.office")
def register_office(actor: Actor | None, agency: Agency, power: str, region: str = "") -> Office:
    """Register `agency` for `power`; an operator may, and the command without an actor.

    Raises Refused for others, an agency that is not federal, an unknown power or state.
    """
    if actor is not None and Role.OPERATOR not in actor.roles:
        raise Refused(_("An operator of this installation registers offices."))
    if agency.kind != AgencyKind.FEDERAL or power not in Power.values or (region and region not in US_STATES):
        raise Refused(_("Sponsors and deciders are federal agencies; a region is the postal code of a state."))
    office, _made = Office.objects.get_or_create(agency=agency, power=power, region=region)
    audit.record(
        actor, "presence.office", kind="agency", record_id=agency.pk, detail={"power": power, "region": region}
    )
    return office
