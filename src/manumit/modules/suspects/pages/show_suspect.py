"""One suspect on one page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records.questions import is_held
from manumit.spine.ui import faces, render

from .. import procedure
from ..actions.look_at_suspect import look_at_suspect
from ..choices import Standing
from ..matched import KEPT
from ..models import PARTS, Basis, Suspect
from ..questions import history_of, parts_of
from . import words
from .asking import identity_of
from .log import timeline
from .titles import MANY, ONE

ACTS = ("edit", "move", "supervise", "seal", "read_log", "release")
NEWEST = 5


@guarded("read_summary", "suspect")
def show_suspect(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show what the asker may read of a suspect, and what they may do with it."""
    actor, parts = asking(request), parts_of(record)
    look_at_suspect(actor, record)
    decisions = decide_many(actor, [(act, record) for act in ACTS])
    may = {act: decision.allowed for act, decision in zip(ACTS, decisions, strict=True)}
    reads = {group for group in ("description", "confidential_source") if getattr(record, f"can_read_{group}")}
    context = {
        **identity_of(record),
        "may": may,
        "sharing": faces.sharing_address(record.kind, record.number),
        "reads": reads,
        "looks": list(words.looks(record)) if "description" in reads else (),
        "areas": [_area(part, parts[part]) for part in PARTS if part in parts],
        "ties": [_tie(tie) for tie in parts["cases"]] if "cases" in parts else None,
        "notices": parts.get("notices"),
        "steps": procedure.SUSPECT.available(actor, record) if may["edit"] else (),
        "warnings": _warnings(record),
        "held": may["supervise"] and is_held(record),
        "overdue": record.review_on < timezone.localdate(),
        "events": timeline(history_of(record, most=NEWEST)) if may["read_log"] else (),
    }
    return render(request, "suspects/show.html", context)


def _area(part: str, rows: Any) -> dict[str, Any]:
    items = [{"row": row, "facts": words.facts(row), "note": _note(row)} for row in rows]
    return {"part": part, "title": MANY[part], "one": ONE[part], "items": items}


def _note(row: Any) -> str:
    if not isinstance(row, Basis):
        return ""
    carries = _("carries a suspicion") if row.carries else _("too weak to carry a suspicion")
    return f"{words.age_of(row)} · {carries}"


def _tie(tie: Any) -> dict[str, Any]:
    place = (tie.case_kind, tie.case_number)
    return {"tie": tie, "name": faces.name_of(*place), "address": faces.address_of(*place)}


def _warnings(suspect: Suspect) -> list[str]:
    told = []
    if suspect.cautions and getattr(suspect, "can_read_description", False):
        told.append(_("Caution: %(said)s") % {"said": suspect.cautions})
    if suspect.review_on < timezone.localdate() and suspect.standing not in KEPT:
        told.append(
            _("Nobody validated this in time: nothing of it is matched until a supervisor does, and it may be purged.")
        )
    if not suspect.has_basis and suspect.standing != Standing.CLEARED:
        told.append(_("No basis stands: record one with its source, or clear the person. Nothing is matched."))
    if suspect.minor:
        told.append(_("Treated as under 18: crosses agencies only by a supervisor's release."))
    return told
