"""Pass an item from one hand to the next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import lock, write
from manumit.spine.workflow.beside import demand_past, demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import SealFound, State
from ..custody_table import RECEIVED, Passing, passing, state_of, targets
from ..hand import Hand
from ..models import CustodyStep, EvidenceItem, Seal
from .passing_on import demand_disposable, demand_signer


@dataclass(frozen=True, slots=True)
class Handover:
    """How an item passes: to whom, why, when, how its seal was found, and what the table asks for."""

    to: Hand
    reason: str
    passed_at: datetime
    seal_found: str
    receipt: str = ""
    received_by: str = ""
    witness: str = ""


@action("evidence.pass")
def hand_over(actor: Actor, item: EvidenceItem, given: Handover, *, expected_version: int) -> CustodyStep:
    """Add the next step to the chain of `item`, which begins in the hand that has it now.

    Raises Denied or Hidden without permission `move`, Conflict for a stale version, Refused for a way that skips a
    hand or lacks what the table asks, Held under a legal hold where the item would go for good.
    """
    require(actor, "move", item)
    stands: EvidenceItem = lock(item)
    row = _demand_row(stands, given.to)
    demand_signer(actor, stands, given.to)
    _demand_whole(row, stands, given)
    if row.approved:
        demand_disposable(actor, stands)
    custody = _step(actor, stands, given)
    seal = _seal_after(actor, stands, given)
    write(item, actor, _moved(stands, given, seal), expected_version=expected_version, source=given.reason)
    CustodyStep.unscoped.bulk_create([custody])
    detail = {"step": custody.number, "to": given.to.kind.value, "seal": given.seal_found}
    audit.record(actor, "evidence.pass", kind=item.kind, record_id=item.pk, detail=detail)
    return custody


def _demand_row(item: EvidenceItem, to: Hand) -> Passing:
    row = passing(item.in_hand.kind, to.kind)
    if row is None:
        possible = ", ".join(str(each.label) for each in targets(item.in_hand.kind)) or _("nowhere: it is disposed of")
        raise Refused(
            _("That would skip a hand. From where it is, it can go to: %(possible)s.") % {"possible": possible}
        )
    if item.hand == to.key:
        raise Refused(_("It is there already."))
    return row


def _demand_whole(row: Passing, item: EvidenceItem, given: Handover) -> None:
    demand_words(given.reason, _("Say why it passes on."))
    last = CustodyStep.unscoped.get(item=item, number=item.steps)
    if demand_past(given.passed_at) < last.passed_at:
        raise Refused(_("It cannot pass on before it came: the last step was later than that."))
    if row.receipt and not given.receipt.strip():
        raise Refused(_("Give the number of the receipt, the tracking or the reference."))
    if row.witness and not given.witness.strip():
        raise Refused(_("Name somebody else who saw it."))
    if row.target in RECEIVED:
        demand_words(given.received_by, _("Say who received it."))
    _demand_seal(row, item, given)


def _demand_seal(row: Passing, item: EvidenceItem, given: Handover) -> None:
    if given.seal_found not in SealFound.values or (given.seal_found == SealFound.UNSEALED) is bool(item.seal_number):
        raise Refused(
            _("Say how its seal was found: intact or broken where it bears one, unsealed where it bears none.")
        )
    if row.sealed and given.seal_found != SealFound.INTACT:
        raise Refused(_("It goes there only under seal: seal it first."))


def _step(actor: Actor, item: EvidenceItem, given: Handover) -> CustodyStep:
    return CustodyStep(
        item=item,
        number=item.steps + 1,
        before=item.steps,
        from_hand=item.hand,
        to_hand=given.to.key,
        passed_at=given.passed_at,
        reason=given.reason.strip(),
        seal_number=item.seal_number,
        seal_found=given.seal_found,
        receipt=given.receipt.strip(),
        received_by=given.received_by.strip(),
        witness=given.witness.strip(),
        recorded_by_id=actor.person_id,
    )


def _seal_after(actor: Actor, item: EvidenceItem, given: Handover) -> str:
    """Return the seal it bears afterwards: one found broken is ended."""
    if given.seal_found != SealFound.BROKEN:
        return item.seal_number
    Seal.unscoped.filter(item=item, broken_at=None).update(
        broken_by_id=actor.person_id, broken_at=timezone.now(), because=_("Found broken when it passed on")
    )
    return ""


def _moved(item: EvidenceItem, given: Handover, seal: str) -> dict[str, Any]:
    state = state_of(given.to.kind)
    disposed = {"disposed_at": given.passed_at} if state == State.DISPOSED else {}
    return {"hand": given.to.key, "steps": item.steps + 1, "state": state, "seal_number": seal, **disposed}
