"""Coming back to a tip with its number and secret: the only way in for whoever gave it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from manumit.values.record_number import BadRecordNumber, RecordNumber

from .. import secret
from ..models import Tip, TipKey, TipMessage, WrongTry

MOST_TRIES = 10
WINDOW = timedelta(minutes=15)
"""After so many wrong tries for one number within the window, that number waits, whether it is there or not."""


class NotOpened(ValueError):
    """Number and secret do not go together, or there is no such number: nobody is told which."""


class TooManyTries(ValueError):
    """Too many wrong secrets were tried for this number: it waits a while."""


@dataclass(frozen=True, slots=True)
class Word:
    """One message as the giver reads it."""

    text: str
    written_at: object
    from_giver: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the giver of a tip reads: their words and the answers, oldest first; nothing of what triage thinks."""

    number: str
    received_at: object
    what: str
    words: tuple[Word, ...]


def open_tip(number: str, typed: str) -> str:
    """Return the number of the tip that number and secret open. Raises NotOpened, TooManyTries.

    A number that is not there takes the same steps and the same time as one that is.
    """
    sound = _sound(number)
    name = salted_hmac("manumit.tips.try", sound, algorithm="sha256").hexdigest()
    if WrongTry.objects.filter(number=name, tried_at__gte=timezone.now() - WINDOW).count() >= MOST_TRIES:
        raise TooManyTries
    derived = TipKey.objects.filter(tip__number=sound).values_list("derived", flat=True).first()
    if not secret.matches(typed[:200], derived or secret.of_nobody()):
        _count(name)
        raise NotOpened
    return sound


def conversation_of(number: str) -> Conversation:
    """Return the conversation of a tip that was opened. Raises Tip.DoesNotExist for one deleted meanwhile."""
    tip = Tip.unscoped.get(number=number)
    rows = TipMessage.unscoped.filter(tip=tip).order_by("id")
    words = tuple(Word(row.text, row.written_at, row.from_giver) for row in rows)
    return Conversation(tip.number, tip.opened_at, tip.what, words)


def _sound(number: str) -> str:
    try:
        return str(RecordNumber.parse(number[:40], Tip.number_prefix))
    except BadRecordNumber:
        raise NotOpened from None


@transaction.atomic
def _count(name: str) -> None:
    now = timezone.now()
    WrongTry.objects.filter(tried_at__lt=now - WINDOW).delete()
    WrongTry.objects.create(number=name, tried_at=now)
