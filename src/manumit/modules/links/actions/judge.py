"""Judge a pair."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Hidden, require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.matching.keys import Key
from manumit.spine.matching.outside import may_see
from manumit.spine.matching.seeing import sees
from manumit.spine.records import Record, action
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.refusing import Refused

from ..choices import Profile, Reason, State, Verdict
from ..models import Candidate, Judgement
from ..models.pair import Pair
from .sides import record_of
from .standing import renew
from .telling import tell_sides

COPIED = (
    "record_kind", "record_id", "record_number", "profile", "other_kind", "other_id", "other_number", "record_key",
    "other_key", "record_name", "other_name", "record_owner_id", "other_owner_id",
)  # fmt: skip


@action("links.judge")
def judge(actor: Actor, candidate: Candidate, *, verdict: str, reason: str, words: str = "") -> Judgement:
    """Say whether the two of a candidate are one, on what grounds; an earlier word of the same person gives way.

    Raises Hidden where the actor may not read both whole, Denied without permission `work` on their own record, Refused
    without a verdict, a reason or, for another reason, words; and where a side may no longer be matched.
    """
    from .weighing import weigh  # numpy and all of linkage: loaded by the first who judges

    own = demand_own(actor, candidate)
    _demand(verdict, reason, words)
    found = weigh(candidate.profile, candidate.record_key, candidate.other_key, candidate.model)
    if found is None:
        raise Refused(_("One of the two may no longer be matched: there is nothing to judge."))
    held_by(actor, candidate).update(withdrawn_at=timezone.now(), withdrawn_by=actor.person_id)
    judgement = Judgement(
        **{name: getattr(candidate, name) for name in COPIED},
        agency_id=actor.agency_id, by_id=actor.person_id, verdict=verdict, reason=reason, words=words.strip()[:500],
        weight=found.score.weight, model=candidate.model, evidence=candidate.evidence, facts=list(found.facts),
    )  # fmt: skip
    judgement.save(force_insert=True)
    log(actor, "links.judge", candidate, {"judgement": judgement.pk, "verdict": verdict})
    _follow(actor, candidate, own)
    return judgement


def demand_own(actor: Actor, candidate: Pair) -> Record:
    """Return the actor's own side, once they may read both whole and work on it. Raises Hidden, Denied."""
    if not may_see(actor, candidate.profile) or not all(
        sees(actor, Key.parse(key)) for key in (candidate.record_key, candidate.other_key)
    ):
        raise Hidden
    ends = ((candidate.record_kind, candidate.record_id), (candidate.other_kind, candidate.other_id))
    own = [record for end in ends if (record := record_of(*end)) and record.owner_id == actor.agency_id]
    if not own:
        raise Hidden
    require(actor, "work", own[0])
    return own[0]  # type: ignore[no-any-return]  # a record of some kind


def held_by(actor: Actor, candidate: Candidate) -> QuerySet[Judgement]:
    """Return the judgement of the actor that holds."""
    pair = Q(profile=candidate.profile, record_key=candidate.record_key, other_key=candidate.other_key)
    return Judgement.unscoped.filter(pair, by=actor.person_id, withdrawn_at=None)


def log(actor: Actor, verb: str, pair: Pair, detail: dict[str, object]) -> None:
    """Leave a leaf for either record."""
    for kind, record_id in {(pair.record_kind, pair.record_id), (pair.other_kind, pair.other_id)}:
        audit.record(actor, verb, kind=kind, record_id=record_id, detail=detail)


def _demand(verdict: str, reason: str, words: str) -> None:
    if verdict not in Verdict.values:
        raise Refused(_("Say whether they are the same, not the same, or that you cannot tell."))
    if reason not in Reason.values:
        raise Refused(_("Say on what your decision rests."))
    if reason == Reason.OTHER and not words.strip():
        raise Refused(_("Say in words what it rests on."))


def _follow(actor: Actor, candidate: Candidate, own: Record) -> None:
    """Write where the pair stands now; remains that two people hold to be somebody go to an examiner."""
    before = candidate.state
    if renew(candidate) == State.CONFIRMED != before and candidate.profile == Profile.REMAINS:
        member = Membership.objects.get(person=actor.person_id, agency=actor.agency_id)
        title = _("Have an examiner compare them by a named method: %(one)s and %(other)s")
        names = {"one": candidate.record_number, "other": candidate.other_number}
        detail = _("Two reviewers hold them to be one person. That is a lead: tell no family and no public before it.")
        give_task(actor, own, title=str(title) % names, assignee=member, detail=str(detail))
    tell_sides([candidate])
