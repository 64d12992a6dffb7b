"""Record that a paper went out: to the victim, to HHS, to whom gives the papers out."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import WAYS
from ..models import MOST_NOTES, PresenceRequest, Sending
from ..papers import BY_NAME, is_made_for
from .record_fact import record_fact
from .telling_the_victim import keep_told, news
from .write_message import next_place


@dataclass(frozen=True)
class Sent:
    """Which `paper` went out by which `way`, to whom (sealed), on which day (today)."""

    paper: str
    way: str
    to: str
    on: date | None = None


@action("presence.send")
def record_sending(actor: Actor, request: PresenceRequest, sent: Sent) -> Sending:
    """Keep who sent what, how and when. The notice to HHS stops its clock; a letter counts as told.

    Where the victim is owed news, only the letter that brings it does: an old one says nothing of a revocation.

    Raises Denied or Hidden without the groups the paper is made of, Refused for an unknown paper or way, one not of
    this stage, a day to come, or without a receiver.
    """
    require(actor, "work", request)
    request.refresh_from_db()
    day = _sound(actor, request, sent)
    for group in BY_NAME[sent.paper].groups:
        require(actor, f"read_{group}", request)
    place = next_place(Sending, request, MOST_NOTES)
    row = Sending(
        request=request, place=place, paper=sent.paper, way=sent.way, sent_on=day, by_id=actor.person_id
    )  # fmt: skip
    row.save(force_insert=True)
    sealed.put(request, "correspondence", {f"sending_{place}": sent.to.strip()}, actor)
    detail = {"paper": sent.paper, "way": sent.way}
    audit.record(actor, "presence.send", kind=request.kind, record_id=request.pk, detail=detail)
    _follow(actor, request, sent.paper, day)
    return row


def _sound(actor: Actor, request: PresenceRequest, sent: Sent) -> date:
    demand_words(sent.to, _("Write to whom it went."))
    paper, day = BY_NAME.get(sent.paper), sent.on or timezone.localdate()
    if paper is None or sent.way not in dict(WAYS) or not is_made_for(actor, request, paper):
        raise Refused(_("Choose a paper of this stage, and how it went out."))
    if day > timezone.localdate():
        raise Refused(_("That day is still to come."))
    return day


def _follow(actor: Actor, request: PresenceRequest, paper: str, day: date) -> None:
    if paper == "hhs" and request.hhs_told_at is None:
        record_fact(actor, request, "hhs_told")
    if BY_NAME[paper].letter and news(request) in ("", BY_NAME[paper].letter):
        keep_told(actor, request, day)
