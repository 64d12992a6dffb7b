"""Hand a record over to another agency: offer, accept, decline, take back."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import kinds, nations, require
from manumit.spine.access.models import Release, Use
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record, action, numbers, provenance, releasing
from manumit.spine.records.changing import step, write
from manumit.spine.records.choices import Ended
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import demand_offer
from manumit.spine.workflow.beside import beside, demand_words
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from .. import procedure
from ..models import Transfer


@dataclass(frozen=True, slots=True)
class Offer:
    """To which agency, why, and what the sender goes on reading until which day."""

    other_id: int
    reason: str
    keeps: frozenset[str] = frozenset()
    keeps_until: date | None = None
    origin: str = "entered"


@action("transfer.offer")
def offer_transfer(actor: Actor, record: Record, offer: Offer) -> Transfer:
    """Offer `record` to another agency, which accepts or declines; until then nothing changes.

    Raises Denied or Hidden without permission `release`, ValidationError by field, Refused where one is open already.
    """
    require(actor, "release", record)
    _demand_sense(record, offer)
    made = _transfer(actor, record, offer)
    require(actor, "create", made)
    made.number = numbers.allocate(Transfer.number_prefix)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if "transfer_one_offered" not in str(error):
            raise
        raise Refused(_("This record is offered to an agency already: take that back first.")) from None
    step(made, actor, {})
    audit.record(actor, "transfer.offer", kind=made.kind, record_id=made.pk)
    audit.record(actor, f"{record.kind}.transfer.offer", kind=record.kind, record_id=record.pk, detail=_told(made))
    tell("transfer_offered", beside(made), supervisors(made.other_id), actor)
    return made


@action("transfer.answer")
def answer_transfer(
    actor: Actor, transfer: Transfer, answer: str, *, expected_version: int, words: str = ""
) -> Transfer:
    """Accept, decline or take back (`withdraw`) a transfer. With the acceptance, and not before, the owner changes.

    All releases of the former owner end; what the sender keeps is released by the new owner. Raises LookupError,
    Denied, Hidden, NotNow, ReasonNeeded, Conflict, Refused where the record meanwhile has another owner.
    """
    reason = "other" if procedure.TRANSFER.transition(answer).reasons else ""
    procedure.TRANSFER.perform(actor, transfer, answer, expected_version=expected_version, reason=reason, words=words)
    if answer == "accept":
        _hand_over(actor, transfer)
    audit.record(actor, "transfer.answer", kind=transfer.kind, record_id=transfer.pk, detail={"answer": answer})
    tell("transfer_answered", beside(transfer), supervisors(transfer.across(actor.agency_id)), actor)
    return transfer


def _hand_over(actor: Actor, transfer: Transfer) -> None:
    model = cast(Any, kinds.get(transfer.record_kind).model_class)
    record: Any = model.unscoped.filter(pk=transfer.record_id).select_for_update(no_key=True).first()
    if record is None or record.owner_id != transfer.owner_id:
        raise Refused(_("The record is no longer the sender's: this offer is void."))
    nation_id = nations.nation_of(record)
    if nation_id and not nations.word(nation_id, Use.INVESTIGATION, transfer.other_id).allowed:
        raise Refused(_("The nation whose people it is about does not let this agency investigate with its records."))
    former = Release.objects.filter(kind=record.kind, record_id=record.pk, ended_at=None, expires_at__gt=timezone.now())
    releasing.end(actor, former.select_for_update().order_by("id"), Ended.TRANSFER, transfer.number)
    write(record, actor, {"owner": transfer.other_id}, expected_version=record.version, source=transfer.number)
    follow = demand_offer(record).handed_over
    if follow:
        follow(actor, record)
    audit.record(actor, f"{record.kind}.transfer", kind=record.kind, record_id=record.pk, detail=_told(transfer))
    if transfer.keeps:
        _release_back(actor, record, transfer)


def _release_back(actor: Actor, record: Record, transfer: Transfer) -> None:
    until = transfer.keeps_until or timezone.localdate()
    terms = Terms(
        agency_id=transfer.owner_id,
        groups=frozenset(transfer.keeps),
        purposes=frozenset({Purpose.INVESTIGATION.value}),
        authority=transfer.number,
        expires_at=timezone.make_aware(datetime.combine(until, time.max)),
    )
    releasing.release(actor, record, terms, demand_offer(record))


def _demand_sense(record: Record, offer: Offer) -> None:
    others = Agency.objects.filter(pk=offer.other_id, active=True).exclude(pk=record.owner_id)
    groups = set(demand_offer(record).groups)
    late = offer.keeps_until and offer.keeps_until >= timezone.localdate()
    checks = {
        "other": (others.exists(), _("Choose another agency that is active.")),
        "keeps": (offer.keeps <= groups, _("Choose among the groups that can be released.")),
        "keeps_until": (not offer.keeps or bool(late), _("Say until which day you go on reading it.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)


def _transfer(actor: Actor, record: Record, offer: Offer) -> Transfer:
    now = timezone.now()
    return Transfer(
        owner_id=actor.agency_id, other_id=offer.other_id, opened_at=now, changed_at=now, state_since_at=now,
        provenance=provenance.begin(provenance.said(str(_("Offered by the owner")))), origin=offer.origin,
        record_kind=record.kind, record_id=record.pk, record_number=record.number,
        reason=demand_words(offer.reason, _("Say why it is handed over.")),
        keeps=releasing.in_order(record.kind, offer.keeps), keeps_until=offer.keeps_until if offer.keeps else None,
    )  # fmt: skip


def _told(transfer: Transfer) -> dict[str, object]:
    return {"transfer": transfer.number, "from": transfer.owner_id, "to": transfer.other_id}
