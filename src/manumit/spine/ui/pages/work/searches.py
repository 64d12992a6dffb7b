"""Searches that a person keeps: see what is new, keep one, remove one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from manumit.spine.access import Hidden
from manumit.spine.access.routes import signed_in
from manumit.spine.search import listing
from manumit.spine.workflow.actions.remove_search import remove_search
from manumit.spine.workflow.actions.save_search import save_search
from manumit.spine.workflow.actions.tell_of_search import newer
from manumit.spine.workflow.models import SavedSearch
from manumit.spine.workflow.refusing import Refused

from ...forms import Form, TextField, open_form
from ...screen import render
from .asking import asking

OWN = "Each person sees and keeps their own searches"


class SearchForm(Form):
    """What a kept search is called, and whether to tell of new records."""

    title = TextField(label=gettext_lazy("What do you call this search?"), max_length=100)
    tells = forms.BooleanField(
        label=gettext_lazy("Tell me of records opened from now on"),
        required=False,
        initial=True,
        help_text=gettext_lazy("A notice says that there is one; what it holds stays here."),
    )


@signed_in(OWN)
def searches(request: HttpRequest) -> HttpResponse:
    """Show the kept searches, each with how many records are new since it last told."""
    actor = asking(request)
    rows = SavedSearch.objects.filter(person=actor.person_id, agency=actor.agency_id).order_by("title", "pk")
    return render(request, "ui/work/searches.html", {"lines": [_line(saved) for saved in rows]})


def _line(saved: SavedSearch) -> dict[str, Any]:
    list_ = listing.of(saved.record_kind)
    return {
        "saved": saved,
        "href": f"{reverse(list_.route)}?{saved.query}" if list_ else "",
        "about": list_.describe(QueryDict(saved.query)) if list_ else _("This kind of record is no longer here."),
        "new": len(newer(saved, saved.saved_at)),
    }


@signed_in(OWN)
def save(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for a name and keep the search in the address."""
    list_ = listing.of(kind)
    if list_ is None:
        raise Hidden
    query = request.GET.urlencode()
    form = open_form(SearchForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            save_search(asking(request), kind=kind, query=query, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The search is kept."))
            return redirect("searches")
    context = {"form": form, "about": list_.describe(request.GET), "back": f"{reverse(list_.route)}?{query}"}
    return render(request, "ui/work/save_search.html", context, status=422 if form.errors else 200)


@signed_in(OWN)
@require_POST
def remove(request: HttpRequest, search_id: int) -> HttpResponse:
    """Remove a kept search."""
    remove_search(asking(request), search_id)
    messages.success(request, _("The search was removed."))
    return redirect("searches")
