"""Begin a country partnership, and add what it is measured by and what each side gives."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Partnership, PartnershipContribution, PartnershipIndicator
from ..partnership_rules import demand_targets
from ..refusing import Refused
from .opening import noted, opened

MOST_YEARS = 5
"""22 USC 7103a: a compact runs for at most five years."""


@action("partnership.begin")
def begin_partnership(actor: Actor, values: Mapping[str, Any], *, source: str) -> Partnership:
    """Begin a partnership. Raises Denied, ValidationError by field, Refused for more than five years."""
    partnership = Partnership(state_since_at=timezone.now(), **values)
    if (partnership.ends_on - partnership.begins_on).days > MOST_YEARS * 366:
        raise Refused({"ends_on": _("A partnership runs for at most five years (22 USC 7103a).")})
    return opened(actor, partnership, "partnership.begin", source=source, country=partnership.country)


@action("partnership.add_indicator")
def add_indicator(actor: Actor, partnership: Partnership, values: Mapping[str, Any]) -> PartnershipIndicator:
    """Add an indicator with a target for every year. Raises Denied, ValidationError by field, Refused."""
    require(actor, "edit", partnership)
    indicator = PartnershipIndicator(partnership=partnership, **values)
    demand_targets(partnership, indicator)
    indicator.clean_fields(exclude=["partnership"])
    indicator.save(force_insert=True)
    noted(actor, partnership, "partnership.add_indicator", {"indicator": indicator.pk})
    return indicator


@action("partnership.contribute")
def record_contribution(actor: Actor, partnership: Partnership, values: Mapping[str, Any]) -> PartnershipContribution:
    """Record what a side plans to give in a year, and what came. Raises Denied, ValidationError by field."""
    require(actor, "edit", partnership)
    given = PartnershipContribution(partnership=partnership, **values)
    given.clean_fields(exclude=["partnership"])
    given.save(force_insert=True)
    noted(actor, partnership, "partnership.contribute", {"contribution": given.pk})
    return given
