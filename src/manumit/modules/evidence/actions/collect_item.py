"""Take something into evidence."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed, require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, numbers, provenance
from manumit.spine.records.changing import step
from manumit.spine.workflow.beside import demand_past, demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import ItemType, SealFound
from ..hand import Hand
from ..models import CustodyStep, EvidenceItem


@dataclass(frozen=True, slots=True)
class Collected:
    """What is known of an item when it is taken: `collected_by` names who took it, the actor then has it."""

    item_type: str
    title: str
    collected_by: str
    collected_at: datetime
    source: str
    collected_place: str = ""
    description: str = ""
    origin: str = "entered"


@action("evidence.collect")
def collect_item(actor: Actor, case: Record, collected: Collected) -> EvidenceItem:
    """Take an item into evidence in `case`; it is in the actor's hand, the first of its chain.

    Raises Denied or Hidden without permission `work` on the case or `create` here, Refused for what is missing.
    """
    require(actor, "work", case)
    item = _item(actor, case, collected)
    decision = allowed(actor, "create", item)
    if not decision:
        raise Denied(decision)
    item.number = numbers.allocate(EvidenceItem.number_prefix)
    item.save(force_insert=True)
    CustodyStep.unscoped.bulk_create([_first(actor, item)])
    step(item, actor, {})
    audit.record(actor, "evidence.collect", kind=item.kind, record_id=item.pk)
    return item


def _item(actor: Actor, case: Record, collected: Collected) -> EvidenceItem:
    if collected.item_type not in ItemType.values:
        raise Refused(_("Choose what kind of item it is."))
    now = timezone.now()
    return EvidenceItem(
        owner_id=actor.agency_id,
        opened_at=now,
        changed_at=now,
        origin=collected.origin,
        provenance=provenance.begin(provenance.said(demand_words(collected.source, _("Who says so?")))),
        item_type=collected.item_type,
        case_kind=case.kind,
        case_id=case.pk,
        case_number=case.number,
        title=demand_words(collected.title, _("Say what it is.")),
        description=collected.description.strip(),
        collected_by=demand_words(collected.collected_by, _("Say who took it.")),
        collected_place=collected.collected_place.strip(),
        collected_at=demand_past(collected.collected_at),
        hand=Hand.person(actor.person_id).key,
    )


def _first(actor: Actor, item: EvidenceItem) -> CustodyStep:
    return CustodyStep(
        item=item,
        number=1,
        to_hand=item.hand,
        passed_at=item.collected_at,
        reason=str(_("Collected")),
        seal_found=SealFound.UNSEALED,
        received_by=item.collected_by,
        recorded_by_id=actor.person_id,
    )
