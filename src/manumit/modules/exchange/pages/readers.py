"""Who read what we showed: of one record, and of everything the agency released."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.models import Release
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.audit import lending
from manumit.spine.audit import questions as log
from manumit.spine.records import Record
from manumit.spine.ui import faces, render, who_looked

from .. import covering
from ..reader_questions import demand_who_sees, numbers_of


@guarded_of_any_kind("read_log")
def of_record(request: HttpRequest, record: Record) -> HttpResponse:
    """Show who read a record, newest first: for which agency, what, and by which release."""
    page = log.readers_of(record.kind, record.pk, before=who_looked.before(request))
    place = (record.kind, record.number)
    context = {"name": faces.name_of(*place), "address": faces.address_of(*place), **_shown(request, page)}
    return render(request, "exchange/readers.html", context)


@signed_in("Only reads of what the asker's own agency lent are shown, to those who may see its log")
def of_agency(request: HttpRequest) -> HttpResponse:
    """Show who read anything that the asker's agency released to others, newest first."""
    actor = asking(request)
    demand_who_sees(actor)
    page = lending.reads_lent_by(actor.agency_id, before=who_looked.before(request))
    return render(request, "exchange/readers.html", _shown(request, page))


def _shown(request: HttpRequest, page: log.Page) -> dict[str, Any]:
    told = [json.loads(act.detail) for act in page.acts]
    by_id = Release.objects.in_bulk([key for each in told for key in each.get("releases", ())])
    numbers = numbers_of(asking(request), page)
    lines = [
        {"act": act, "number": numbers.get((act.kind, act.record_id), ""), **_line(act, each, by_id)}
        for act, each in zip(page.acts, told, strict=True)
    ]
    return {"lines": lines, "older": page.older}


def _line(act: log.Act, told: dict[str, Any], by_id: dict[int, Release]) -> dict[str, Any]:
    rested = [by_id[key].authority for key in told.get("releases", ()) if key in by_id]
    partner = [told["partner_agreement"]] if "partner_agreement" in told else []
    what = covering.titles(act.kind, told.get("groups") or [act.group])
    exported = _("Exported") if act.verb.endswith(".export") else ""
    return {
        "purpose": who_looked.purpose(act),
        "what": exported or ", ".join(what),
        "rests_on": "; ".join([*told.get("agreements", ()), *rested, *partner]),
    }
