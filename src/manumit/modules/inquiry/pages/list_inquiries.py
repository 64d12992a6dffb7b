"""Lists of an agency's own inquiries."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.spine.access import allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.identity.models import Person
from manumit.spine.records import Record
from manumit.spine.ui import faces, render

from ..questions import list_inquiries


@signed_in("Each person sees the inquiries of their own agency alone")
def all_inquiries(request: HttpRequest) -> HttpResponse:
    """Show the newest, all or one's own."""
    mine = request.GET.get("mine") == "yes"
    page = list_inquiries(asking(request), mine=mine, after=request.GET.get("after") or None)
    return render(request, "inquiry/list.html", {"page": page, "mine": mine, "rows": _rows(page.rows)})


@guarded_of_any_kind("read_summary")
def of_case(request: HttpRequest, record: Record) -> HttpResponse:
    """Show what the agency asked for a case."""
    actor = asking(request)
    page = list_inquiries(actor, case=(record.kind, record.pk), after=request.GET.get("after") or None)
    context = {
        "page": page, "rows": _rows(page.rows), "case": record, "may_ask": bool(allowed(actor, "work", record)),
        **names_of(record),
    }  # fmt: skip
    return render(request, "inquiry/list.html", context)


def names_of(record: Record) -> dict[str, str]:
    """Return what a page calls the case, and where it is."""
    place = (record.kind, record.number)
    return {"case_name": faces.name_of(*place), "case_address": faces.address_of(*place)}


def _rows(inquiries: list[Any]) -> list[dict[str, Any]]:
    people = Person.objects.in_bulk({each.asked_by_id for each in inquiries})
    return [
        {
            "inquiry": each, "asked_by": people[each.asked_by_id],
            "case_name": faces.name_of(each.case_kind, each.case_number),
        }
        for each in inquiries
    ]  # fmt: skip
