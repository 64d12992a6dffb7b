"""Keep a description that goes on being looked for, and end it."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.question import Question
from manumit.spine.records import Record, action
from manumit.spine.workflow.beside import beside, demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import StandingWatch

LONGEST = timedelta(days=365)


@action("links.watch.keep")
def keep_watch(actor: Actor, case: Record, question: Question, *, why: str, ends_on: date) -> StandingWatch:
    """Go on looking for a description on account of a case, through the day `ends_on`; the actor is told of who fits.

    Raises Denied or Hidden without permission `work` on the case, Refused without why, description or a day in the year
    ahead.
    """
    require(actor, "work", case)
    if not any(question.facts.values()):
        raise Refused(_("Describe whom you look for first."))
    today = timezone.localdate()
    if not today < ends_on <= today + LONGEST:
        raise Refused(_("A watch ends on a day within the next year."))
    watch = StandingWatch(
        **beside(case), person_id=actor.person_id, agency_id=actor.agency_id, membership=actor.membership_id or 0,
        purpose=actor.purpose, profile=question.profile, name=question.name, facts=dict(question.facts),
        why=demand_words(why, _("Say what you need it for."))[:300], ends_on=ends_on,
    )  # fmt: skip
    watch.save(force_insert=True)
    audit.record(actor, "links.watch.keep", kind=case.kind, record_id=case.pk, detail={"watch": watch.pk})
    return watch


@action("links.watch.end")
def end_watch(actor: Actor, watch: StandingWatch) -> None:
    """End one's own watch now. Raises Refused for one of somebody else."""
    if watch.person_id != actor.person_id:
        raise Refused(_("This watch is somebody else's."))
    StandingWatch.unscoped.filter(pk=watch.pk).delete()
    audit.record(actor, "links.watch.end", kind=watch.record_kind, record_id=watch.record_id)
