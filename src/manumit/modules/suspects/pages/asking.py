"""What every screen of a suspect does: ask, act, say what happened."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from manumit.spine.records import Conflict
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.forms.refusing import attempt, renew_version
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused

from ..models import Suspect
from . import words

Text = str | Promise


def identity_of(suspect: Suspect) -> dict[str, Any]:
    """Return what the identity bar shows on every screen of a suspect."""
    named = getattr(suspect, "can_read_description", False)
    name = suspect.display_name or _("name not known")
    return {
        "suspect": suspect,
        "title": name if named else _("Suspect or person of interest"),
        "tone": words.TONES.get(suspect.standing, "plain"),
    }


def ask(
    request: HttpRequest, suspect: Suspect, form: Form, heading: Text, act: Callable[[], object], **more: Any
) -> HttpResponse:
    """Show `form`, or do `act` and show the suspect; refused, the form is shown again with why."""
    if request.method == "POST" and form.is_valid() and done(form, act):
        drafts.discard(request)
        messages.success(request, _("Saved."))
        return redirect("suspects:show", suspect.number)
    context = {**identity_of(suspect), "form": form, "heading": heading, **more}
    return render(request, "suspects/verb.html", context, status=422 if form.errors else 200)


def done(form: Form, act: Callable[[], object]) -> bool:
    """Return whether `act` was done; what it refuses is written beside the fields of `form`."""
    try:
        attempt(form, lambda: act() or True)
    except (Refused, NotNow) as refused:
        why = refused.why if isinstance(refused, Refused) else " ".join(map(str, (*refused.why, *refused.help)))
        form.add_error(None, str(why))
    except Conflict as conflict:
        _tell(form, conflict)
    return not form.errors


def _tell(form: Form, conflict: Conflict) -> None:
    """Show both values: yours stays in the field, the one that stands is told beside it. Saving again takes yours."""
    renew_version(form, conflict)
    form.add_error(None, _("Somebody changed this record meanwhile. Look at it again, then decide."))
    for clash in conflict.clashes:
        if clash.field in form.fields:
            form.add_error(clash.field, _("Somebody else wrote meanwhile: %(value)s") % {"value": clash.theirs})
