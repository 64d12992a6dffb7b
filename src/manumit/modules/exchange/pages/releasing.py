"""Release a record of any kind: choose, see exactly what they will see, release, recall."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.models import Release
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.records.releasable import Releasable, releasable
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import Form, open_form
from manumit.spine.workflow.actions.release_record import recall, release_record

from .. import covering, joint_questions, questions
from ..previewing import preview
from .asking import ask, attempt
from .forms import ReleaseForm


@guarded_of_any_kind("release")
def shared(request: HttpRequest, record: Record) -> HttpResponse:
    """Show the live releases of a record."""
    offer = offer_of(record)
    lines = [
        {**_line(record, each), "onward": [_line(record, other) for other in onward]}
        for each, onward in questions.chains_of(record)
    ]
    ended = questions.ended_of(asking(request), record.kind, record.number)
    more: dict[str, Any] = {
        "ended": ended,
        "joint": joint_questions.joint_on(asking(request), record),
        "level_page": faces.level_address(record.kind, record.number),
        "caution": _caution(record, offer),
    }
    return render(request, "exchange/shared.html", {"lines": lines, **more, **_named(record)})


@guarded_of_any_kind("release")
def release(request: HttpRequest, record: Record) -> HttpResponse:
    """Ask for the terms, show the preview, and release once it was seen."""
    offer, under = offer_of(record), questions.terms_given(record.owner_id, record.kind)
    form = open_form(ReleaseForm, request, owner_id=record.owner_id, offer=offer, under=under)
    if request.method == "POST" and form.is_valid():
        answer = _released(request, record, form) if "confirmed" in request.POST else _shown(request, record, form)
        if answer:
            return answer
    context = {"form": form, "heading": _("Release to an agency"), "back": _back(record), **_named(record)}
    context |= {"submit": _("See what they will see"), "note": _caution(record, offer)}
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


@guarded_of_any_kind("release")
def end(request: HttpRequest, record: Record, release_id: int) -> HttpResponse:
    """Ask, then recall a release."""
    note = _("They can no longer open it. What they have read stays read.")

    def act(given: dict[str, Any]) -> object:
        return recall(asking(request), record, release_id)

    return ask(request, open_form(Form, request), _("Recall a release"), act, back=_back(record), note=note)


def _shown(request: HttpRequest, record: Record, form: ReleaseForm) -> HttpResponse | None:
    seen = attempt(form, lambda: preview(asking(request), record, form.terms(), offer_of(record)))
    if seen is None:
        return None
    context = {
        "preview": seen,
        "agency": form.cleaned_data["agency"],
        "expires_on": form.cleaned_data["expires_on"],
        "kept": [(name, value) for name in request.POST if name in form.fields for value in request.POST.getlist(name)],
        "here": reverse("exchange:release", args=[record.kind, record.number]),
        "back": _back(record),
        "caution": _caution(record, offer_of(record)),
        **_named(record),
    }
    return render(request, "exchange/preview.html", context)


def _released(request: HttpRequest, record: Record, form: ReleaseForm) -> HttpResponse | None:
    if attempt(form, lambda: release_record(asking(request), record, form.terms())) is None:
        return None
    drafts.discard(request)
    messages.success(request, _("Released."))
    return redirect(_back(record))


def offer_of(record: Record) -> Releasable:
    """Return how the record is released; absent where its kind is released to nobody."""
    offer = releasable(record.kind)
    if offer is None:
        raise Hidden
    return offer


def _line(record: Record, release: Release) -> dict[str, Any]:
    return {"release": release, "groups": covering.titles(record.kind, release.groups)}


def _caution(record: Record, offer: Releasable) -> str:
    return str(offer.caution(record)) if offer.caution else ""


def _back(record: Record) -> str:
    return reverse("exchange:shared", args=[record.kind, record.number])


def _named(record: Record) -> dict[str, Any]:
    place = (record.kind, record.number)
    return {"record": record, "name": faces.name_of(*place), "address": faces.address_of(*place)}
