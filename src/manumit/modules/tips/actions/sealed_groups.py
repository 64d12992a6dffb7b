"""Reading what is sealed with a tip, after its reader said why; and sealing it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import Tip
from .arrival import IDENTITY

GIVER, PAYMENT = "giver", "payment"
APPROVED = frozenset({"payee", "amount"})
"""What a supervisor approves of a payment: it stands until the approval is taken back."""


def reveal(actor: Actor, tip: Tip, group: str, note: str) -> dict[str, Any]:
    """Return the sealed values of `group` once the leaf with `note` is committed; not to be called in a transaction.

    Raises Denied, Hidden, Refused without a note, `sealed.SealedReadsClosed` while the log stands still.
    """
    _state_need(actor, tip, group, note)
    return sealed.read(actor, tip, group)


@action("tip.sealed.reveal")
def _state_need(actor: Actor, tip: Tip, group: str, note: str) -> None:
    require(actor, f"read_{group}", tip)
    why = demand_words(note, _("Say what you need this for."))
    audit.record(actor, "tip.sealed.reveal", kind=tip.kind, record_id=tip.pk, group=group, detail={"note": why})


@action("tip.giver.record")
def record_giver(actor: Actor, tip: Tip, values: Mapping[str, str], *, expected_version: int) -> Tip:
    """Seal who gave the tip and how they are reached safely. Raises Denied or Hidden without `seal`, Conflict."""
    require(actor, "seal", tip)
    given = _given(values)
    sealed.put(tip, GIVER, given, actor, expected_version=expected_version)
    if tip.anonymous and any(name in given for name in IDENTITY):
        tip.anonymous = False
        Tip.unscoped.filter(pk=tip.pk).update(anonymous=False)
    _leaf(actor, "tip.giver.record", tip, GIVER, given)
    return tip


@action("tip.payment.record")
def record_payment(actor: Actor, tip: Tip, values: Mapping[str, str], *, expected_version: int) -> Tip:
    """Seal who is paid which reward and how. Raises Denied or Hidden without permission `supervise`, Conflict,
    Refused without payee and amount, or unless a reward may be paid. Once it is approved payee and amount stand: how it
    is paid and the voucher alone are added, and whoever must change more takes the approval back.
    """
    require(actor, "supervise", tip)
    if tip.reward not in {"eligible", "approved"}:
        raise Refused(_("Say first that a reward may be paid."))
    given = _given(values)
    named = APPROVED & given.keys()
    if tip.reward == "approved" and named:
        raise Refused(_("Payee and amount were approved as they stand: take the approval back first."))
    if tip.reward == "eligible" and named != APPROVED:
        raise Refused(_("Name payee and amount. The payee may be the tip's number alone."))
    sealed.put(tip, PAYMENT, given, actor, expected_version=expected_version)
    tip.payee_sealed = True
    Tip.unscoped.filter(pk=tip.pk).update(payee_sealed=True)
    _leaf(actor, "tip.payment.record", tip, PAYMENT, given)
    return tip


def _given(values: Mapping[str, str]) -> dict[str, str]:
    given = {name: value.strip() for name, value in values.items() if value and value.strip()}
    if not given:
        raise Refused(_("Nothing is written yet."))
    return given


def _leaf(actor: Actor, verb: str, tip: Tip, group: str, given: Mapping[str, str]) -> None:
    audit.record(actor, verb, kind=tip.kind, record_id=tip.pk, group=group, detail={"fields": sorted(given)})
