"""Give advice, as a consultant of the network or a member of the council."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action
from manumit.spine.records.changing import lock
from manumit.spine.workflow.beside import beside

from ..choices import AdviceState
from ..models import Advice, AdviceRequest, Voice
from ..refusing import Refused
from .opening import noted


@action("advice.give")
def give_advice(
    actor: Actor, request: AdviceRequest, text: str, *, named: str = "", may_publish: bool = False
) -> Advice:
    """Give advice while the request is open. No name is shown unless `named` gives one; the public reads it only if
    `may_publish`, and both may be chosen otherwise later. Raises Denied or Hidden, Refused."""
    require(actor, "advise", request)
    if not text.strip():
        raise Refused({"text": _("Write your advice.")})
    if lock(request).state != AdviceState.OPEN:
        raise Refused(_("The request is closed."))
    advice = Advice(
        request=request, text=text.strip(), named=named.strip(), may_publish=may_publish, given_at=timezone.now()
    )
    advice.clean_fields(exclude=["request"])
    advice.save(force_insert=True)
    heard(actor, request, advice=advice)
    noted(actor, request, "advice.give", {"advice": advice.pk})
    return advice


def heard(actor: Actor, record: Record, **words: object) -> None:
    """Note, for the person's eyes only, whose words or hours these are; within an action of theirs."""
    Voice(person_id=actor.person_id, **beside(record), **words).save(force_insert=True)
