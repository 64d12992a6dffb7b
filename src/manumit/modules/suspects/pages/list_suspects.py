"""Lists of suspects, and opening one from its case."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import open_form

from ..actions.open_suspect import open_suspect
from ..choices import Standing
from ..questions import Narrowing, list_suspects
from .asking import done
from .forms import OpenForm


@signed_in("Each person sees the suspects their agency may see")
def all_suspects(request: HttpRequest) -> HttpResponse:
    """Show the newest, narrowed by standing, name or review."""
    asked = request.GET
    narrowing = Narrowing(asked.get("standing", ""), asked.get("q", "").strip()[:100], asked.get("due") == "yes")
    page = list_suspects(asking(request), narrowing, after=asked.get("after") or None)
    kept = asked.copy()
    kept.pop("after", None)
    context = {
        "page": page, "standings": Standing.choices, "asked": narrowing, "query": kept.urlencode(),
    }  # fmt: skip
    return render(request, "suspects/list.html", context)


@guarded_of_any_kind("read_summary")
def of_case(request: HttpRequest, record: Record) -> HttpResponse:
    """Show the suspects of a case that the asker may see."""
    narrowing = Narrowing(case=(record.kind, record.pk))
    page = list_suspects(asking(request), narrowing, after=request.GET.get("after") or None)
    return render(request, "suspects/list.html", {"page": page, "case": record, **_case(record)})


@guarded_of_any_kind("work")
def open_in(request: HttpRequest, record: Record) -> HttpResponse:
    """Say who is of interest in a case and on what basis."""
    form, made = open_form(OpenForm, request), []

    def act() -> None:
        made.append(open_suspect(asking(request), record, form.opening()))

    if request.method == "POST" and form.is_valid() and done(form, act):
        drafts.discard(request)
        messages.success(request, _("Opened as a person of interest."))
        return redirect("suspects:show", made[0].number)
    context = {"form": form, **_case(record)}
    return render(request, "suspects/open.html", context, status=422 if form.errors else 200)


def _case(record: Record) -> dict[str, Any]:
    place = (record.kind, record.number)
    return {"case_name": faces.name_of(*place), "case_address": faces.address_of(*place)}
