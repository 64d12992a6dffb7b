"""Cases of the agency that a complete file no longer lists: they wait for somebody to look."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form, TextField

from .. import questions
from ..actions.review_unlisted import review_unlisted
from ..choices import CaseType
from ..models import Case
from .naming import state_names
from .show_case import identity_of
from .unlisted_words import LAYOUTS


class ReviewForm(Form):
    """What was found out."""

    reason = TextField(
        label=gettext_lazy("What did you find out?"),
        max_length=500,
        help_text=gettext_lazy(
            "Such as: resolved in NamUs on 3/2, the agency confirms; or: still missing, left out by mistake."
        ),
    )


@signed_in("Each person sees the cases of their own agency that they may see")
def list_unlisted(request: HttpRequest) -> HttpResponse:
    """Show the cases that wait, the longest first."""
    rows = [_row(row) for row in questions.unlisted(asking(request))]
    return render(request, "cases/unlisted.html", {"rows": rows, "most": questions.MOST_UNLISTED})


@guarded("edit", "case")
def review(request: HttpRequest, record: Case) -> HttpResponse:
    """Ask what was found out, then take the case off the list."""
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            review_unlisted(asking(request), record, **form.cleaned_data)
        except ValueError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Noted. The case is off the list."))
            return redirect("cases:unlisted")
    context = {**identity_of(record), "form": form, "heading": _("No longer listed")}
    return render(request, "cases/form.html", context, status=422 if request.method == "POST" else 200)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    layout, state = row["feed__layout"], row["feed__state"]
    return {
        "number": row["case__number"],
        "type": CaseType(row["case__case_type"]).label,
        "feed": LAYOUTS.get(layout, layout),
        "state": state_names().get(state, state),
        "modified_on": row["modified_on"],
        "vanished_at": row["vanished_at"],
    }
