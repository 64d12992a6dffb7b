"""Write in the thread of a request: DHS asks, the agency answers."""

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import MessageKind, Stage
from ..models import (
    MOST_MESSAGES,
    Disclosure,
    FamilyMember,
    Mark,
    Message,
    PresenceRequest,
    RequestFile,
    Sending,
    VettingMark,
    Waiver,
)
from ..plain_words import demand_plain
from .reckoning import set_columns

LONGEST = 4000


@action("presence.write")
def write_message(actor: Actor, request: PresenceRequest, words: str, *, answers: Message | None = None) -> Message:
    """Ask (without `answers`) as DHS while information is asked for, or answer a question as the agency.

    Raises Denied or Hidden, Refused without words, outside that stage and for a question answered already, and
    ValidationError for a question that is hard to read.
    """
    require(actor, "sign" if answers else "review", request)
    if request.stage != Stage.INFORMATION:
        raise Refused(_("Messages are written while DHS asks for information."))
    kind = MessageKind.ANSWER if answers else MessageKind.QUESTION
    if kind == MessageKind.QUESTION:
        demand_plain("ask_in_vetting", words)
    written = put_message(actor, request, kind, words, answers)
    audit.record(actor, "presence.write", kind=request.kind, record_id=request.pk, group="correspondence")
    return written


def put_message(
    actor: Actor, request: PresenceRequest, kind: MessageKind, words: str, answers: Message | None = None
) -> Message:
    """Seal the words and keep the row; the caller has asked for permission and records the leaf."""
    text = demand_words(words, _("Write the message."))[:LONGEST]
    if answers is not None and Message.unscoped.filter(answers=answers).exists():
        raise Refused(_("This question is answered already."))
    place = next_place(Message, request, MOST_MESSAGES)
    row = Message(request=request, place=place, message_kind=kind, answers=answers, by_id=actor.person_id)
    row.save(force_insert=True)
    request.refresh_from_db(fields=["version"])
    sealed.put(request, "correspondence", {f"message_{place}": text}, actor)
    set_columns(actor, request, {"waits_for_answer": _open_question(request)})
    return row


def next_place(
    model: type[Message | Waiver | Disclosure | RequestFile | FamilyMember | Sending | Mark | VettingMark],
    request: PresenceRequest,
    most: int,
) -> int:
    """Return the next free place among a request's rows of `model`. Raises Refused where `most` are there."""
    last = model.unscoped.filter(request=request).aggregate(last=Max("place"))["last"] or 0
    if last >= most:
        raise Refused(_("No more fit in here: write to each other outside and note it."))
    return int(last) + 1


def _open_question(request: PresenceRequest) -> bool:
    rows = Message.unscoped.filter(request=request)
    answered = rows.filter(answers__isnull=False).values("answers")
    return rows.filter(message_kind=MessageKind.QUESTION).exclude(pk__in=answered).exists()
