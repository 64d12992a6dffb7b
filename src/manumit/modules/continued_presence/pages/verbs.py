"""Small verbs of a request: facts recorded, sponsor, representative, waiver, vetting, disclosure."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import require
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from ..actions.choose_sponsor import choose_sponsor
from ..actions.log_disclosure import log_disclosure
from ..actions.name_representative import end_representation, name_representative
from ..actions.record_fact import FACTS, record_fact
from ..actions.record_vetting import record_vetting
from ..actions.waive_rule import waive_rule
from ..models import PresenceRequest
from ..questions import answers_of, operation_of, permit_codes, sponsors
from .asking import ask, sent
from .forms import (
    AnswerForm,
    DisclosureForm,
    FactForm,
    HoldsForm,
    PermitForm,
    RepresentativeForm,
    SponsorForm,
    VettingForm,
    WaiverForm,
)

TITLES = {
    "i94": gettext_lazy("The I-94 was given out"),
    "permit": gettext_lazy("The work permit was given out"),
    "victim_told": gettext_lazy("The victim was told"),
    "hhs_told": gettext_lazy("HHS was told"),
    "interim": gettext_lazy("HHS gave a letter of interim assistance"),
    "deferred": gettext_lazy("Deferred action meanwhile"),
    "civil_action": gettext_lazy("A civil action keeps presence"),
    "victim_answered": gettext_lazy("The victim answers the notice"),
}

HOLD = frozenset({"deferred", "civil_action"})
"""Facts that hold or hold no more, without a day."""


@guarded("read_summary", "presence_request")
def record(request: HttpRequest, record: PresenceRequest, fact: str) -> HttpResponse:
    """Record that something was done."""
    if fact not in FACTS:
        raise Http404
    actor = asking(request)
    require(actor, FACTS[fact][1], record)
    form = _form_of(request, record, fact)

    def act() -> PresenceRequest:
        given = form.cleaned_data
        told = {name: given.get(name, "") for name in ("words", "code")}
        holds = given.get("holds", "yes") == "yes"
        return record_fact(actor, record, fact, on=given.get("on"), holds=holds, **told)

    return ask(request, record, form, TITLES[fact], act)


def _form_of(request: HttpRequest, record: PresenceRequest, fact: str) -> Form:
    if fact == "victim_answered":
        return AnswerForm(sent(request))
    if fact == "permit":
        return PermitForm(sent(request), codes=permit_codes(record.decider_id))
    if fact in HOLD:
        return HoldsForm(sent(request), initial={"holds": "yes" if getattr(record, FACTS[fact][0]) else None})
    return FactForm(sent(request))


@guarded("edit", "presence_request")
def sponsor(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Choose the sponsor: that of the region first."""
    actor = asking(request)
    offered = sponsors(operation_of(actor, record).region)
    form = SponsorForm(sent(request), offered=offered, initial={"sponsor": record.sponsor_id})
    return ask(
        request, record, form, _("Federal sponsor"), lambda: choose_sponsor(actor, record, form.cleaned_data["sponsor"])
    )


@guarded("edit", "presence_request")
def represent(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Let the office a victim chose see the stage."""
    actor, form = asking(request), RepresentativeForm(sent(request))

    def act() -> PresenceRequest:
        given = form.cleaned_data
        return name_representative(actor, record, given["office"], given["consent"])

    return ask(request, record, form, _("Representative the victim chose"), act)


@guarded("edit", "presence_request")
def unrepresent(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """End it."""
    actor, form = asking(request), Form(sent(request))
    return ask(request, record, form, _("The victim no longer agrees"), lambda: end_representation(actor, record))


@guarded("concur", "presence_request")
def waive(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Waive a rule."""
    actor, form = asking(request), WaiverForm(sent(request))

    def act() -> object:
        given, answers = form.cleaned_data, answers_of(actor, record)
        return waive_rule(actor, record, given["rule"], given["why"], until_on=given["until_on"], answers=answers)

    return ask(request, record, form, _("Waive a rule"), act)


@guarded("review", "presence_request")
def vet(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Record what vetting found."""
    actor, form = asking(request), VettingForm(sent(request), initial={"version": record.version})

    def act() -> object:
        given = dict(form.cleaned_data)
        return record_vetting(actor, record, given, expected_version=given.pop("version"))

    return ask(request, record, form, _("What vetting found"), act)


@guarded("export", "presence_request")
def disclose(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Write in the disclosure log."""
    actor, form = asking(request), DisclosureForm(sent(request))
    return ask(
        request, record, form, _("Told outside"), lambda: log_disclosure(actor, record, form.cleaned_data["words"])
    )
