"""Hold the yearly dialogue of a partnership, and close the partnership."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write

from ..choices import PartnershipState
from ..models import Partnership, PartnershipContribution, PartnershipDialogue, PartnershipIndicator
from ..partnership_rules import demand_chosen, demand_sustained, demand_tracked
from ..refusing import Refused
from .opening import noted


@action("partnership.hold_dialogue")
def hold_dialogue(
    actor: Actor, partnership: Partnership, held_on: date, indicators: Sequence[int], decisions: str = ""
) -> PartnershipDialogue:
    """Open a dialogue about indicators chosen beforehand; one of the last year needs the sustainability plan.

    Raises Denied, Refused with the rule that stands against it.
    """
    require(actor, "edit", partnership)
    known = list(PartnershipIndicator.unscoped.filter(partnership=partnership).values_list("pk", flat=True))
    demand_chosen(indicators, known)
    demand_sustained(partnership, held_on)
    dialogue = PartnershipDialogue(
        partnership=partnership, held_on=held_on, indicators=list(indicators), decisions=decisions.strip()
    )
    dialogue.save(force_insert=True)
    noted(actor, partnership, "partnership.hold_dialogue", {"dialogue": dialogue.pk})
    return dialogue


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
