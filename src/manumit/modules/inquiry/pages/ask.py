"""Ask, for a case."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form
from manumit.spine.ui.forms.refusing import attempt
from manumit.spine.workflow.refusing import Refused

from ..actions.ask import ask
from ..models import Inquiry
from .forms import AskForm
from .list_inquiries import names_of


@guarded_of_any_kind("work")
def ask_for(request: HttpRequest, record: Record) -> HttpResponse:
    """Say what is asked for and why; then show what answered."""
    form = open_form(AskForm, request)
    if request.method == "POST" and form.is_valid():
        made = _asked(request, record, form)
        if made:
            drafts.discard(request)
            messages.success(request, _("Asked, and kept."))
            return redirect("inquiry:show", made.number)
    context = {"form": form, **names_of(record)}
    return render(request, "inquiry/ask.html", context, status=422 if form.errors else 200)


def _asked(request: HttpRequest, record: Record, form: AskForm) -> Inquiry | None:
    because = form.cleaned_data["because"]
    try:
        return attempt(form, lambda: ask(asking(request), record, form.question(), because=because))
    except Refused as refused:
        form.add_error(None, str(refused.why))
        return None
