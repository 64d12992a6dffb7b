"""Agencies: the directory, one agency, creating and editing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from manumit.spine import ui
from manumit.spine.access import allowed, require
from manumit.spine.access.routes import guarded
from manumit.spine.identity.models import Agency
from manumit.spine.ui import drafts
from manumit.spine.ui.forms import open_form

from .. import scopes
from ..actions.close_agency import close_agency, open_agency
from ..actions.create_agency import create_agency
from ..actions.edit_agency import edit_agency
from ..forms.agency import AgencyForm
from .asker import acting
from .refusing import attempt

EDITED = ("name", "short_name", "kind", "ori", "parent")


@guarded("read_summary", "agency")
def agencies(request: HttpRequest) -> HttpResponse:
    """List the agencies of this installation."""
    actor = acting(request)
    context = {"agencies": scopes.agencies(actor), "may_create": _may_create(request)}
    return ui.render(request, "administration/agencies.html", context)


@guarded("read_summary", "agency")
def agency(request: HttpRequest, key: int) -> HttpResponse:
    """Show one agency."""
    actor = acting(request)
    shown = scopes.one(actor, "read_summary", "agency", key)
    context = {
        "agency": shown,
        "may_edit": allowed(actor, "edit", shown).allowed,
        "may_close": allowed(actor, "move", shown).allowed,
    }
    return ui.render(request, "administration/agency.html", context)


@guarded("create", "agency")
def new_agency(request: HttpRequest) -> HttpResponse:
    """Create an agency."""
    actor = acting(request)
    require(actor, "create", _own(request))
    form = open_form(AgencyForm, request)
    if form.is_bound and form.is_valid():
        made = create_agency(actor, **form.cleaned_data)
        drafts.discard(request)
        return redirect("agency", made.pk)
    return _form(request, form, _("New agency"), "agencies")


@guarded("edit", "agency")
def change_agency(request: HttpRequest, key: int) -> HttpResponse:
    """Edit an agency."""
    actor = acting(request)
    kept: Agency = scopes.one(actor, "edit", "agency", key)
    form = open_form(AgencyForm, request, agency=kept, initial=_initial(kept))
    if form.is_bound and form.is_valid():
        edit_agency(actor, kept, **form.cleaned_data)
        drafts.discard(request)
        return redirect("agency", kept.pk)
    return _form(request, form, _("Edit the agency"), "agencies")


@guarded("move", "agency")
@require_POST
def toggle_agency(request: HttpRequest, key: int) -> HttpResponse:
    """Close an agency that is open, open one that is closed."""
    actor = acting(request)
    kept: Agency = scopes.one(actor, "move", "agency", key)
    deed, done = (close_agency, _("The agency is closed.")) if kept.active else (open_agency, _("The agency is open."))
    answer: HttpResponse = attempt(request, lambda: deed(actor, kept), done, "agency", kept.pk)
    return answer


def _own(request: HttpRequest) -> Agency:
    return Agency.objects.get(pk=acting(request).agency_id)


def _may_create(request: HttpRequest) -> bool:
    return allowed(acting(request), "create", _own(request)).allowed


def _initial(kept: Agency) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in EDITED} | {"nation": str(kept.nation or "")}


def _form(request: HttpRequest, form: AgencyForm, title: Any, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": back}
    return ui.render(request, "administration/form.html", context, status=422 if form.errors else 200)
