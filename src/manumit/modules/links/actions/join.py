"""Hold two things to be one, and take that back."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.keys import Key
from manumit.spine.matching.seeing import seen
from manumit.spine.records import action, numbers
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import State, Verdict
from ..clusters import Planned, planned
from ..models import Candidate, IdentityJoin, Judgement
from .judge import COPIED, demand_own, log

PREFIX = "ID"


def plan(actor: Actor, candidate: Candidate) -> Planned:
    """Return what joining the two of a candidate would do, changing nothing.

    Raises Hidden or Denied without permission; Hidden too where a record that is joined already may not be seen whole.
    """
    demand_own(actor, candidate)
    rows = IdentityJoin.unscoped.filter(agency=actor.agency_id, undone_at=None)
    joined, ends = list(rows.values_list("record_key", "other_key")), (candidate.record_key, candidate.other_key)
    together = planned(*ends, joined, ()).together
    keys = {Key.parse(key) for key in together}
    if seen(actor, keys) != keys:
        raise Hidden
    return planned(*ends, joined, _apart(actor, together))


def _apart(actor: Actor, keys: Collection[str]) -> list[tuple[str, str]]:
    """Return which of some things, each of which the actor may read whole, somebody they may see judged not the same.

    Of the other owner too: who reads both sides reads what was judged of them.
    """
    rows = Judgement.objects.visible_to(actor, of={Key.parse(key).kind for key in keys})
    rows = rows.filter(verdict=Verdict.NO, withdrawn_at=None, record_key__in=keys, other_key__in=keys)
    return list(rows.order_by().values_list("record_key", "other_key"))


@action("links.join")
def join(actor: Actor, candidate: Candidate, *, because: str) -> IdentityJoin:
    """Hold the two of a candidate that was judged the same to be one, for the actor's agency. Both records stay whole.

    Raises Hidden, Denied, and Refused without a reason, before enough people judged it so, where they are one already,
    or where that would join across a "not the same".
    """
    found = plan(actor, candidate)
    if candidate.state != State.CONFIRMED:
        raise Refused(_("Judge them the same first, all who must."))
    if found.forbidden:
        raise Refused(_("Two of these were judged not the same. Take that back first, or leave them apart."))
    if found.one == found.other:
        raise Refused(_("They are one already."))
    reason = demand_words(because, _("Say why they are one."))
    values = {name: getattr(candidate, name) for name in COPIED}
    made = IdentityJoin(**values, agency_id=actor.agency_id, made_by_id=actor.person_id, because=reason[:500])
    made.number = numbers.allocate(PREFIX)
    made.save(force_insert=True)
    log(actor, "links.join", candidate, {"identity": made.number, "keys": sorted(found.together)})
    return made


@action("links.join.undo")
def undo_join(actor: Actor, made: IdentityJoin, *, because: str) -> None:
    """Take a join back, in whatever order: what only it held together is apart again. Its number still names it.

    Raises Hidden, Denied, Refused without a reason or where it was taken back already.
    """
    demand_own(actor, made)
    reason = demand_words(because, _("Say why they are not one after all."))
    values = {"undone_at": timezone.now(), "undone_by": actor.person_id, "why_undone": reason[:500]}
    if not IdentityJoin.unscoped.filter(pk=made.pk, agency=actor.agency_id, undone_at=None).update(**values):
        raise Refused(_("This was taken back already."))
    log(actor, "links.join.undo", made, {"identity": made.number})
