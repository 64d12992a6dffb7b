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
    _demand_operator(actor)
    if agency.kind != AgencyKind.FEDERAL or power not in Power.values or (region and region not in US_STATES):
        raise Refused(_("Sponsors and deciders are federal agencies; a region is the postal code of a state."))
    office, _made = Office.objects.get_or_create(agency=agency, power=power, region=region)
    audit.record(
        actor, "presence.office", kind="agency", record_id=agency.pk, detail={"power": power, "region": region}
    )
    return office


@action("presence.office_end")
def end_office(actor: Actor | None, agency: Agency, power: str, region: str = "") -> None:
    """End the `power` of `agency` in `region`; requests in its hands stay there until they are offered to another.

    Raises Refused for who is no operator, and where there is no such office.
    """
    _demand_operator(actor)
    ended, _rows = Office.objects.filter(agency=agency, power=power, region=region).delete()
    if not ended:
        raise Refused(_("There is no such office."))
    detail = {"power": power, "region": region}
    audit.record(actor, "presence.office_end", kind="agency", record_id=agency.pk, detail=detail)


def _demand_operator(actor: Actor | None) -> None:
    if actor is not None and Role.OPERATOR not in actor.roles:
        raise Refused(_("An operator of this installation registers offices."))
