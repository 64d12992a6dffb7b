"""How far a case is shared with everybody; releases to single agencies have a page of their own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import faces, render
from manumit.spine.ui.forms.refusing import attempt

from .. import questions
from ..actions.set_level import set_level
from ..models import Case
from .addresses import address
from .protecting_forms import LevelForm
from .show_case import identity_of


@guarded("release", "case")
def sharing(request: HttpRequest, record: Case) -> HttpResponse:
    """Show who may see the case, and the form to change that; set the level."""
    form = LevelForm(request.POST or None, initial={"level": record.level, "version": record.version})
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: set_level(asking(request), record, **_level(form))):
                messages.success(request, _("Sharing changed."))
                return redirect(faces.sharing_address(record.kind, record.number))
        except Conflict:
            messages.warning(request, _("Somebody changed this case meanwhile. Look again, then decide."))
            return redirect(address(record, "sharing"))
    context = {
        **identity_of(record, questions.count_releases(record)),
        "level_form": form,
        "releases": faces.releases_address(record.kind, record.number),
        "back": faces.sharing_address(record.kind, record.number),
    }
    return render(request, "cases/sharing.html", context, status=422 if request.method == "POST" else 200)


def _level(form: LevelForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {"level": given["level"], "expected_version": given["version"], "source": given["source"]}
