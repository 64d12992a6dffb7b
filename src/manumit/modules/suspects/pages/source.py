"""Who a confidential source is: sealed, and shown only after its reader said why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import sealed
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form

from ..actions.record_source import record_source, reveal_source
from ..models import Suspect
from .asking import ask, identity_of
from .forms import RevealForm, SourceForm


@guarded("seal", "suspect")
def seal(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Seal who the source is; what is sealed already is not shown here."""
    form = open_form(SourceForm, request, initial={"version": record.version})

    def act() -> object:
        values = {name: form.cleaned_data[name] for name in ("who", "how_reached") if form.cleaned_data[name]}
        return record_source(asking(request), record, values, expected_version=form.cleaned_data["version"])

    return ask(request, record, form, _("Seal who the source is"), act)


@guarded("read_confidential_source", "suspect")
def reveal(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Ask what it is needed for; then log it and show the sealed values, once."""
    form = RevealForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, record, {"form": form}, 422 if request.method == "POST" else 200)
    try:
        values = reveal_source(asking(request), record, form.cleaned_data["note"])
    except sealed.SealedReadsClosed:
        return _page(request, record, {"form": form, "closed": True}, 503)
    titles = {"who": _("Who the source is"), "how_reached": _("How they are reached")}
    rows = [{"name": titles[name], "value": value} for name, value in values.items()]
    return _page(request, record, {"rows": rows, "revealed": True})


def _page(request: HttpRequest, suspect: Suspect, more: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {**identity_of(suspect), "heading": _("Confidential source"), **more}
    return render(request, "suspects/source.html", context, status=status)
