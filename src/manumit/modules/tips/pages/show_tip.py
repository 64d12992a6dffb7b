"""One tip on one page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from manumit.spine.access import decide_many
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.identity.models import Person
from manumit.spine.records.questions import is_held
from manumit.spine.ui import faces, render

from ..actions.look_at_tip import look_at_tip
from ..models import Tip
from ..procedure import TIP, TIP_REWARD
from ..questions import history_of, parts_of
from .asking import identity_of
from .log import timeline
from .words import content

ACTS = ("edit", "move", "supervise", "seal", "read_log")
SEALED = ("giver", "payment")
NEWEST = 5


@guarded("read_summary", "tip")
def show_tip(request: HttpRequest, record: Tip) -> HttpResponse:
    """Show what the asker may read of a tip, and what they may do with it."""
    actor, parts, unread = asking(request), parts_of(record), record.unread
    look_at_tip(actor, record)
    decisions = decide_many(actor, [(act, record) for act in ACTS])
    may = {act: decision.allowed for act, decision in zip(ACTS, decisions, strict=True)}
    reads = {group for group in ("triage", "reward", *SEALED) if getattr(record, f"can_read_{group}")}
    links: Any = parts.get("cases")
    context = {
        **identity_of(record), "may": may, "reads": reads, "unread": unread,
        "content": content(record) if record.can_read_content else (),  # type: ignore[attr-defined]  # set by `find`
        "attachments": parts.get("attachments"),
        "messages_said": parts.get("messages"),
        "links": [_link(link) for link in links if link.withdrawn_at is None] if links is not None else None,
        "given_to": _person(record) if "triage" in reads else "",
        "steps": TIP.available(actor, record) if may["edit"] or may["move"] else (),
        "reward": TIP_REWARD.state(record.reward) if "reward" in reads else None,
        "reward_steps": TIP_REWARD.available(actor, record) if may["supervise"] else (),
        "late": record.state == "received" and record.triage_by < timezone.now(),
        "overdue": record.due_on and record.state == "pending" and record.due_on < timezone.localdate(),
        "held": may["supervise"] and is_held(record),
        "events": timeline(history_of(record, most=NEWEST)) if may["read_log"] else (),
    }  # fmt: skip
    return render(request, "tips/show.html", context)


def _link(link: Any) -> dict[str, Any]:
    place = (link.case_kind, link.case_number)
    return {"link": link, "name": faces.name_of(*place), "address": faces.address_of(*place)}


def _person(tip: Tip) -> str:
    found = Person.objects.filter(pk=tip.assigned_to_id or 0).values_list("full_name", flat=True).first()
    return found or ""
