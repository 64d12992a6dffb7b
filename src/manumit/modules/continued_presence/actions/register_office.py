"""Say which agency sponsors a state, or decides requests."""

import re
from collections.abc import Sequence

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

PERMIT_CODE = re.compile(r"[A-Z]\d{1,2}[A-Z]?")
"""How a category code is written on a work permit. Source: content of the published process, not verified."""


@action("presence.office")
def register_office(
    actor: Actor | None, agency: Agency, power: str, region: str = "", *, permit_codes: Sequence[str] | None = None
) -> Office:
    """Register `agency` for `power`; an operator may, and the command without an actor.

    `permit_codes` are the category codes of the work permits it gives out; None leaves those that stand. Raises Refused
    for others, an agency that is not federal, an unknown power or state, and what is no category code.
    """
    _demand_operator(actor)
    if agency.kind != AgencyKind.FEDERAL or power not in Power.values or (region and region not in US_STATES):
        raise Refused(_("Sponsors and deciders are federal agencies; a region is the postal code of a state."))
    office, _made = Office.objects.get_or_create(agency=agency, power=power, region=region)
    detail: dict[str, object] = {"power": power, "region": region}
    if permit_codes is not None:
        office.permit_codes = detail["permit_codes"] = _sound(permit_codes)
        office.save(update_fields=["permit_codes"])
    audit.record(actor, "presence.office", kind="agency", record_id=agency.pk, detail=detail)
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


def _sound(codes: Sequence[str]) -> list[str]:
    found = sorted({code.strip().upper() for code in codes})
    if wrong := [code for code in found if not PERMIT_CODE.fullmatch(code)]:
        raise Refused(_("A category is a letter and a number, such as C11: %(code)s is none.") % {"code": wrong[0]})
    return found


def _demand_operator(actor: Actor | None) -> None:
    if actor is not None and Role.OPERATOR not in actor.roles:
        raise Refused(_("An operator of this installation registers offices."))
