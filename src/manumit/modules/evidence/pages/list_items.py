"""Lists of evidence."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.spine.access.middleware import asking
from manumit.spine.access.pages import Page
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.ui import faces, render

from ..models import EvidenceItem
from ..questions import in_words, list_items, people_in


@signed_in("Each person sees the items their agency may see")
def all_items(request: HttpRequest) -> HttpResponse:
    """Show the newest items."""
    page = list_items(asking(request), after=request.GET.get("after") or None)
    return render(request, "evidence/list.html", {"rows": _rows(page), "page": page})


@guarded_of_any_kind("read_summary")
def of_case(request: HttpRequest, record: Record) -> HttpResponse:
    """Show the items of a case that the asker may see."""
    page = list_items(asking(request), case=(record.kind, record.pk), after=request.GET.get("after") or None)
    context = {
        "rows": _rows(page),
        "page": page,
        "case": record,
        "case_name": faces.name_of(record.kind, record.number),
        "case_address": faces.address_of(record.kind, record.number),
    }
    return render(request, "evidence/list.html", context)


def _rows(page: Page[EvidenceItem]) -> list[dict[str, Any]]:
    shown: list[Any] = page.rows
    people = people_in([item.in_hand for item in shown if item.can_read_custody])
    return [{"item": item, "where": in_words(item.in_hand, people) if item.can_read_custody else ""} for item in shown]
