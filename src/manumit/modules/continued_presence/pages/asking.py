"""What every screen of a request does: show a form, act, say what happened."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import attempt
from manumit.spine.workflow.refusing import Refused

from ..models import PresenceRequest

TONES = {
    "active": "good", "granted": "good", "denied": "bad", "revoked": "bad", "revocation": "bad", "information": "warn",
    "expired": "warn",
}  # fmt: skip


def identity_of(request: PresenceRequest) -> dict[str, Any]:
    """Return what the bar shows on every screen: never a name."""
    return {"record": request, "tone": TONES.get(request.state, "plain")}


def sent(request: HttpRequest) -> QueryDict | None:
    """Return the posted form, empty or not, None where none was posted."""
    return request.POST if request.method == "POST" else None


def ask(
    request: HttpRequest, record: PresenceRequest, form: Form, heading: Any, act: Callable[[], object], **more: Any
) -> HttpResponse:
    """Show `form`, or do `act` and show the request; refused, the form is shown again with why."""
    if request.method == "POST" and form.is_valid() and done(form, act):
        drafts.discard(request)
        messages.success(request, _("Saved."))
        return redirect(more.get("then") or "continued_presence:show", *more.get("then_with", [record.number]))
    context: Mapping[str, Any] = {**identity_of(record), "form": form, "heading": heading, **more}
    return render(request, "continued_presence/ask.html", context, status=422 if form.errors else 200)


def done(form: Form, act: Callable[[], object]) -> bool:
    """Return whether `act` was done; what it refuses is written in `form`."""
    try:
        attempt(form, lambda: act() or True)
    except Refused as refused:
        form.add_error(None, str(refused.why))
    return not form.errors
