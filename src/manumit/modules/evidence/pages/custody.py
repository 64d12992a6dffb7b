"""Pass an item on, seal it, break the seal, say how long it is kept, ask to dispose of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import open_form
from manumit.spine.workflow.actions.ask_approval import ask_approval

from ..actions.break_seal import break_seal
from ..actions.hand_over import hand_over
from ..actions.passing_on import DISPOSE
from ..actions.seal_item import seal_item
from ..actions.set_keeping import set_keeping
from ..actions.submit_to_lab import submit_to_lab
from ..custody_table import passing
from ..models import EvidenceItem
from .asking import ask
from .forms import BreakSealForm, DisposalForm, HandOverForm, KeepingForm, SealForm


@guarded("move", "evidence")
def pass_on(request: HttpRequest, record: EvidenceItem, hand: str) -> HttpResponse:
    """Add the next hand to the chain, of a kind the table allows; a laboratory is asked for an examination."""
    actor, row = asking(request), passing(record.in_hand.kind, hand)
    if row is None:
        raise Http404
    form = open_form(HandOverForm, request, item=record, row=row, initial={"version": record.version})

    def act(given: dict[str, Any]) -> object:
        if "examination" in given:
            asked = {"examination": given["examination"], "expected_version": given["version"]}
            return submit_to_lab(actor, record, form.handover(), **asked)
        return hand_over(actor, record, form.handover(), expected_version=given["version"])

    heading = _("Pass it on: %(hand)s") % {"hand": row.target.label}
    return ask(request, record, form, heading, act)


@guarded("move", "evidence")
def seal(request: HttpRequest, record: EvidenceItem) -> HttpResponse:
    """Put a seal on it."""
    actor, form = asking(request), open_form(SealForm, request, initial={"version": record.version})

    def act(given: dict[str, Any]) -> object:
        return seal_item(actor, record, seal_number=given["seal_number"], expected_version=given["version"])

    return ask(request, record, form, _("Seal it"), act)


@guarded("move", "evidence")
def unseal(request: HttpRequest, record: EvidenceItem) -> HttpResponse:
    """Break its seal."""
    actor, form = asking(request), open_form(BreakSealForm, request, initial={"version": record.version})

    def act(given: dict[str, Any]) -> object:
        break_seal(actor, record, because=given["because"], expected_version=given["version"])
        return record

    return ask(request, record, form, _("Break the seal"), act)


@guarded("supervise", "evidence")
def keeping(request: HttpRequest, record: EvidenceItem) -> HttpResponse:
    """Say how long it is kept, and by what authority."""
    actor = asking(request)
    stands = {"version": record.version, "keep_until": record.keep_until, "authority": record.keeping_authority}
    form = open_form(KeepingForm, request, initial=stands)

    def act(given: dict[str, Any]) -> object:
        version = given.pop("version")
        return set_keeping(actor, record, expected_version=version, **given)

    return ask(request, record, form, _("How long it is kept"), act)


@guarded("work", "evidence")
def ask_disposal(request: HttpRequest, record: EvidenceItem) -> HttpResponse:
    """Ask a supervisor to approve its disposal."""
    actor, form = asking(request), open_form(DisposalForm, request)

    def act(given: dict[str, Any]) -> object:
        return ask_approval(actor, record, question=given["question"], role="supervisor", about=DISPOSE)

    return ask(request, record, form, _("Ask to dispose of it"), act)
