"""Work beside records for programs. Every operation calls the action or question that the page of that name calls."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router
from ninja.errors import ValidationError as Malformed

from manumit.spine.access import BesideRecord, Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record
from manumit.spine.workflow import questions
from manumit.spine.workflow.actions.ask_approval import ask_approval
from manumit.spine.workflow.actions.correct_note import correct_note
from manumit.spine.workflow.actions.decide_approval import decide_approval
from manumit.spine.workflow.actions.end_link import end_link
from manumit.spine.workflow.actions.end_watch import end_watch
from manumit.spine.workflow.actions.finish_task import finish_task
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.link_records import link_records
from manumit.spine.workflow.actions.lower_flag import lower_flag
from manumit.spine.workflow.actions.pause_clock import pause_clock
from manumit.spine.workflow.actions.raise_flag import raise_flag
from manumit.spine.workflow.actions.resume_clock import resume_clock
from manumit.spine.workflow.actions.see_notices import see_notices
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.stop_clock import stop_clock
from manumit.spine.workflow.actions.watch_record import watch_record
from manumit.spine.workflow.actions.withdraw_task import withdraw_task
from manumit.spine.workflow.actions.write_note import write_note
from manumit.spine.workflow.clocks.offered import of_kind
from manumit.spine.workflow.models import Approval, Flag, Note, Notice, RecordLink, RunningClock, Task, Watch

from . import work_schemas as schemas
from .answers import ONCE, Operation, answer, once
from .authentication import may
from .work_shown import my_work_out, notice_out, watch_out, work_out

router = Router()
READ, WRITE = may("work:read"), may("work:write")
Row = TypeVar("Row", bound=BesideRecord)
NEWEST = 100
Key = PathEx[int, P(ge=1, le=2**63 - 1)]


@router.get("/", response=schemas.MyWorkOut, auth=READ, summary="My work", operation_id="my_work")
def my_work(request: HttpRequest) -> HttpResponse:
    """What is overdue, due soon, yours and your agency's, the most urgent first."""
    return answer(my_work_out(questions.my_work(asking(request))))


@router.get("/notices", response=schemas.NoticesOut, auth=READ, summary="My notices", operation_id="my_notices")
def notices(request: HttpRequest) -> HttpResponse:
    """The newest 100 notices to you, of records you may know of now."""
    rows = Notice.objects.visible_to(asking(request)).order_by("-created_at", "-id")[:NEWEST]
    return answer(schemas.NoticesOut(notices=[notice_out(row) for row in rows]))


@router.get(
    "/watches", response=schemas.RecordWatchesOut, auth=READ, summary="My watch list", operation_id="my_watches"
)
def watches(request: HttpRequest) -> HttpResponse:
    """What you watch, the soonest end first, of records you may know of now."""
    rows = questions.watch_list(asking(request))
    return answer(schemas.RecordWatchesOut(watches=[watch_out(row) for row in rows]))


@router.post(
    "/notices/seen", response=schemas.NoticesOut, auth=WRITE, summary="Mark notices as seen",
    operation_id="see_notices", openapi_extra=ONCE,
)  # fmt: skip
@once
def seen(request: HttpRequest) -> HttpResponse:
    """Mark all your notices as seen."""
    see_notices(asking(request))
    return notices(request)


@router.get(
    "/{kind}/{number}", response=schemas.WorkOut, auth=READ, summary="Work beside a record", operation_id="work"
)
def work(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """Clocks, tasks, notes, approvals, flags and links that your agency keeps beside a record."""
    return _shown(request, _record(request, "read_summary", kind, number))


def _verb(path: str, summary: str, *, status: int = 200) -> Callable[[Operation], Operation]:
    """Return a decorator for an operation that changes work and answers with all of it."""

    def decorate(operation: Operation) -> Operation:
        route = router.post(
            path, response={status: schemas.WorkOut}, auth=WRITE, summary=summary,
            operation_id=operation.__name__, openapi_extra=ONCE,
        )  # fmt: skip
        declared: Operation = route(once(operation))
        return declared

    return decorate


@_verb("/{kind}/{number}/clocks", "Start a clock", status=201)
def start(request: HttpRequest, kind: str, number: str, body: schemas.NewClock) -> HttpResponse:
    """Start a clock that such records may run."""
    record = _record(request, "work", kind, number)
    clock = next((each for each in of_kind(kind) if each.name == body.clock), None)
    if clock is None:
        raise _wrong("clock", "No such clock runs beside this kind of record.")
    start_clock(asking(request), record, clock, started_at=body.started_at, zone=body.zone)
    return _shown(request, record, 201)


@_verb("/{kind}/{number}/tasks", "Give a task", status=201)
def give(request: HttpRequest, kind: str, number: str, body: schemas.NewTask) -> HttpResponse:
    """Give somebody a task."""
    record, actor = _record(request, "work", kind, number), asking(request)
    assignee = Membership.objects.filter(pk=body.assignee, agency=actor.agency_id, active=True).first()
    if assignee is None:
        raise _wrong("assignee", "Nobody of your agency has that membership.")
    give_task(actor, record, title=body.title, assignee=assignee, due_on=body.due_on, detail=body.detail)
    return _shown(request, record, 201)


@_verb("/{kind}/{number}/notes", "Write a note", status=201)
def write(request: HttpRequest, kind: str, number: str, body: schemas.NewNote) -> HttpResponse:
    """Keep a note."""
    record = _record(request, "work", kind, number)
    write_note(asking(request), record, text=body.text, source=body.source)
    return _shown(request, record, 201)


@_verb("/{kind}/{number}/approvals", "Ask for approval", status=201)
def ask(request: HttpRequest, kind: str, number: str, body: schemas.NewApproval) -> HttpResponse:
    """Ask those who hold a role."""
    record = _record(request, "work", kind, number)
    ask_approval(asking(request), record, question=body.question, role=body.role)
    return _shown(request, record, 201)


@_verb("/{kind}/{number}/flags", "Raise a flag", status=201)
def raise_(request: HttpRequest, kind: str, number: str, body: schemas.NewFlag) -> HttpResponse:
    """Raise a flag."""
    record = _record(request, "work", kind, number)
    raise_flag(asking(request), record, text=body.text, ends_on=body.ends_on)
    return _shown(request, record, 201)


@_verb("/{kind}/{number}/watch", "Watch a record")
def watch(request: HttpRequest, kind: str, number: str, body: schemas.NewRecordWatch) -> HttpResponse:
    """Be told of changes by others through a day; nobody else sees that you watch."""
    record = _record(request, "read_summary", kind, number)
    watch_record(asking(request), record, ends_on=body.ends_on)
    return _shown(request, record)


@_verb("/watches/{key}/end", "Stop watching")
def end_watching(request: HttpRequest, key: Key) -> HttpResponse:
    """Be told of changes no longer."""
    row = _row(request, Watch, key)
    end_watch(asking(request), row)
    return _after(request, row)


@_verb("/{kind}/{number}/links", "Join two records", status=201)
def link(request: HttpRequest, kind: str, number: str, body: schemas.NewLink) -> HttpResponse:
    """Join it with another record of its kind that you may work on."""
    record, other = _record(request, "work", kind, number), _record(request, "work", kind, body.number)
    link_records(asking(request), record, other, link_type=body.link_type, basis=body.basis, source=body.source)
    return _shown(request, record, 201)


@_verb("/tasks/{key}/finish", "Finish a task")
def finish(request: HttpRequest, body: schemas.Result, key: Key) -> HttpResponse:
    """Mark a task as done."""
    return _after(request, finish_task(asking(request), _row(request, Task, key), result=body.result))


@_verb("/tasks/{key}/withdraw", "Withdraw a task")
def withdraw(request: HttpRequest, body: schemas.Because, key: Key) -> HttpResponse:
    """Withdraw a task."""
    return _after(request, withdraw_task(asking(request), _row(request, Task, key), because=body.because))


@_verb("/clocks/{key}/pause", "Pause a clock")
def pause(request: HttpRequest, body: schemas.Because, key: Key) -> HttpResponse:
    """Pause a clock."""
    return _after(request, pause_clock(asking(request), _row(request, RunningClock, key), because=body.because))


@_verb("/clocks/{key}/resume", "Resume a clock")
def resume(request: HttpRequest, key: Key) -> HttpResponse:
    """Resume a clock."""
    return _after(request, resume_clock(asking(request), _row(request, RunningClock, key)))


@_verb("/clocks/{key}/stop", "Stop a clock")
def stop(request: HttpRequest, body: schemas.Stop, key: Key) -> HttpResponse:
    """Stop a clock."""
    clock = _row(request, RunningClock, key)
    return _after(request, stop_clock(asking(request), clock, ending=body.ending, because=body.because))


@_verb("/notes/{key}/correct", "Correct a note", status=201)
def correct(request: HttpRequest, body: schemas.NewNote, key: Key) -> HttpResponse:
    """Correct a note by another."""
    note = _row(request, Note, key)
    return _after(request, correct_note(asking(request), note, text=body.text, source=body.source), 201)


@_verb("/approvals/{key}/decide", "Decide an approval")
def decide(request: HttpRequest, body: schemas.Decision, key: Key) -> HttpResponse:
    """Approve or refuse."""
    asked = _row(request, Approval, key)
    return _after(request, decide_approval(asking(request), asked, answer=body.answer, words=body.words))


@_verb("/flags/{key}/lower", "Take a flag down")
def lower(request: HttpRequest, body: schemas.Because, key: Key) -> HttpResponse:
    """Take a flag down."""
    return _after(request, lower_flag(asking(request), _row(request, Flag, key), because=body.because))


@_verb("/links/{key}/end", "End a link")
def part(request: HttpRequest, body: schemas.Because, key: Key) -> HttpResponse:
    """Say that two records are no longer joined."""
    return _after(request, end_link(asking(request), _row(request, RecordLink, key), because=body.because))


def _record(request: HttpRequest, action: str, kind: str, number: str) -> Any:
    return find_of_any_kind(asking(request), action, kind, number)


def _row(request: HttpRequest, model: type[Row], key: int) -> Row:
    found = model.objects.visible_to(asking(request)).filter(pk=key).first()
    if found is None:
        raise Hidden
    return found


def _after(request: HttpRequest, row: BesideRecord, status: int = 200) -> HttpResponse:
    return _shown(request, _record(request, "read_summary", row.record_kind, row.record_number), status)


def _shown(request: HttpRequest, record: Record, status: int = 200) -> HttpResponse:
    return answer(work_out(questions.work_beside(asking(request), record), record), status)


def _wrong(field: str, message: str) -> Malformed:
    return Malformed([{"loc": ("body", field), "msg": message}])
