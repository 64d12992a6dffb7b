"""Decide an approval."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words, place_of
from ..models import Approval
from ..models.approval import Answer
from ..notices.receiver import Receiver
from ..notices.telling import tell
from ..refusing import Refused


@action("approval.decide")
def decide_approval(actor: Actor, approval: Approval, *, answer: str, words: str = "") -> Approval:
    """Approve or refuse, never one's own question; who asked is told. A refusal says why.

    Raises Denied or Hidden without permission `work`, Refused for another role, one's own question, a missing reason,
    or a question decided already.
    """
    require(actor, "work", approval)
    stands = Approval.unscoped.select_for_update(no_key=True).get(pk=approval.pk)
    _demand_decider(actor, stands)
    if answer not in Answer.values:
        raise Refused(_("Approve or refuse."))
    if answer == Answer.REFUSED:
        words = demand_words(words, _("Say why it is refused, and what would help."))
    stands.answer, stands.words = answer, words.strip()
    stands.decided_by_id, stands.decided_at = actor.person_id, timezone.now()
    stands.save(update_fields=["answer", "words", "decided_by", "decided_at"])
    detail = {"approval": stands.pk, "answer": answer}
    audit.record(actor, "approval.decide", kind=stands.record_kind, record_id=stands.record_id, detail=detail)
    tell("approval_decided", place_of(stands), [Receiver(stands.asked_by_id, stands.agency_id)], actor)
    return stands


def _demand_decider(actor: Actor, approval: Approval) -> None:
    if approval.answer:
        raise Refused(_("This was decided already."))
    if approval.asked_by_id == actor.person_id:
        raise Refused(_("Nobody approves what they asked for themselves: another person decides it."))
    if approval.role not in actor.roles or approval.agency_id != actor.agency_id:
        raise Refused(_("This is asked of another role."))
