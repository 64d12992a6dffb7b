"""What is due for review, validating it, and what a purge would take: a dry run."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form

from ..actions.reviewing import REVIEW
from ..actions.validate_suspect import validate_suspect
from ..models import Suspect
from ..purging import preview
from ..questions import MOST, due_for_review
from .asking import ask
from .forms import ValidateForm


@signed_in("Each person sees the suspects of their agency that are due")
def due(request: HttpRequest) -> HttpResponse:
    """Show what is due within ninety days, and what a purge would take now."""
    actor = asking(request)
    rows = due_for_review(actor)
    context = {
        "rows": rows[:MOST], "most": MOST if len(rows) > MOST else None,
        "today": timezone.localdate(), "law": REVIEW.law,
        "going": preview(actor), "authority": Suspect.retention.authority,
    }  # fmt: skip
    return render(request, "suspects/due.html", context)


@guarded("supervise", "suspect")
def validate(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Say that the information is still valid, and why."""
    form = open_form(ValidateForm, request, initial={"version": record.version})

    def act() -> object:
        given = form.cleaned_data
        return validate_suspect(asking(request), record, because=given["because"], expected_version=given["version"])

    return ask(request, record, form, _("Validate what is kept"), act)
