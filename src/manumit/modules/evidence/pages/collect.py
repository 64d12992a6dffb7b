"""Take something into evidence."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import open_form

from ..actions.collect_item import Collected, collect_item
from .asking import attempt
from .forms import CollectForm


@guarded_of_any_kind("work")
def collect(request: HttpRequest, record: Record) -> HttpResponse:
    """Say what was taken, by whom, where and when; it is then in the asker's hand."""
    form, made = open_form(CollectForm, request), []
    posted = request.method == "POST" and form.is_valid()
    if posted and attempt(form, lambda: made.append(collect_item(asking(request), record, _collected(form)))):
        drafts.discard(request)
        messages.success(request, _("It is in evidence, and in your hand."))
        return redirect("evidence:show", made[0].number)
    context = {
        "form": form,
        "case_name": faces.name_of(record.kind, record.number),
        "case_address": faces.address_of(record.kind, record.number),
    }
    return render(request, "evidence/collect.html", context, status=422 if form.errors else 200)


def _collected(form: CollectForm) -> Collected:
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if name not in {"day", "hour"}}
    return Collected(collected_at=form.moment(), **given)
