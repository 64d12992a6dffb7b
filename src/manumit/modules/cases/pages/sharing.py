"""Share a case: its level, releases to single agencies, and recalling them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import render
from manumit.spine.ui.forms.refusing import attempt

from .. import questions
from ..actions.recall_release import recall_release
from ..actions.release_case import release_case
from ..actions.set_level import set_level
from ..models import Case
from .addresses import address
from .label_words import GROUPS
from .protecting_forms import LevelForm, ReleaseForm
from .show_case import identity_of


@guarded("release", "case")
def sharing(request: HttpRequest, record: Case) -> HttpResponse:
    """Show who may see the case, and the forms to change that; set the level."""
    form = LevelForm(request.POST or None, initial={"level": record.level, "version": record.version})
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: set_level(asking(request), record, **_level(form))):
                return _done(request, record, _("Sharing changed."))
        except Conflict:
            messages.warning(request, _("Somebody changed this case meanwhile. Look again, then decide."))
            return redirect(address(record, "sharing"))
    return _page(request, record, {"level_form": form})


@guarded("release", "case")
def release(request: HttpRequest, record: Case) -> HttpResponse:
    """Release the case to one agency, after a pause: what they have read cannot be taken back."""
    form = ReleaseForm(request.POST or None, owner_id=record.owner_id)
    if request.method == "POST" and form.is_valid():
        if "confirmed" not in request.POST:
            return _pause(request, record, form)
        if attempt(form, lambda: release_case(asking(request), record, form.terms())):
            return _done(request, record, _("Released."))
    context = {**identity_of(record), "form": form, "heading": _("Release to an agency"), "submit": _("Continue")}
    return render(request, "cases/form.html", context, status=422 if request.method == "POST" else 200)


@guarded("release", "case")
def recall(request: HttpRequest, record: Case, release_id: int) -> HttpResponse:
    """Ask, then end a release now."""
    found = [each for each in questions.releases_of(record) if each.pk == release_id]
    if request.method == "POST" and found:
        recall_release(asking(request), record, release_id)
        return _done(request, record, _("Recalled. What was read until now stays read."))
    context = {**identity_of(record), "release": found[0] if found else None}
    return render(request, "cases/recall.html", context)


def _level(form: LevelForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {"level": given["level"], "expected_version": given["version"], "source": given["source"]}


def _pause(request: HttpRequest, case: Case, form: ReleaseForm) -> HttpResponse:
    context = {
        **identity_of(case),
        "agency": form.cleaned_data["agency"],
        "groups": [GROUPS[name] for name in form.cleaned_data["groups"]],
        "expires_on": form.cleaned_data["expires_on"],
        "kept": [(name, value) for name in request.POST if name in form.fields for value in request.POST.getlist(name)],
    }
    return render(request, "cases/release_pause.html", context)


def _done(request: HttpRequest, case: Case, text: str) -> HttpResponse:
    messages.success(request, text)
    return redirect(address(case, "sharing"))


def _page(request: HttpRequest, case: Case, more: dict[str, Any]) -> HttpResponse:
    releases = questions.releases_of(case)
    lines = [{"release": each, "groups": [GROUPS.get(name, name) for name in each.groups]} for each in releases]
    context = {**identity_of(case, len(releases)), "lines": lines, **more}
    return render(request, "cases/sharing.html", context, status=422 if request.method == "POST" else 200)
