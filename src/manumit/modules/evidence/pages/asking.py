"""What every screen of an item does: ask, act, say what happened."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from manumit.spine.records import Conflict, NothingToChange
from manumit.spine.records.holds import Held
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import Form
from manumit.spine.workflow.refusing import Refused

from ..models import EvidenceItem

Text = str | Promise


def ask(
    request: HttpRequest, item: EvidenceItem, form: Form, heading: Text, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Show `form`, or do `act` with its answers and show the item; refused, the form is shown again."""
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: act(form.cleaned_data)):
        drafts.discard(request)
        messages.success(request, _("Saved."))
        return redirect("evidence:show", item.number)
    context = {"item": item, "form": form, "heading": heading}
    return render(request, "evidence/verb.html", context, status=422 if form.errors else 200)


def attempt(form: Form, act: Callable[[], object]) -> bool:
    """Return whether `act` was done; what it refuses is written at the top of `form`."""
    try:
        act()
    except (Refused, Held) as refused:
        form.add_error(None, str(refused))
    except NothingToChange:
        form.add_error(None, _("Nothing to save: every value is the one that stands already."))
    except Conflict:
        form.add_error(None, _("Somebody changed this item meanwhile. Open it again and look before you go on."))
    return not form.errors
