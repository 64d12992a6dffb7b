"""Tell who watches for a description of whoever newly fits it."""

from collections.abc import Iterable

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.asking import Question, search
from manumit.spine.records import action
from manumit.spine.workflow.beside import place_of
from manumit.spine.workflow.notices.receiver import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..choices import MOST
from ..models import StandingWatch
from ..worth import least


def standing() -> Iterable[StandingWatch]:
    """Return the watches that have not ended."""
    return StandingWatch.unscoped.filter(ends_on__gte=timezone.localdate()).order_by("pk")


@action("links.watch.tell")
def tell_of_watch(nobody: Actor | None, watch: StandingWatch) -> list[str]:
    """Tell the watcher of candidates they may see now and were not told of; return their keys."""
    actor = actor_for(watch.membership, watch.purpose) if watch.membership else None
    found = _found(actor, watch) if actor and actor.active else []
    new = [key for key in found if key not in watch.told]
    if new:
        StandingWatch.unscoped.filter(pk=watch.pk).update(told=[*watch.told, *new])
        tell("watch_found", place_of(watch), [Receiver(watch.person_id, watch.agency_id)])
    audit.record(
        nobody, "links.watch.tell", kind=watch.record_kind, record_id=watch.record_id, detail={"new": len(new)}
    )
    return new


def _found(actor: Actor, watch: StandingWatch) -> list[str]:
    question = Question(watch.profile, watch.name, watch.facts, (watch.record_kind, watch.record_id))
    return [str(each.key) for each in search(actor, question, MOST, least=least(watch.profile))]
