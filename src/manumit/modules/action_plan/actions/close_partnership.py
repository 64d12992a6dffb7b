"""Close a partnership out."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write

from ..choices import PartnershipState
from ..models import Partnership, PartnershipContribution
from ..partnership_rules import demand_sustained, demand_tracked
from ..refusing import Refused
from .opening import noted


@action("partnership.close")
def close_partnership(actor: Actor, partnership: Partnership, words: str, *, expected_version: int) -> Partnership:
    """Close it out, with what was reached and what goes on. Raises Denied, Refused, Conflict."""
    require(actor, "supervise", partnership)
    if not words.strip():
        raise Refused({"words": _("Say what was reached and what goes on.")})
    today = timezone.localdate()
    demand_tracked(list(PartnershipContribution.unscoped.filter(partnership=partnership)), today)
    demand_sustained(partnership, partnership.ends_on)
    closed = {"state": PartnershipState.CLOSED, "state_since_at": timezone.now(), "closing_words": words.strip()}
    write(partnership, actor, closed, expected_version=expected_version, source=str(_("Decided by the secretariat")))
    noted(actor, partnership, "partnership.close", {})
    return partnership
