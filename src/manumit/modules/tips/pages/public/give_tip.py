"""The page on which anybody tells an agency something."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import open_to_all
from manumit.spine.workflow.refusing import Refused

from ... import form_token
from ...actions.arrival import Arrival
from ...actions.receive_tip import receive_tip, sent_before
from ...choices import Channel, Danger
from ...models import TipDesk
from .forms import DeskTipForm, TipForm
from .unseen import WHY, language_of, page, unseen

USE = "tip"
METHODS = ("GET", "HEAD", "POST")


@open_to_all(WHY)
@unseen
def general(request: HttpRequest) -> HttpResponse:
    """Ask what somebody knows, and whom to tell; without a general desk they choose an agency."""
    desks = list(TipDesk.objects.filter(open=True, agency__active=True).select_related("agency").order_by("address"))
    chosen = next((desk for desk in desks if desk.address == request.POST.get("desk")), None)
    desk = chosen or next((desk for desk in desks if desk.general), None) or (desks[0] if len(desks) == 1 else None)
    return _asked(request, desk, desks)


@open_to_all(WHY)
@unseen
def of_desk(request: HttpRequest, desk: str) -> HttpResponse:
    """Ask what somebody knows, for the agency of this address."""
    found = TipDesk.objects.filter(open=True, address=desk, agency__active=True).select_related("agency").first()
    if found is None:
        raise Http404
    return _asked(request, found, ())


def _asked(request: HttpRequest, desk: TipDesk | None, desks: list[TipDesk] | tuple[()]) -> HttpResponse:
    form = _form(request, desks)
    if request.method != "POST":
        return _shown(request, form, desk, desks)
    token = _token(form)
    if form.is_valid() and token and desk:
        return _kept(request, form, desk, desks, token)
    before = sent_before(token) if token else None
    if before:
        return page(request, "receipt", {"receipt": before})
    if form.is_valid() and desk is None:
        form.add_error("desk" if "desk" in form.fields else None, _("Choose an agency."))
    if token is None:
        form.add_error(None, _("This page was open for a long time. Nothing is lost: please send it again."))
    return _shown(request, form, desk, desks, status=422)


def _kept(
    request: HttpRequest, form: TipForm, desk: TipDesk, desks: list[TipDesk] | tuple[()], token: form_token.FormToken
) -> HttpResponse:
    danger = form.cleaned_data["danger"] or Danger.UNKNOWN
    arrival = Arrival(Channel.PUBLIC, form.said(language_of(request)), form.giver(), danger)
    try:
        receipt = receive_tip(desk, arrival, token)
    except Refused as refused:
        form.add_error(None, str(refused.why))
        return _shown(request, form, desk, desks, status=422)
    return page(request, "receipt", {"receipt": receipt, "danger": danger == Danger.YES})


def _form(request: HttpRequest, desks: list[TipDesk] | tuple[()]) -> TipForm:
    kind = DeskTipForm if len(desks) > 1 else TipForm
    if request.method == "POST":
        form = kind(request.POST)
    else:
        form = kind(initial={"about": request.GET.get("case", "")[:200]})
    if isinstance(form, DeskTipForm):
        offered = [(desk.address, desk.agency.name) for desk in desks]
        unsure = [("", _("I do not know"))] if any(desk.general for desk in desks) else [("", _("Choose"))]
        form.fields["desk"].choices = [*unsure, *offered]  # type: ignore[attr-defined]  # the field is a ChoiceField
    return form


def _token(form: TipForm) -> form_token.FormToken | None:
    try:
        return form_token.accept(USE, str(form.data.get("token", ""))[:200])
    except form_token.Stale:
        return None


def _shown(
    request: HttpRequest, form: TipForm, desk: TipDesk | None, desks: list[TipDesk] | tuple[()], *, status: int = 200
) -> HttpResponse:
    sound = _token(form) if form.is_bound else None
    context = {
        "form": form, "desk": desk, "choose": len(desks) > 1, "closed": desk is None and not desks,
        "token": form.data["token"] if sound else form_token.issue(USE),
    }  # fmt: skip
    return page(request, "tip", context, status=status)
