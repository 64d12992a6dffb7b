"""Share a suspect: its level, releases to single agencies, and recalling them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form

from ..actions.recall_release import recall_release
from ..actions.release_suspect import release_suspect
from ..actions.set_level import set_level
from ..models import Suspect
from ..questions import releases_of
from .asking import done, identity_of
from .sharing_forms import LevelForm, ReleaseForm
from .titles import GROUPS


@guarded("release", "suspect")
def sharing(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show who may see the record, and the form that changes the level; set it."""
    form = LevelForm(request.POST or None, initial={"level": record.level, "version": record.version})
    if request.method == "POST" and form.is_valid() and done(form, lambda: _set(request, record, form)):
        return _back(request, record, _("Sharing changed."))
    lines = [
        {"release": each, "groups": [GROUPS.get(name, name) for name in each.groups]} for each in releases_of(record)
    ]
    context = {**identity_of(record), "heading": _("Sharing"), "lines": lines, "form": form}
    return render(request, "suspects/sharing.html", context, status=422 if form.errors else 200)


@guarded("release", "suspect")
def release(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Release to one agency, after a pause: what they have read cannot be taken back."""
    form = ReleaseForm(request.POST or None, owner_id=record.owner_id)
    if request.method == "POST" and form.is_valid():
        if "confirmed" not in request.POST:
            return _pause(request, record, _("Release to an agency"), _told(record, form), form)
        if done(form, lambda: release_suspect(asking(request), record, form.terms())):
            return _back(request, record, _("Released."))
    context = {
        **identity_of(record), "form": form, "heading": _("Release to an agency"), "submit": _("Continue"),
    }  # fmt: skip
    return render(request, "suspects/verb.html", context, status=422 if form.errors else 200)


@guarded("release", "suspect")
def recall(request: HttpRequest, record: Suspect, release_id: int) -> HttpResponse:
    """Ask, then end a release now."""
    found = next((each for each in releases_of(record) if each.pk == release_id), None)
    if found is None:
        raise Hidden
    form, heading = Form(request.POST or None), _("Recall a release")
    if request.method == "POST" and done(form, lambda: recall_release(asking(request), record, release_id)):
        return _back(request, record, _("Recalled. What was read until now stays read."))
    told = [found.agency.name, _("They can no longer open the record. What they have read stays read.")]
    return _pause(request, record, heading, told, form)


def _set(request: HttpRequest, suspect: Suspect, form: LevelForm) -> object:
    given = form.cleaned_data
    return set_level(
        asking(request), suspect, given["level"], expected_version=given["version"], source=given["source"]
    )


def _told(suspect: Suspect, form: ReleaseForm) -> list[str]:
    given = form.cleaned_data
    groups = ", ".join(str(GROUPS[name]) for name in given["groups"])
    told = [
        _("%(agency)s will read: %(groups)s.") % {"agency": given["agency"].name, "groups": groups},
        _("You can recall it. What they have read by then cannot be taken back."),
    ]
    if suspect.minor:
        told.insert(0, _("This person was, or may have been, under 18. Nobody but a supervisor lets them cross."))
    return told


def _pause(request: HttpRequest, suspect: Suspect, heading: str, told: list[str], form: Form) -> HttpResponse:
    kept = [(name, value) for name in request.POST if name in form.fields for value in request.POST.getlist(name)]
    context: dict[str, Any] = {
        **identity_of(suspect), "heading": heading, "pause": told, "kept": kept, "form": form,
    }  # fmt: skip
    return render(request, "suspects/verb.html", context, status=422 if form.errors else 200)


def _back(request: HttpRequest, suspect: Suspect, text: str) -> HttpResponse:
    messages.success(request, text)
    return redirect("suspects:sharing", suspect.number)
