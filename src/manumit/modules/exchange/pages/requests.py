"""Requests for a release: the list of both sides, one on its page, asking, and each step."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import open_form

from .. import covering, request_questions
from ..actions.answer_request import refuse_request
from ..actions.ask_release import ask_release
from ..actions.follow_request import accept_offer, end_request
from ..models import ReleaseRequest
from ..request_procedure import REQUEST
from .asking import ask, attempt
from .forms import StepForm, WordsForm
from .request_forms import AskForm, RefuseForm

STEPS = ("accept", "decline", "withdraw", "refuse")
SIDES = ("in", "out")


@signed_in("Each person sees the requests that their agency asked or was asked")
def requests(request: HttpRequest) -> HttpResponse:
    """Show the requests of one side, newest first: what the agency was asked, or what it asked."""
    actor, side = asking(request), request.GET.get("side")
    side = side if side in SIDES else "in"
    waiting = "waiting" in request.GET
    page = request_questions.list_requests(actor, side, waiting=waiting, after=request.GET.get("after") or None)
    context = {"page": page, "side": side, "waiting": waiting, "may_ask": _may_ask(actor)}
    return render(request, "exchange/requests.html", context)


@signed_in("The action asks who investigates; the page itself says nothing")
def ask_page(request: HttpRequest) -> HttpResponse:
    """Ask another agency; agency and number may come with the address, from a pointer."""
    actor = asking(request)
    given = {"other": request.GET.get("agency"), "reference": request.GET.get("reference")}
    form = open_form(AskForm, request, agency_id=actor.agency_id, initial={k: v for k, v in given.items() if v})
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: ask_release(actor, form.wanted()))
        if made:
            drafts.discard(request)
            messages.success(request, _("Asked."))
            return redirect("exchange:request", made.number)
    note = _("You are told what they decide. Whether they hold anything they tell you themselves, or not.")
    context = {"form": form, "heading": _("Ask for a release"), "back": reverse("exchange:requests"), "note": note}
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


@guarded("read_summary", "release_request")
def show_request(request: HttpRequest, record: ReleaseRequest) -> HttpResponse:
    """Show a request, what was said to it, and what can happen next."""
    actor = asking(request)
    choices = [each for each in REQUEST.available(actor, record) if each.transition.name != "lapse"]
    answered = request_questions.record_of(actor, record.release)
    context = {
        "request_": record,
        "rows": rows_of(record),
        "offer": _offer(record),
        "clock": request_questions.clock_of(actor, record),
        "held": _held(actor, record),
        "may_answer": any(each.allowed and each.transition.name == "answer" for each in choices),
        "steps": [each for each in choices if each.allowed and each.transition.name in STEPS],
        "late": record.state in {"asked", "offered"} and not record.waits(timezone.localdate()),
        "released": answered and _named(answered.kind, answered.number),
    }
    return render(request, "exchange/request.html", context)


@guarded("read_summary", "release_request")
def move_request(request: HttpRequest, record: ReleaseRequest, step: str) -> HttpResponse:
    """Take a step other than a release: accept or decline an offer, withdraw, refuse."""
    if step not in STEPS:
        raise Hidden
    transition = REQUEST.transition(step)
    form_of: Any = {"accept": StepForm, "refuse": RefuseForm}.get(step, WordsForm)
    more = {"asked": record} if step == "refuse" else {}
    form = open_form(form_of, request, initial={"version": record.version}, **more)

    def act(given: dict[str, Any]) -> object:
        return _act(asking(request), record, step, given)

    back = reverse("exchange:request", args=[record.number])
    return ask(request, form, transition.title, act, back=back, rows=_offer(record) or rows_of(record))


def rows_of(record: ReleaseRequest) -> list[dict[str, Any]]:
    """Return what was asked, line by line."""
    purposes = [str(Purpose(each).label) for each in record.purposes]
    onward = [(_("To be shown on to"), record.onward_to.name)] if record.onward_to else []
    lines = (
        (_("Who asks"), f"{record.asked_by.full_name}, {record.owner.name}"),
        (_("Asked of"), record.other.name),
        (_("About"), record.reference),
        *onward,
        (_("What they ask to read"), "; ".join(covering.pair_titles(record.groups))),
        (_("Purposes"), ", ".join(purposes)),
        (_("Legal authority"), record.authority),
        (_("What it is needed for"), record.because),
        (_("Until"), date_format(record.until_on)),
        (_("Needed by"), date_format(record.needed_by)),
    )
    return [{"name": name, "value": value} for name, value in lines]


def _act(actor: Actor, record: ReleaseRequest, step: str, given: dict[str, Any]) -> object:
    version = given["version"]
    if step == "accept":
        return accept_offer(actor, record, expected_version=version)
    if step == "refuse":
        return refuse_request(actor, record, reason=given["reason"], words=given["words"], expected_version=version)
    return end_request(actor, record, step, words=given["words"], expected_version=version)


def _offer(record: ReleaseRequest) -> list[dict[str, Any]]:
    """Return what is offered instead, line by line; empty where nothing is."""
    if not record.offered_until:
        return []
    lines = (
        (_("They may read"), "; ".join(covering.pair_titles(record.offered_groups))),
        (_("Until"), date_format(record.offered_until)),
        (_("What they say"), record.said),
    )
    return [{"name": name, "value": value} for name, value in lines if value]


def _held(actor: Actor, record: ReleaseRequest) -> list[dict[str, str]] | None:
    """Return what the number may mean among the holder's records, None for who asked."""
    if not getattr(record, "can_read_held", False):
        return None
    found = [(record.record_kind, record.record_number)] if record.record_number else []
    return [_named(*each) for each in found or request_questions.held_under(actor, record)]


def _named(kind: str, number: str) -> dict[str, str]:
    return {"name": faces.name_of(kind, number), "address": faces.address_of(kind, number), "number": number}


def _may_ask(actor: Actor) -> bool:
    return bool(actor.roles & {"investigator", "supervisor"}) and actor.agency_kind != "service_provider"
