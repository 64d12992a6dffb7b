"""One item on one page."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.spine.access import decide_many
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import faces, render

from ..custody_table import targets
from ..hand import Hand
from ..models import EvidenceItem
from ..questions import in_words, parts_of, people_in

ACTS = ("edit", "move", "supervise", "work")


@guarded("read_summary", "evidence")
def show_item(request: HttpRequest, record: EvidenceItem) -> HttpResponse:
    """Show what the asker may read of an item, and what they may do with it."""
    actor, parts = asking(request), parts_of(record)
    decisions = decide_many(actor, [(act, record) for act in ACTS])
    hands = [Hand.parse(step.to_hand) for step in parts.chain or ()]
    people = people_in(hands)
    context = {
        "item": record,
        "parts": parts,
        "may": {act: decision.allowed for act, decision in zip(ACTS, decisions, strict=True)},
        "chain": [{"step": s, "to": in_words(hand, people)} for s, hand in zip(parts.chain or (), hands, strict=True)],
        "where": in_words(record.in_hand, people) if parts.chain is not None else "",
        "targets": targets(record.in_hand.kind),
        "holds": record.in_hand.person_id == actor.person_id,
        **_case(record),
    }
    return render(request, "evidence/show.html", context)


def _case(item: Any) -> dict[str, str]:
    if not item.can_read_case:
        return {}
    place = (item.case_kind, item.case_number)
    return {"case_name": faces.name_of(*place), "case_address": faces.address_of(*place)}
