"""From rows of work to what programs get."""

from manumit.spine.records import Record
from manumit.spine.workflow.models import Notice, RecordLink, RunningClock, Watch
from manumit.spine.workflow.questions import Line, MyWork, WorkBeside

from . import work_schemas as schemas


def my_work_out(work: MyWork) -> schemas.MyWorkOut:
    """Return the lines in their order of urgency."""
    lines = (*work.overdue, *work.soon, *work.mine, *work.agency)
    return schemas.MyWorkOut(lines=[_line(line) for line in lines], more=work.more)


def _line(line: Line) -> schemas.LineOut:
    return schemas.LineOut(
        thing=line.thing, id=line.key, title=line.title, kind=line.record_kind, number=line.record_number,
        due=line.due, mine=line.mine,
        state="overdue" if line.overdue else "soon" if line.soon else "paused" if line.paused else "open",
    )  # fmt: skip


def work_out(work: WorkBeside, record: Record) -> schemas.WorkOut:
    """Return all work beside `record`."""
    return schemas.WorkOut(
        clocks=[clock_out(clock) for clock in work.clocks],
        tasks=[
            schemas.TaskOut(
                id=task.pk, title=task.title, detail=task.detail, assignee=str(task.assignee), due_on=task.due_on,
                state=task.state, result=task.result,
            )
            for task in work.tasks
        ],
        notes=[
            schemas.NoteOut(
                id=note.pk, text=note.text, source=note.source, author=str(note.author), written_at=note.written_at,
                corrects=note.corrects_id,
            )
            for note in work.notes
        ],
        approvals=[
            schemas.ApprovalOut(
                id=each.pk, question=each.question, role=each.role, asked_by=str(each.asked_by), answer=each.answer,
                words=each.words,
            )
            for each in work.approvals
        ],
        flags=[schemas.FlagOut(id=flag.pk, text=flag.text, ends_on=flag.ends_on) for flag in work.flags],
        links=[_link(link, record) for link in work.links],
    )  # fmt: skip


def clock_out(clock: RunningClock) -> schemas.ClockOut:
    """Return a clock."""
    return schemas.ClockOut(
        id=clock.pk, clock=clock.clock, title=clock.title, law=clock.law, verified=clock.verified,
        binding=clock.binding, zone=clock.zone, started_at=clock.started_at, due=clock.due_at, paused=clock.paused,
        overdue=clock.overdue(), stopped_at=clock.stopped_at, ending=clock.ending, because=clock.because,
    )  # fmt: skip


def notice_out(notice: Notice) -> schemas.NoticeOut:
    """Return a notice."""
    return schemas.NoticeOut(
        id=notice.pk, event=notice.event, kind=notice.record_kind, number=notice.record_number,
        created_at=notice.created_at, seen_at=notice.seen_at,
    )  # fmt: skip


def _link(link: RecordLink, record: Record) -> schemas.LinkOut:
    kind, number = link.other_side(record)
    return schemas.LinkOut(
        id=link.pk, kind=kind, number=number, link_type=link.link_type, basis=link.basis, source=link.source,
        ended_at=link.ended_at,
    )  # fmt: skip


def watch_out(watch: Watch) -> schemas.RecordWatchOut:
    """Return a watch."""
    return schemas.RecordWatchOut(
        id=watch.pk, kind=watch.record_kind, number=watch.record_number, ends_on=watch.ends_on
    )  # fmt: skip
