"""Say what became of advice, and let it out to the public."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..choices import BecameOf
from ..models import Advice, AdviceRequest, Commitment
from ..refusing import Refused
from .opening import noted
from .publishing import publish_again
from .publishing_records import beside, tell_advice_again


@action("advice.answer")
def answer_advice(actor: Actor, request: AdviceRequest, advice: Advice, became: str, reasons: str) -> Advice:
    """Say what the asking agency did with it; whoever does not take all of it up says why.

    Said anew, it waits for the secretariat again. Raises Denied or Hidden, Refused by field.
    """
    require(actor, "edit", request)
    if became not in BecameOf.values or not became:
        raise Refused({"became": _("Choose what became of it.")})
    if became != BecameOf.TAKEN and not reasons.strip():
        raise Refused({"reasons": _("Say why: whoever gave the advice will read it.")})
    advice.became, advice.reasons = BecameOf(became), reasons.strip()
    advice.answered_at, advice.accepted_at = timezone.now(), None
    return _saved(actor, request, advice, "advice.answer", ["became", "reasons", "answered_at", "accepted_at"])


@action("advice.accept")
def accept_advice(actor: Actor, request: AdviceRequest, advice: Advice) -> Advice:
    """Let advice with what became of it stand beside its promise on the public pages, if its giver lets the public
    read it. Raises Denied or Hidden, Refused."""
    require(actor, "supervise", request)
    if not advice.may_publish:
        raise Refused(_("Whoever gave this advice has not allowed that the public reads it."))
    if not advice.answered_at:
        raise Refused(_("It is not said yet what became of it. The asking agency says so first."))
    advice.accepted_at = timezone.now()
    return _saved(actor, request, advice, "advice.accept", ["accepted_at"])


def _saved(actor: Actor, request: AdviceRequest, advice: Advice, verb: str, fields: list[str]) -> Advice:
    advice.save(update_fields=fields)
    noted(actor, request, verb, {"advice": advice.pk})
    if request.commitment_id:
        publish_again(Commitment.unscoped.get(pk=request.commitment_id))
    if record := beside(request):
        tell_advice_again(record)
    return advice
