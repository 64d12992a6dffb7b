"""Answer a tip, link it, give it to somebody."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import open_form
from manumit.spine.workflow.refusing import Refused

from ..actions.answer_giver import answer_giver
from ..actions.give_to import give_to
from ..actions.link_case import link_case, unlink_case
from ..models import Tip, TipCase
from ..questions import colleagues
from .asking import ask, case_numbered
from .forms import AnswerForm, GiveForm, LinkForm, UnlinkForm


@guarded("move", "tip")
def answer(request: HttpRequest, record: Tip) -> HttpResponse:
    """Write to whoever gave it."""
    form, actor = open_form(AnswerForm, request), asking(request)
    heading = _("Answer whoever gave it")
    return ask(request, record, form, heading, lambda: answer_giver(actor, record, form.cleaned_data["text"]))


@guarded("edit", "tip")
def link(request: HttpRequest, record: Tip) -> HttpResponse:
    """Name the case it may concern."""
    initial = {"number": record.about if len(record.about) <= len("SU-4F7K-9Q2") else ""}
    form, actor = open_form(LinkForm, request, initial=initial), asking(request)

    def act() -> object:
        case = case_numbered(request, form.cleaned_data["number"])
        return link_case(actor, record, case, note=form.cleaned_data["note"])

    return ask(request, record, form, _("Link it to a case"), act)


@guarded("edit", "tip")
def unlink(request: HttpRequest, record: Tip, link_id: int) -> HttpResponse:
    """Say why a link is taken away."""
    actor = asking(request)
    found = TipCase.objects.visible_to(actor).filter(tip=record, withdrawn_at=None, pk=link_id).first()
    if found is None:
        raise Hidden
    found.tip = record
    form = open_form(UnlinkForm, request, initial={"version": record.version})

    def act() -> object:
        given = form.cleaned_data
        return unlink_case(actor, found, expected_version=given["version"], reason=given["reason"])

    return ask(request, record, form, _("Take the link away"), act)


@guarded("edit", "tip")
def give(request: HttpRequest, record: Tip) -> HttpResponse:
    """Choose who works on it, and by when."""
    actor = asking(request)
    able = {each.pk: each for each in colleagues(actor)}
    initial = {"version": record.version, "due_on": record.due_on or timezone.localdate()}
    form = open_form(GiveForm, request, colleagues=list(able.values()), initial=initial)

    def act() -> object:
        given = form.cleaned_data
        if given["member"] not in able:
            raise Refused(_("Choose one of your agency."))
        return give_to(actor, record, able[given["member"]], expected_version=given["version"], due_on=given["due_on"])

    return ask(request, record, form, _("Give it to somebody"), act)
