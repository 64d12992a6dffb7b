"""All work beside one record."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.spine.access import allowed
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record
from manumit.spine.workflow import questions
from manumit.spine.workflow.clocks.offered import of_kind

from ... import faces
from ...screen import render
from .asking import asking


@guarded_of_any_kind("read_summary")
def record_work(request: HttpRequest, record: Record) -> HttpResponse:
    """Show clocks, tasks, notes, approvals, flags and links, and what may be done."""
    return render(request, "ui/work/record.html", context_of(asking(request), record))


def context_of(actor: Actor, record: Record) -> dict[str, Any]:
    """Return everything the page shows."""
    work = questions.work_beside(actor, record)
    return {
        "record": record,
        "name": faces.name_of(record.kind, record.number),
        "address": faces.address_of(record.kind, record.number),
        "may_work": bool(allowed(actor, "work", record)),
        "may_bar": bool(allowed(actor, "supervise", record)),
        "me": actor.person_id,
        "roles": actor.roles,
        "agency": actor.agency_id,
        "work": work,
        "others": [_other(link, record) for link in work.links],
        "offers_clocks": bool(of_kind(record.kind)),
    }


def _other(link: Any, record: Record) -> dict[str, Any]:
    kind, number = link.other_side(record)
    return {"link": link, "name": faces.name_of(kind, number), "address": faces.address_of(kind, number)}
