"""What pages, programs and calendars ask about work: what is overdue, what is due soon, whose it is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, cast

from django.db.models import Q
from django.utils import timezone

from manumit.spine.access.standing import Standing, count_beside
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, registry

from .models import Approval, ClockPause, Flag, Note, Notice, RecordLink, RunningClock, Task, Watch
from .models.task import TaskState

MOST = 200
DATED = 1_000
"""Lines of each noun that a calendar holds."""
SOON = timedelta(days=7)
Thing = Literal["clock", "task", "approval", "flag", "record"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be done beside a record. `due` is the last day or the moment too late, None where nothing sets it.

    `mine` is whether the asker has it; a paused clock has no due. A `record` is itself to be worked on (`WorkOffer`).
    """

    thing: Thing
    key: int
    title: str
    record_kind: str
    record_number: str
    due: date | datetime | None
    mine: bool
    overdue: bool = False
    soon: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class WorkOffer:
    """A provider of a module: records that are themselves work. `lines` returns at most so many of an actor's own."""

    name: str
    lines: Callable[[Actor, int], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class MyWork:
    """An actor's work: each line stands in the first of these that fits. `more` if an agency has more than is read."""

    overdue: Sequence[Line] = field(default=())
    soon: Sequence[Line] = field(default=())
    mine: Sequence[Line] = field(default=())
    agency: Sequence[Line] = field(default=())
    more: bool = False


def my_work(actor: Actor) -> MyWork:
    """Return what is overdue, due soon, the actor's, and their agency's; by due, oldest first; five queries.

    Up to `MOST` of the actor's own are read of each noun, whatever else their agency has, and as many of that.
    """
    found = [_clocks(actor, mine=True), _clocks(actor), _tasks(actor, mine=True), _tasks(actor), _approvals(actor)]
    found += [list(offer.lines(actor, MOST)) for offer in registry.providers(WorkOffer)]
    lines = sorted((line for some in found for line in some), key=_when)
    late, soon = tuple(line for line in lines if line.overdue), tuple(line for line in lines if line.soon)
    rest = [line for line in lines if not (line.overdue or line.soon)]
    mine, agency = tuple(line for line in rest if line.mine), tuple(line for line in rest if not line.mine)
    return MyWork(late, soon, mine, agency, more=any(len(some) >= MOST for some in found))


def due_lines(actor: Actor) -> tuple[list[Line], bool]:
    """Return what has a due of the actor's own and their agency's clocks, for a calendar; and whether there is more."""
    found = [_clocks(actor, True, DATED), _clocks(actor, False, DATED), _tasks(actor, True, DATED)]
    found += [list(offer.lines(actor, DATED)) for offer in registry.providers(WorkOffer)]
    lines = sorted((line for some in found for line in some if line.due), key=_when)
    return lines, any(len(some) >= DATED for some in found)


@dataclass(frozen=True, slots=True)
class WorkBeside:
    """The work an actor's agency keeps beside one record."""

    clocks: Sequence[RunningClock]
    pauses: Sequence[ClockPause]
    tasks: Sequence[Task]
    notes: Sequence[Note]
    approvals: Sequence[Approval]
    flags: Sequence[Flag]
    links: Sequence[RecordLink]
    watch: Watch | None


def work_beside(actor: Actor, record: Record) -> WorkBeside:
    """Return all work beside `record`, what stands first; a query a noun."""
    people = ("assignee", "given_by", "ended_by")
    notes = Note.objects.visible_to(actor).beside(record).select_related("author", "correction")
    approvals = Approval.objects.visible_to(actor).beside(record).select_related("asked_by", "decided_by")
    watches = Watch.objects.visible_to(actor).beside(record).filter(ends_on__gte=timezone.localdate())
    return WorkBeside(
        clocks=clocks_beside(actor, record),
        pauses=list(ClockPause.objects.visible_to(actor).beside(record).order_by("begins_at")),
        tasks=list(
            Task.objects.visible_to(actor).beside(record).select_related(*people).order_by("-state", "due_on", "id")
        ),
        notes=list(notes.order_by("-id")),
        approvals=list(approvals.order_by("-id")),
        flags=flags_beside(actor, record),
        links=list(
            RecordLink.objects.visible_to(actor).beside(record).select_related("made_by").order_by("ended_at", "id")
        ),
        watch=watches.first(),
    )


def clocks_beside(actor: Actor, record: Record) -> list[RunningClock]:
    """Return the clocks beside `record`, running ones first, by due."""
    rows = RunningClock.objects.visible_to(actor).beside(record)
    return sorted(
        rows, key=lambda clock: (clock.stopped_at is not None, clock.due_at is None, clock.due_at or clock.started_at)
    )


def flags_beside(actor: Actor, record: Record) -> list[Flag]:
    """Return the flags that stand beside `record`."""
    rows = Flag.objects.visible_to(actor).beside(record).filter(lowered_at=None, ends_on__gte=timezone.localdate())
    return list(rows.select_related("raised_by").order_by("id"))


def standing_beside(actor: Actor, record: Record) -> Mapping[Thing, int]:
    """Return how many clocks run, flags stand and tasks are open beside `record`; one query."""
    wanted: dict[Thing, Standing] = {
        "clock": Standing(RunningClock, "stopped_at IS NULL"),
        "flag": Standing(Flag, "lowered_at IS NULL AND ends_on >= %s", (timezone.localdate(),)),
        "task": Standing(Task, "state = %s", (TaskState.OPEN.value,)),
    }
    return cast(Mapping[Thing, int], count_beside(actor, record, cast(Mapping[str, Standing], wanted)))


def watch_list(actor: Actor) -> list[Watch]:
    """Return what the actor watches, of records they may know of, the soonest end first."""
    rows = Watch.objects.visible_to(actor).filter(ends_on__gte=timezone.localdate())
    return list(rows.order_by("ends_on", "id"))


def unseen_notices(actor: Actor) -> int:
    """Return how many notices the actor has not seen, of records they may know of."""
    return Notice.objects.visible_to(actor).filter(seen_at=None).count()


def approved(actor: Actor, record: Record, about: str) -> Approval | None:
    """Return the newest approval of `about` beside `record`, decided or not; None where nobody asked."""
    return Approval.objects.visible_to(actor).beside(record).filter(about=about).order_by("-id").first()


def _clocks(actor: Actor, mine: bool = False, most: int = MOST) -> list[Line]:
    started = Q(started_by=actor.person_id)
    rows = RunningClock.objects.visible_to(actor).filter(started if mine else ~started, stopped_at=None)
    return [_clock(clock, actor) for clock in rows.order_by("due_at", "id")[:most]]


def _clock(clock: RunningClock, actor: Actor) -> Line:
    return Line(
        "clock", clock.pk, clock.title, clock.record_kind, clock.record_number, clock.last_day or clock.due_here,
        clock.started_by_id == actor.person_id, clock.overdue(), clock.soon(), clock.paused,
    )  # fmt: skip


def _tasks(actor: Actor, mine: bool = False, most: int = MOST) -> list[Line]:
    given = Q(assignee=actor.person_id, assigned_agency=actor.agency_id)
    rows = Task.objects.visible_to(actor).filter(given if mine else ~given, state=TaskState.OPEN)
    return [_task(task, actor) for task in rows.order_by("due_on", "id")[:most]]


def _task(task: Task, actor: Actor) -> Line:
    late = task.overdue()
    soon = bool(task.due_on and not late and task.due_on <= timezone.localdate() + SOON)
    mine = (task.assignee_id, task.assigned_agency_id) == (actor.person_id, actor.agency_id)
    return Line("task", task.pk, task.title, task.record_kind, task.record_number, task.due_on, mine, late, soon)


def _approvals(actor: Actor) -> list[Line]:
    waiting = Approval.objects.visible_to(actor).filter(answer="", role__in=sorted(actor.roles))
    rows: Iterable[Approval] = waiting.exclude(asked_by=actor.person_id).order_by("asked_at", "id")[:MOST]
    return [
        Line("approval", each.pk, each.question, each.record_kind, each.record_number, None, mine=True) for each in rows
    ]


def _when(line: Line) -> tuple[bool, date, int]:
    due = line.due.date() if isinstance(line.due, datetime) else line.due
    return due is None, due or date.min, line.key
