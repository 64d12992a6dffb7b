"""Choose what is shown of oneself: a name or none, and whether the public reads one's advice. It holds at once."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Advice, Commitment, CouncilComment, Voice
from ..refusing import Refused
from .publishing import publish_again
from .publishing_records import Shown, beside, number_of, tell_advice_again

LONGEST = 120


@action("voice.choose")
def choose_name(actor: Actor, voice: Voice, *, named: str, may_publish: bool = False) -> Voice:
    """Choose for one advice or comment. The public's copy follows in the same transaction. Raises Hidden, Refused.

    The log says that a choice was made, not which name.
    """
    if voice.person_id != actor.person_id:
        raise Hidden
    _choose(actor, [voice], _clean(named), may_publish)
    return voice


@action("voice.choose_all")
def choose_name_everywhere(actor: Actor, named: str) -> int:
    """Choose the same name, or none, for all words one ever gave; return how many. Raises Refused."""
    voices = list(Voice.unscoped.filter(person=actor.person_id, paid_hours=None).select_related("advice", "comment"))
    _choose(actor, voices, _clean(named), None)
    audit.record(actor, "voice.choose_all", detail={"words": len(voices)})
    return len(voices)


def _clean(named: str) -> str:
    if len(named.strip()) > LONGEST:
        raise Refused({"named": _("Write at most 120 letters.")})
    return named.strip()


def _choose(actor: Actor, voices: Sequence[Voice], named: str, may_publish: bool | None) -> None:
    for voice in voices:
        _say(voice, named, may_publish)
        audit.record(actor, "voice.choose", kind=voice.record_kind, record_id=voice.record_id)
    for commitment in _spoken_of(voices):
        publish_again(commitment)
    for record in _advised_beside(voices):
        tell_advice_again(record)


def _say(voice: Voice, named: str, may_publish: bool | None) -> None:
    if voice.advice_id:
        public = {} if may_publish is None else {"may_publish": may_publish}
        Advice.unscoped.filter(pk=voice.advice_id).update(named=named, **public)
    if voice.comment_id:
        CouncilComment.unscoped.filter(pk=voice.comment_id).update(named=named)


def _advised_beside(voices: Sequence[Voice]) -> list[Shown]:
    """Return the recommendations and decisions beside which any of this advice may stand, each once."""
    found = Advice.unscoped.filter(pk__in=[each.advice_id for each in voices if each.advice_id])
    records = [beside(each.request) for each in found.select_related("request").order_by("pk")]
    return list({number_of(each): each for each in records if each}.values())


def _spoken_of(voices: Sequence[Voice]) -> list[Commitment]:
    """Return the commitments whose public copies hold any of these words."""
    advice = [each.advice_id for each in voices if each.advice_id]
    comments = [each.comment_id for each in voices if each.comment_id]
    of_advice = Advice.unscoped.filter(pk__in=advice).values("request__commitment")
    of_comments = CouncilComment.unscoped.filter(pk__in=comments).values("update__commitment")
    found = Commitment.unscoped.filter(pk__in=of_advice) | Commitment.unscoped.filter(pk__in=of_comments)
    return list(found.order_by("pk"))
