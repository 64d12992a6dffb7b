"""Opening a form for a request: posted, restored after a lock, or fresh."""

from typing import Any, TypeVar

from django.http import HttpRequest

from .. import drafts
from .base import Form

Opened = TypeVar("Opened", bound=Form)


def open_form(form: type[Opened], request: HttpRequest, **kwargs: Any) -> Opened:
    """Return `form` for `request`.

    A POST gives a bound form. A GET gives a fresh one, or, when a session lock kept what the person had typed on this
    path, that: shown without errors, `restored` set, the draft kept until `drafts.discard` on success.
    """
    if request.method == "POST":
        return form(request.POST, request.FILES, **kwargs)
    kept = drafts.kept(request)
    if kept is None:
        return form(**kwargs)
    restored = form(kept, **kwargs)
    restored.restore()
    return restored
