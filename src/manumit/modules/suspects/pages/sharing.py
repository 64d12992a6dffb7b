"""How far a suspect is shared with everybody; releases to single agencies have a page of their own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import faces, render

from ..actions.set_level import set_level
from ..models import Suspect
from .asking import done, identity_of
from .sharing_forms import LevelForm


@guarded("release", "suspect")
def sharing(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show who may see the record, and the form that changes the level; set it."""
    form = LevelForm(request.POST or None, initial={"level": record.level, "version": record.version})
    back = faces.sharing_address(record.kind, record.number)
    if request.method == "POST" and form.is_valid() and done(form, lambda: _set(request, record, form)):
        messages.success(request, _("Sharing changed."))
        return redirect(back)
    releases = faces.releases_address(record.kind, record.number)
    context = {**identity_of(record), "heading": _("Sharing"), "form": form, "releases": releases, "back": back}
    return render(request, "suspects/sharing.html", context, status=422 if form.errors else 200)


def _set(request: HttpRequest, suspect: Suspect, form: LevelForm) -> object:
    given = form.cleaned_data
    return set_level(
        asking(request), suspect, given["level"], expected_version=given["version"], source=given["source"]
    )
