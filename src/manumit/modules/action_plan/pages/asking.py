"""One form on one page: shown, refused beside its fields, or done and sent back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import attempt


def ask(
    request: HttpRequest,
    form: Form,
    title: str,
    act: Callable[[], Any],
    *,
    back: str | Callable[[Any], str],
    about: str = "",
    shown_at: dict[str, str] | None = None,
) -> HttpResponse:
    """Show `form`; when sent and sound do `act` and go `back`, to an address or to one made from what was done."""
    if request.method == "POST" and form.is_valid():
        done = attempt(form, act, shown_at)
        if done is not None and not form.errors:
            messages.success(request, _("Saved."))
            return redirect(back(done) if callable(back) else back)
    cancel = back if isinstance(back, str) else reverse("action_plan:register")
    context = {"form": form, "title": title, "about": about, "back": cancel}
    return render(request, "action_plan/asked.html", context, status=422 if request.method == "POST" else 200)
