"""Who may record that an item passes, and when it may go for good."""

from django.utils.translation import gettext as _

from manumit.spine.access import allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import holds
from manumit.spine.workflow.models import Approval
from manumit.spine.workflow.models.approval import Answer
from manumit.spine.workflow.refusing import Refused

from ..hand import Hand
from ..models import EvidenceItem

DISPOSE = "evidence.dispose"
"""Under this an approval of disposal is found."""


def demand_signer(actor: Actor, item: EvidenceItem, to: Hand) -> None:
    """Raise Refused unless the actor is the hand that signs: who receives it, else who gives it; or supervises."""
    if to.person_id is not None and not _of_the_agency(to.person_id, item.owner_id):
        raise Refused(_("That person is not of the agency that keeps the item."))
    signer = to.person_id or item.in_hand.person_id or actor.person_id
    if signer != actor.person_id and not allowed(actor, "supervise", item):
        raise Refused(
            _("Who receives it signs for it, or who gives it where no person receives it; else a supervisor.")
        )


def demand_disposable(actor: Actor, item: EvidenceItem) -> None:
    """Raise Refused unless the newest request to dispose of `item` was approved, Held under a legal hold.

    A hold on the case holds its evidence too.
    """
    holds.demand_none(item)
    reasons = holds.live(item.case_kind, [item.case_id]).get(item.case_id)
    if reasons:
        raise holds.Held(item.case_number, reasons)
    asked = Approval.objects.visible_to(actor).beside(item).filter(about=DISPOSE).order_by("-id").first()
    if asked is None or asked.answer != Answer.APPROVED:
        raise Refused(_("Another person must approve its disposal first: ask for it."))


def _of_the_agency(person_id: int, agency_id: int) -> bool:
    return Membership.objects.filter(person=person_id, agency=agency_id, active=True).exists()
