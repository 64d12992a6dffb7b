"""Show on what was released to one's agency: what was shown on, doing it, asking for the owner's word, taking back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden, kinds
from manumit.spine.access.middleware import asking
from manumit.spine.access.models import Onward, Release
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import Form, open_form

from .. import covering, questions, request_questions
from ..actions.show_on import ask_on, show_on, take_back
from .asking import ask, attempt
from .onward_forms import AskOnForm, ShowOnForm
from .releasing import offer_of


@guarded_of_any_kind("read_summary")
def overview(request: HttpRequest, record: Record, release_id: int) -> HttpResponse:
    """Show what the agreement allows, to whom the asker's agency showed it on, and what it asked the owner."""
    actor, first = asking(request), _first(request, record, release_id)
    lines = [
        {"release": each, "groups": covering.titles(record.kind, each.groups)} for each in questions.shown_on(first)
    ]
    context = {
        "first": first, "groups": covering.titles(record.kind, first.groups), "lines": lines,
        "rule": Onward(first.under.onward if first.under else Onward.NEVER),
        "asked": request_questions.asked_on(actor, first), "supervises": "supervisor" in actor.roles,
        "works": bool(actor.roles & {"investigator", "supervisor"}), **_named(record),
    }  # fmt: skip
    return render(request, "exchange/onward.html", context)


@guarded_of_any_kind("read_summary")
def show(request: HttpRequest, record: Record, release_id: int) -> HttpResponse:
    """Show it on to another agency, where the agreement lets the receiver do so."""
    first = _first(request, record, release_id)
    form = open_form(ShowOnForm, request, first=first, offer=offer_of(record), may=_readable(record, first))

    def act(given: dict[str, Any]) -> object:
        return show_on(asking(request), record, release_id, form.onwards())

    note = _("The owner is told at once, reads who opens it, and can recall it.")
    return ask(request, form, _("Show it on"), act, back=_back(record, first), note=note, **_named(record))


@guarded_of_any_kind("read_summary")
def ask_word(request: HttpRequest, record: Record, release_id: int) -> HttpResponse:
    """Ask the owner for its word to show it on."""
    first = _first(request, record, release_id)
    form = open_form(AskOnForm, request, first=first, offer=offer_of(record), may=_readable(record, first))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: ask_on(asking(request), record, release_id, form.onwards(), **form.why()))
        if made:
            drafts.discard(request)
            messages.success(request, _("Asked."))
            return redirect("exchange:request", made.number)
    note = _("The owner decides. Nothing is shown to anybody before it has answered.")
    context = {
        "form": form, "heading": _("Ask the owner to let you show it on"), "back": _back(record, first), "note": note,
        **_named(record),
    }  # fmt: skip
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


@guarded_of_any_kind("read_summary")
def back(request: HttpRequest, record: Record, release_id: int, onward_id: int) -> HttpResponse:
    """Ask, then end what the asker's agency showed on."""
    first = _first(request, record, release_id)
    if onward_id not in {each.pk for each in questions.shown_on(first)}:
        raise Hidden
    note = _("They can no longer open it. What they have read stays read.")

    def act(given: dict[str, Any]) -> object:
        return take_back(asking(request), record, release_id, onward_id)

    return ask(
        request,
        open_form(Form, request),
        _("Take it back"),
        act,
        back=_back(record, first),
        note=note,
        **_named(record),
    )


def _first(request: HttpRequest, record: Record, release_id: int) -> Release:
    """Return the release to the asker's own agency. Raises Hidden for any other."""
    found = questions.first_hand(asking(request), record, release_id)
    if found is None:
        raise Hidden
    return found


def _readable(record: Record, first: Release) -> list[str]:
    """Return the groups of the release that the asker reads: who found the record carries which those are."""
    return [
        name for name in kinds.get(record.kind).groups if name in first.groups and getattr(record, f"can_read_{name}")
    ]


def _back(record: Record, first: Release) -> str:
    return reverse("exchange:onward", args=[record.kind, record.number, first.pk])


def _named(record: Record) -> dict[str, Any]:
    place = (record.kind, record.number)
    return {"record": record, "name": faces.name_of(*place), "address": faces.address_of(*place)}
