"""What the round has to tell today: computed from the records each time, so that days missed are made up for once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from manumit.spine.records import Record

from ..choices import ENDED, PartnershipState, UpdateState
from ..models import Commitment, JointWord, Partnership, PartnershipDialogue, ProgressUpdate, Recommendation, Reminder
from ..quarters import before, last_day, quarter_of
from ..rounds import COMMITMENT, DIALOGUE, DISAGREE, QUARTER, RECOMMENDATION, Step

MOST = 500
"""How many are told in one run; the next run goes on."""

TOLD = (UpdateState.SUBMITTED, UpdateState.APPROVED, UpdateState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Due:
    """That the people of `agency_id` are to be told of `step` beside `record`; `key` is told once."""

    step: Step
    record: Record
    agency_id: int
    key: str


def due(today: date) -> list[Due]:
    """Return what is to be told on `today` and was not told yet, a batch at a time."""
    found = {each.key: each for each in _all(today)}
    told = set(Reminder.unscoped.filter(key__in=found).values_list("key", flat=True))
    return [each for key, each in found.items() if key not in told][:MOST]


def _all(today: date) -> Iterator[Due]:
    yield from _commitments(today)
    yield from _quarters(today)
    yield from _recommendations(today)
    yield from _dialogues(today)
    yield from _disagreeing()


def reached(steps: Sequence[Step], day: date, today: date) -> Step | None:
    """Return the last of `steps` reached on `today` before (or after) `day`; None where none is."""
    left = (day - today).days
    return next((step for step in reversed(steps) if left <= step.days), None)


def _dated(steps: Sequence[Step], rows: Iterable[tuple[Record, date]], today: date) -> Iterator[Due]:
    for record, day in rows:
        if step := reached(steps, day, today):
            yield Due(step, record, record.owner_id, f"{step.code}:{record.kind}:{record.pk}:{day}")


def _commitments(today: date) -> Iterator[Due]:
    soon = today + timedelta(days=COMMITMENT[0].days)
    rows = Commitment.unscoped.filter(due_on__lte=soon).exclude(status__in=ENDED).order_by("due_on", "id")
    yield from _dated(COMMITMENT, ((row, row.due_on) for row in rows if row.due_on), today)


def _quarters(today: date) -> Iterator[Due]:
    """An agency is told beside its first commitment without a report, and not for each."""
    quarter = before(quarter_of(today))
    ended = last_day(quarter)
    step = reached(QUARTER, ended, today)
    reports = ProgressUpdate.unscoped.filter(commitment=OuterRef("pk"), quarter=quarter, state__in=TOLD)
    made = Commitment.unscoped.filter(Q(made_on=None) | Q(made_on__lte=ended), ~Exists(reports)).exclude(
        status__in=ENDED
    )
    if step is None:
        return
    for record in made.order_by("owner_id", "due_on", "id").distinct("owner_id"):
        yield Due(step, record, record.owner_id, f"{step.code}:agency:{record.owner_id}:{quarter}")


def _recommendations(today: date) -> Iterator[Due]:
    soon = today + timedelta(days=RECOMMENDATION[0].days)
    rows = Recommendation.unscoped.filter(answered_at=None, answer_due_on__lte=soon).order_by("answer_due_on", "id")
    yield from _dated(RECOMMENDATION, ((row, row.answer_due_on) for row in rows), today)


def _dialogues(today: date) -> Iterator[Due]:
    """The next dialogue is due a year after the last one, or after signature."""
    running = Partnership.unscoped.filter(state=PartnershipState.RUNNING)
    yield from _dated(DIALOGUE, ((row, day) for row in running if (day := _without_indicators(row))), today)


def _without_indicators(partnership: Partnership) -> date | None:
    """Return the day of the next dialogue while it has no indicators chosen."""
    newest = PartnershipDialogue.unscoped.filter(partnership=partnership).order_by("-held_on", "-id").first()
    day = (newest.held_on if newest else partnership.begins_on) + timedelta(days=365)
    return day if day <= partnership.ends_on else None


def _disagreeing() -> Iterator[Due]:
    """A partner's newest word that differs from the status that stands, once for each word."""
    words = JointWord.unscoped.order_by("commitment_id", "agency_code", "-said_at", "-id")
    newest = words.distinct("commitment_id", "agency_code").select_related("commitment")
    for word in newest:
        if word.status != word.commitment.status:
            record = word.commitment
            yield Due(DISAGREE, record, record.owner_id, f"{DISAGREE.code}:word:{word.pk}:{record.status}")
