"""Hand a tip over to another agency's triage: offer, accept, decline, take back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action, numbers, provenance
from manumit.spine.records.changing import step, write
from manumit.spine.workflow.beside import beside, demand_words
from manumit.spine.workflow.notices.telling import tell
from manumit.spine.workflow.refusing import Refused

from ..choices import Danger
from ..clocks import triage_by
from ..events import TIP_HANDOVER_ANSWERED, TIP_OFFERED
from ..handing_over import HANDOVER
from ..models import Tip, TipCase, TipHandover, TipMessage
from .telling_triage import triagers

OPEN = frozenset({"received", "pending"})
"""The states in which a tip is handed over: what was decided of it stays decided."""
TOLD = _("Your tip is now with another agency: %(agency)s. Number and secret stay the same.")


@action("tip.handover.offer")
def offer_tip(actor: Actor, tip: Tip, *, other_id: int, reason: str, origin: str = "entered") -> TipHandover:
    """Offer `tip` to the triage of another agency; until that accepts, nothing changes.

    Raises Denied or Hidden without permission `move`, ValidationError by field, Refused without a reason, for a tip
    that is linked to a case, was decided, or is offered already.
    """
    require(actor, "move", tip)
    _demand_taker(tip, other_id)
    _demand_free(tip)
    made = _drafted(actor, tip, other_id, reason, origin)
    require(actor, "create", made)
    made.number = numbers.allocate(TipHandover.number_prefix)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if "tip_handover_one_offered" not in str(error):
            raise
        raise Refused(_("This tip is offered to an agency already: take that back first.")) from None
    step(made, actor, {})
    _log(actor, "tip.handover.offer", made, tip)
    tell(TIP_OFFERED.code, beside(made), triagers(other_id), actor)
    return made


@action("tip.handover.answer")
def answer_handover(
    actor: Actor, handover: TipHandover, answer: str, *, expected_version: int, words: str = ""
) -> TipHandover:
    """Accept, decline or take back (`withdraw`). With the acceptance, and not before, the tip changes its agency.

    It waits for triage there as if it had just come; what was said, who said it (sealed), number and secret stay.
    Raises LookupError, Denied, Hidden, NotNow, ReasonNeeded, Conflict, Refused where the tip was decided meanwhile.
    """
    reason = "other" if HANDOVER.transition(answer).reasons else ""
    HANDOVER.perform(actor, handover, answer, expected_version=expected_version, reason=reason, words=words)
    tip = Tip.unscoped.select_for_update(no_key=True).get(number=handover.tip_number)
    if answer == "accept":
        _demand_owned(tip, handover)
        _demand_free(tip)
        _move(actor, tip, handover)
    _log(actor, "tip.handover.answer", handover, tip, answer=answer)
    across = handover.owner_id if actor.agency_id == handover.other_id else handover.other_id
    tell(TIP_HANDOVER_ANSWERED.code, beside(handover), triagers(across), actor)
    return handover


def _move(actor: Actor, tip: Tip, handover: TipHandover) -> None:
    now = timezone.now()
    began = {
        "owner": handover.other_id, "state": "received", "state_since_at": now, "priority": "", "due_on": None,
        "assigned_to": None, "triage_by": triage_by(handover.other_id, now, danger=tip.danger == Danger.YES),
    }  # fmt: skip
    write(tip, actor, began, expected_version=tip.version, source=handover.number)
    with translation.override(tip.language):
        told = str(TOLD) % {"agency": handover.other.name}
    TipMessage.unscoped.bulk_create([TipMessage(tip=tip, text=told, written_at=now, author_id=actor.person_id)])


def _demand_taker(tip: Tip, other_id: int) -> None:
    others = Agency.objects.filter(pk=other_id, active=True).exclude(pk=tip.owner_id).exclude(kind="service_provider")
    if not others.exists():
        raise ValidationError({"other": [_("Choose another agency that receives tips.")]})
    if not triagers(other_id):
        raise ValidationError({"other": [_("Nobody there triages tips: it would lie unread.")]})


def _demand_free(tip: Tip) -> None:
    if tip.state not in OPEN:
        raise Refused(_("It was decided already. Only a tip that waits or is pending is handed over."))
    if TipCase.unscoped.filter(tip=tip, withdrawn_at=None).exists():
        raise Refused(_("It is linked to a case of yours: take the link away first."))


def _demand_owned(tip: Tip, handover: TipHandover) -> None:
    if tip.owner_id != handover.owner_id:
        raise Refused(_("The tip is no longer the sender's: this offer is void."))


def _drafted(actor: Actor, tip: Tip, other_id: int, reason: str, origin: str) -> TipHandover:
    now = timezone.now()
    return TipHandover(
        owner_id=actor.agency_id, other_id=other_id, opened_at=now, changed_at=now, state_since_at=now, origin=origin,
        provenance=provenance.begin(provenance.said("The agency")), tip_number=tip.number,
        danger=tip.danger == Danger.YES, reason=demand_words(reason, _("Say why it is handed over."))[:2_000],
    )  # fmt: skip


def _log(actor: Actor, verb: str, handover: TipHandover, tip: Tip, **more: Any) -> None:
    """Log beside the handing over and beside the tip."""
    detail = {"handover": handover.number, "from": handover.owner_id, "to": handover.other_id, **more}
    audit.record(actor, verb, kind=handover.kind, record_id=handover.pk, detail=detail)
    audit.record(actor, verb, kind=tip.kind, record_id=tip.pk, detail=detail)
