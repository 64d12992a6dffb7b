"""The page on which anybody tells an agency something."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import open_to_all
from manumit.spine.workflow.refusing import Refused

from ... import form_token
from ...actions.arrival import Arrival
from ...actions.receive_tip import receive_tip, sent_before
from ...choices import Channel, Danger
from ...desks import open_desks
from ...models import TipDesk
from . import printing
from .forms import DeskTipForm, TipForm
from .unseen import WHY, language_of, page, unseen

USE = "tip"
METHODS = ("GET", "HEAD", "POST")


@open_to_all(WHY)
@unseen
def general(request: HttpRequest) -> HttpResponse:
    """Ask what somebody knows, and whom to tell; without a general desk they choose an agency."""
    desks = open_desks()
    chosen = next((desk for desk in desks if desk.address == request.POST.get("desk")), None)
    desk = chosen or next((desk for desk in desks if desk.general), None) or (desks[0] if len(desks) == 1 else None)
    return _asked(request, desk, desks)


@open_to_all(WHY)
@unseen
def of_desk(request: HttpRequest, desk: str) -> HttpResponse:
    """Ask what somebody knows, for the agency of this address."""
    found = next(iter(open_desks(desk)), None)
    if found is None:
        raise Http404
    return _asked(request, found, ())


def _asked(request: HttpRequest, desk: TipDesk | None, desks: Sequence[TipDesk]) -> HttpResponse:
    offered = _offered(desks)
    if request.method != "POST" and not request.GET.get("case"):
        agency = desk.agency.name if desk else ""
        return printing.blank(request, agency, offered, closed=desk is None and not desks, token=form_token.issue(USE))
    form = _form(request, offered)
    return _sent(request, form, desk) if request.method == "POST" else _shown(request, form, desk)


def _sent(request: HttpRequest, form: TipForm, desk: TipDesk | None) -> HttpResponse:
    token = _token(form)
    if form.is_valid() and token and desk:
        return _kept(request, form, desk, token)
    before = sent_before(token) if token else None
    if before:
        return printing.receipt(request, before)
    if form.is_valid() and desk is None:
        form.add_error("desk" if "desk" in form.fields else None, _("Choose an agency."))
    if token is None:
        form.add_error(None, _("This page was open for a long time. Nothing is lost: please send it again."))
    return _shown(request, form, desk, status=422)


def _kept(request: HttpRequest, form: TipForm, desk: TipDesk, token: form_token.FormToken) -> HttpResponse:
    danger = form.cleaned_data["danger"] or Danger.UNKNOWN
    arrival = Arrival(Channel.PUBLIC, form.said(language_of(request)), form.giver(), danger)
    try:
        receipt = receive_tip(desk, arrival, token)
    except Refused as refused:
        form.add_error(None, str(refused.why))
        return _shown(request, form, desk, status=422)
    return printing.receipt(request, receipt, danger=danger == Danger.YES)


def _offered(desks: Sequence[TipDesk]) -> printing.Offered:
    """Return the agencies to choose from, empty where there is no choice."""
    if len(desks) < 2:
        return ()
    unsure = ("", _("I do not know") if any(desk.general for desk in desks) else _("Choose"))
    return (unsure, *((desk.address, desk.agency.name) for desk in desks))


def _form(request: HttpRequest, offered: printing.Offered) -> TipForm:
    given = {"initial": {"about": request.GET.get("case", "")[:200]}} if request.method != "POST" else {}
    data = request.POST if request.method == "POST" else None
    return printing.offer(DeskTipForm(data, **given), offered) if offered else TipForm(data, **given)


def _token(form: TipForm) -> form_token.FormToken | None:
    try:
        return form_token.accept(USE, str(form.data.get("token", ""))[:200])
    except form_token.Stale:
        return None


def _shown(request: HttpRequest, form: TipForm, desk: TipDesk | None, *, status: int = 200) -> HttpResponse:
    sound = _token(form) if form.is_bound else None
    context = {
        "form": form, "agency": desk.agency.name if desk else "", "choose": "desk" in form.fields,
        "closed": desk is None and "desk" not in form.fields,
        "token": form.data["token"] if sound else form_token.issue(USE),
    }  # fmt: skip
    return page(request, "tip", context, status=status)
