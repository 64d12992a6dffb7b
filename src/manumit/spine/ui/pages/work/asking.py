"""What every screen of work does: find the row, ask, act, say what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise

from manumit.spine.access import BesideRecord, Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.records import Record
from manumit.spine.workflow.refusing import Refused

from ... import drafts, faces
from ...forms import Form
from ...screen import render

__all__ = ["OWN", "Verb", "ask", "asking", "attempt", "find_row"]

Row = TypeVar("Row", bound=BesideRecord)
OWN = "Each person reaches the rows of their own agency beside records they may work on; the action decides"


@dataclass(frozen=True, slots=True)
class Verb:
    """A screen that asks for one verb: its `heading`, what the button says, what is said when it is `done`."""

    heading: str | Promise
    submit: str | Promise
    done: str | Promise
    lead: str | Promise = ""


def find_row(request: HttpRequest, model: type[Row], key: int) -> Row:
    """Return the row the asker may work on. Raises Hidden as for none."""
    found = model.objects.visible_to(asking(request)).filter(pk=key).first()
    if found is None:
        raise Hidden
    return found


def ask(
    request: HttpRequest, place: Record | BesideRecord, verb: Verb, form: Form, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Show `form`, or do `act` with its answers and lead to the work beside the record; refused, it is shown again."""
    kind, number = place_of(place)
    back = reverse("record_work", args=[kind, number])
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: act(form.cleaned_data)):
        drafts.discard(request)
        messages.success(request, str(verb.done))
        return redirect(back)
    context = {
        "verb": verb,
        "form": form,
        "back": back,
        "name": faces.name_of(kind, number),
        "address": faces.address_of(kind, number),
    }
    return render(request, "ui/work/verb.html", context, status=422 if form.errors else 200)


def place_of(place: Record | BesideRecord) -> tuple[str, str]:
    """Return kind and number of a record, or of the record a row stands beside."""
    return (place.record_kind, place.record_number) if isinstance(place, BesideRecord) else (place.kind, place.number)


def attempt(form: forms.Form, act: Callable[[], object]) -> bool:
    """Return whether `act` was done; what it refuses is written at the top of `form`."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, str(refused.why))
        return False
    return True
