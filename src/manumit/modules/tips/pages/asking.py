"""What every screen of a tip does: ask, act, say what happened."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden, find, kinds
from manumit.spine.access.middleware import asking
from manumit.spine.records import Conflict, Record
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.forms.refusing import attempt, renew_version
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused
from manumit.values.record_number import BadRecordNumber, RecordNumber

from ..models import Tip

Text = str | Promise
TONES = {"received": "warn", "spam": "plain", "developed": "good", "pending": "info"}


def identity_of(tip: Tip) -> dict[str, Any]:
    """Return what the identity bar shows on every screen of a tip."""
    title = _("Anonymous tip") if tip.anonymous else _("Tip")
    return {"tip": tip, "title": title, "tone": TONES.get(tip.state, "plain"), "disposition": disposition(tip)}


def disposition(tip: Tip) -> str:
    """Return the tip's disposition in words."""
    from ..procedure import TIP

    return str(TIP.stands(tip).title)


def ask(
    request: HttpRequest, tip: Tip, form: Form, heading: Text, act: Callable[[], object], **more: Any
) -> HttpResponse:
    """Show `form`, or do `act` and show the tip; refused, the form is shown again with why."""
    if request.method == "POST" and form.is_valid() and done(form, act):
        drafts.discard(request)
        messages.success(request, _("Saved."))
        return to_tip(request, tip)
    context = {**identity_of(tip), "form": form, "heading": heading, **more}
    return render(request, "tips/verb.html", context, status=422 if form.errors else 200)


def to_tip(request: HttpRequest, tip: Tip) -> HttpResponse:
    """Go to the tip, or to the list where its asker no longer sees it: it went back behind triage."""
    try:
        find(asking(request), "read_summary", Tip.kind, tip.number)
    except Hidden:
        return redirect("tips:list")
    return redirect("tips:show", tip.number)


def done(form: Form, act: Callable[[], object]) -> bool:
    """Return whether `act` was done; what it refuses is written beside the fields of `form`."""
    try:
        attempt(form, lambda: act() or True)
    except (Refused, NotNow) as refused:
        why = refused.why if isinstance(refused, Refused) else " ".join(map(str, (*refused.why, *refused.help)))
        form.add_error(None, str(why))
    except Conflict as conflict:
        renew_version(form, conflict)
        form.add_error(None, _("Somebody changed this tip meanwhile. Look at it again, then decide."))
    return not form.errors


def case_numbered(request: HttpRequest, number: str) -> Record:
    """Return the record of any kind but a tip that has this number. Raises Refused, alike for hidden and absent."""
    try:
        wanted = RecordNumber.parse(number)
        kind = next(name for name, prefix in _prefixes() if prefix == wanted.prefix)
        found: Record = find(asking(request), "work", kind, str(wanted))
    except (BadRecordNumber, StopIteration, Hidden):
        raise Refused(_("There is no case of that number that you may see.")) from None
    return found


def _prefixes() -> list[tuple[str, str]]:
    every = [(kind.name, kind.model_class) for kind in kinds.all_kinds()]
    return [(name, model.number_prefix) for name, model in every if issubclass(model, Record) and name != Tip.kind]
