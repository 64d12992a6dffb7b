"""A StratML file in: what is new in it, and filing that."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from manumit.spine.access import Denied, allowed
from manumit.spine.access.routes import guarded
from manumit.spine.records.files.errors import BadFile
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from ..actions.import_stratml import Imported, compared, import_stratml
from ..exporting.stratml import LARGEST, BadStratml, read
from ..models import Commitment

CHECK, FILE = "check", "file"


class StratmlForm(Form):
    """A StratML file, and whether it is only looked at."""

    file = forms.FileField(label=_("File"), help_text=_("StratML Part 2 (ISO 17469), up to 5 MB."))
    what = forms.ChoiceField(
        label=_("What to do"),
        choices=[(CHECK, _("Show what is new in it")), (FILE, _("File what is new"))],
        widget=forms.RadioSelect,
        initial=CHECK,
    )


@guarded("create", "commitment")
def stratml(request: HttpRequest) -> HttpResponse:
    """Show what is new in a file, or file it."""
    actor = asking(request)
    decision = allowed(actor, "create", Commitment(owner_id=actor.agency_id))
    if not decision:
        raise Denied(decision)
    form = StratmlForm(request.POST or None, request.FILES or None)
    found = _taken(request, form) if request.method == "POST" and form.is_valid() else None
    if found and form.cleaned_data["what"] == FILE:
        count = len(found.filed)
        messages.success(request, ngettext("%(n)s commitment filed.", "%(n)s commitments filed.", count) % {"n": count})
        return redirect("action_plan:register")
    status = 422 if request.method == "POST" and found is None else 200
    return render(request, "action_plan/stratml.html", {"form": form, "found": found}, status=status)


def _taken(request: HttpRequest, form: StratmlForm) -> Imported | None:
    actor, given = asking(request), form.cleaned_data
    file: Any = given["file"]
    try:
        plan = read(file.whole(LARGEST))
        if given["what"] == CHECK:
            return compared(actor, plan)
        return import_stratml(actor, plan, source=file.name)
    except (BadStratml, BadFile) as bad:
        form.add_error("file", str(bad))
        return None
