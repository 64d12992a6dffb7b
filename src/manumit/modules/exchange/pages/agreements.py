"""Agreements: the list, one on its page, and each step."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.identity.choices import Purpose
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form

from .. import covering, procedure, questions
from ..actions.draft_agreement import Draft, draft_agreement
from ..actions.move_agreement import EVENTS, move_agreement
from ..actions.sign_agreement import hash_of, sign_agreement
from ..models import SharingAgreement
from .asking import ask, attempt
from .forms import DraftForm, SignForm, StepForm, WordsForm


@signed_in("Each person sees the agreements of their agency")
def agreements(request: HttpRequest) -> HttpResponse:
    """Show the agreements of the asker's agency, newest first."""
    actor = asking(request)
    page = questions.list_agreements(actor, after=request.GET.get("after") or None)
    context = {"page": page, "may_draft": "supervisor" in actor.roles, "mine": actor.agency_id}
    return render(request, "exchange/agreements.html", context)


@signed_in("The action asks who supervises; the page itself says nothing")
def draft(request: HttpRequest) -> HttpResponse:
    """Write an agreement."""
    actor = asking(request)
    form = open_form(DraftForm, request, agency_id=actor.agency_id)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: draft_agreement(actor, _draft(form.cleaned_data)))
        if made:
            drafts.discard(request)
            return redirect("exchange:agreement", made.number)
    context = {"form": form, "heading": _("Draft an agreement"), "back": reverse("exchange:agreements")}
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


@guarded("read_summary", "agreement")
def agreement(request: HttpRequest, record: SharingAgreement) -> HttpResponse:
    """Show an agreement, who signed it and what was released under it."""
    actor = asking(request)
    steps = [each for each in procedure.AGREEMENT.available(actor, record) if each.transition.name in EVENTS]
    signed = questions.signatures_of(actor, record)
    context = {
        "agreement": record,
        "rows": rows_of(record),
        "signatures": signed,
        "may_sign": record.state == "offered" and not any(each.agency_id == actor.agency_id for each in signed),
        "steps": [each for each in steps if each.allowed],
        "releases": questions.with_numbers(questions.releases_under(actor, record), actor),
    }
    return render(request, "exchange/agreement.html", context)


@guarded("supervise", "agreement")
def sign(request: HttpRequest, record: SharingAgreement) -> HttpResponse:
    """Show what is signed, and sign it for one's own agency."""
    form = open_form(SignForm, request, initial={"terms_hash": hash_of(record)})

    def act(given: dict[str, Any]) -> object:
        return sign_agreement(asking(request), record, capacity=given["capacity"], terms_hash=given["terms_hash"])

    back = reverse("exchange:agreement", args=[record.number])
    return ask(request, form, _("Sign for your agency"), act, back=back, rows=rows_of(record))


@guarded("supervise", "agreement")
def move(request: HttpRequest, record: SharingAgreement, step: str) -> HttpResponse:
    """Take a step of the procedure, with its reason where it asks for one."""
    if step not in EVENTS:
        raise Hidden
    transition = procedure.AGREEMENT.transition(step)
    form = open_form(WordsForm if transition.reasons else StepForm, request, initial={"version": record.version})

    def act(given: dict[str, Any]) -> object:
        words = given.get("words", "")
        return move_agreement(asking(request), record, step, expected_version=given["version"], words=words)

    note = _("Everything released under it ends at once.") if step == "withdraw" else ""
    back = reverse("exchange:agreement", args=[record.number])
    return ask(request, form, transition.title, act, back=back, note=note, rows=rows_of(record))


def rows_of(record: SharingAgreement) -> list[dict[str, Any]]:
    """Return what an agreement says, line by line."""
    both = _("each to the other") if record.mutual else _("the first to the second")
    days = _("%(days)s days") % {"days": record.answer_days} if record.answer_days else _("no clock")
    purposes = [str(Purpose(each).label) for each in record.purposes]
    lines = (
        (_("Between"), f"{record.owner.name} - {record.other.name} ({both})"),
        (_("What may be shown"), "; ".join(covering.pair_titles(record.groups))),
        (_("Purposes"), ", ".join(purposes)),
        (_("Legal authority"), record.authority),
        (_("Showing it on"), record.get_onward_display()),
        (_("Requests are answered within"), days),
        (_("Runs"), f"{date_format(record.starts_on)} - {date_format(record.expires_on)}"),
    )
    return [{"name": name, "value": value} for name, value in lines]


def _draft(given: dict[str, Any]) -> Draft:
    same = ("title", "authority", "mutual", "onward", "answer_days", "starts_on", "expires_on")
    sets: dict[str, Any] = {name: frozenset(given[name]) for name in ("groups", "purposes")}
    return Draft(other_id=given["other"].pk, **sets, **{name: given[name] for name in same})
