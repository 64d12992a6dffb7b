"""What the screens of the action plan read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from .actions.decide_filing import code_of
from .choices import ENDED, Decision, UpdateState
from .models import (
    Commitment,
    CouncilComment,
    DueDate,
    Evidence,
    Filing,
    JointWord,
    Plan,
    PlanDocument,
    ProgressUpdate,
    Recommendation,
    Restatement,
)
from .quarters import before, last_day, quarter_of

PAGE = 50


def reporting_quarter(today: date) -> str:
    """Return the quarter agencies report on today: the last one that ended, from its end until the next has ended."""
    return before(quarter_of(today))


def register(actor: Actor, narrowed: Q, start: int = 0) -> Sequence[Commitment]:
    """Return a page of the commitments `actor` may see, those due first first; one more where more follow."""
    found = Commitment.objects.visible_to(actor).filter(narrowed).select_related("owner")
    return list(found.order_by("due_on", "number")[start : start + PAGE + 1])


def overdue(actor: Actor, today: date) -> int:
    """Return how many commitments are past their day and not ended."""
    found = Commitment.objects.visible_to(actor).filter(due_on__lt=today).exclude(status__in=ENDED)
    return int(found.count())


def to_report(actor: Actor, quarter: str) -> QuerySet[Commitment]:
    """Return the open commitments of the actor's agency made by the quarter's end, those due first first.

    Fetched, each carries its `reports` of the quarter: one query more, however many there are.
    """
    reports = Prefetch("updates", _reports(actor, quarter), to_attr="reports")
    open_ones = Commitment.objects.visible_to(actor).filter(owner=actor.agency_id).exclude(status__in=ENDED)
    made = open_ones.filter(Q(made_on=None) | Q(made_on__lte=last_day(quarter)))
    return made.order_by("due_on", "number").prefetch_related(reports)


def answered(actor: Actor, quarter: str, asked: QuerySet[Commitment]) -> dict[str, int]:
    """Return how many commitments are asked for (`total`), `drafted`, and with the lead or further (`handed`)."""
    own = _reports(actor, quarter).filter(commitment=OuterRef("pk"))
    draft = own.filter(state=UpdateState.DRAFT)
    counts = asked.aggregate(
        total=Count("pk"), drafted=Count("pk", Q(Exists(draft))), written=Count("pk", Q(Exists(own)))
    )
    return {**counts, "handed": counts["written"] - counts["drafted"]}


def drafts(actor: Actor, quarter: str) -> QuerySet[ProgressUpdate]:
    """Return the drafts of the actor's agency for a quarter, in the order of the quarter's page."""
    found = _reports(actor, quarter).filter(state=UpdateState.DRAFT).select_related("commitment", "owner")
    return found.order_by("commitment__due_on", "commitment__number")


def _reports(actor: Actor, quarter: str) -> QuerySet[ProgressUpdate]:
    """Return what the actor's agency reports for a quarter, without what was withdrawn."""
    own = ProgressUpdate.objects.visible_to(actor).filter(owner=actor.agency_id, quarter=quarter)
    return own.exclude(state=UpdateState.WITHDRAWN)


def unreported(actor: Actor, quarter: str) -> int:
    """Return how many open commitments of the actor's agency have no report of `quarter` that left the draft."""
    told = ProgressUpdate.objects.visible_to(actor).filter(
        commitment=OuterRef("pk"), owner=actor.agency_id, quarter=quarter,
        state__in=(UpdateState.SUBMITTED, UpdateState.APPROVED, UpdateState.ACCEPTED),
    )  # fmt: skip
    found = Commitment.objects.visible_to(actor).filter(owner=actor.agency_id).exclude(status__in=ENDED)
    return int(found.filter(~Exists(told)).count())


def waiting_reports(actor: Actor) -> QuerySet[ProgressUpdate]:
    """Return the reports that wait for this person's role: a lead's submitted ones, the secretariat's approved ones."""
    found = ProgressUpdate.objects.visible_to(actor).select_related("commitment", "owner").order_by("state_since_at")
    wanted = Q(pk__in=())
    if "plan_lead" in actor.roles:
        wanted |= Q(owner=actor.agency_id, state=UpdateState.SUBMITTED)
    if actor.roles & {"secretariat", "council"}:
        wanted |= Q(state=UpdateState.APPROVED)
    return found.filter(wanted)


def parts_of(actor: Actor, commitment: Commitment) -> dict[str, Any]:
    """Return what belongs to a commitment, as far as `actor` may see it."""
    found = {"commitment": commitment}
    return {
        "due_dates": DueDate.objects.visible_to(actor).filter(**found).order_by("-set_at", "-id"),
        "evidence": Evidence.objects.visible_to(actor).filter(**found),
        "words": JointWord.objects.visible_to(actor).filter(**found).order_by("-said_at"),
        "restatements": Restatement.objects.visible_to(actor).filter(**found),
        "updates": ProgressUpdate.objects.visible_to(actor)
        .filter(**found)
        .select_related("owner")
        .order_by("-quarter"),
    }


def comments_on(actor: Actor, update: ProgressUpdate) -> QuerySet[CouncilComment]:
    """Return the council's comments on a report."""
    return CouncilComment.objects.visible_to(actor).filter(update=update)


def documents(actor: Actor) -> QuerySet[PlanDocument]:
    """Return the documents that were read, newest first, without their texts."""
    return PlanDocument.objects.visible_to(actor).defer("text").order_by("-dated_on", "-id")


def filings(actor: Actor, document: PlanDocument) -> list[Filing]:
    """Return the proposals of a document in its order."""
    return list(Filing.objects.visible_to(actor).filter(document=document).order_by("position"))


def undecided(actor: Actor) -> int:
    """Return how many proposals wait for a decision."""
    return int(Filing.objects.visible_to(actor).filter(decision=Decision.OPEN).count())


def alike(actor: Actor, proposal: dict[str, Any]) -> list[Commitment]:
    """Return commitments that the proposal may restate: of the same agency, sharing the rarest words of its object."""
    words = sorted({word for word in proposal["object"].lower().split() if len(word) > 5}, key=len, reverse=True)[:4]
    shared = Q(pk__in=())
    for word in words:
        shared |= Q(thing__icontains=word) | Q(title__icontains=word)
    found = Commitment.objects.visible_to(actor).filter(shared, agency_code__in=[*map(code_of, proposal["agencies"])])
    return list(found.order_by("-made_on", "number")[:5])


def plans(actor: Actor) -> QuerySet[Plan]:
    """Return the plans, newest first."""
    return Plan.objects.visible_to(actor).order_by("-adopted_on", "-id")


def recommendations(actor: Actor) -> QuerySet[Recommendation]:
    """Return the recommendations, those without an answer first, the longest open first."""
    return (
        Recommendation.objects.visible_to(actor).select_related("owner").order_by("answered_at", "answer_due_on", "id")
    )


def today() -> date:
    """Return this day where the installation is."""
    return timezone.localdate()
