"""What every screen of exchange does: ask, act, say what happened."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from manumit.spine.records import Conflict
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import Form, refusing
from manumit.spine.workflow.performing import NotNow
from manumit.spine.workflow.refusing import Refused

T = TypeVar("T")
Text = str | Promise


def attempt(form: Form, act: Callable[[], T]) -> T | None:
    """Return what `act` returns, or None after writing what it refused beside the fields of `form`, or above them."""
    try:
        return refusing.attempt(form, act)
    except Refused as refused:
        form.add_error(None, str(refused))
    except NotNow as refused:
        form.add_error(None, " ".join(map(str, (*refused.why, *refused.help))))
    except Conflict:
        form.add_error(None, _("Somebody changed this meanwhile. Open it again and look before you go on."))
    return None


def ask(
    request: HttpRequest, form: Form, heading: Text, act: Callable[[dict[str, Any]], object], *, back: str, **more: Any
) -> HttpResponse:
    """Show `form`, or do `act` with its answers and go `back`; refused, the form is shown again."""
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: act(form.cleaned_data) or True)
        if done and not form.errors:
            drafts.discard(request)
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {"form": form, "heading": heading, "back": back, **more}
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)
