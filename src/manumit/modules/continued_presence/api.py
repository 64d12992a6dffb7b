"""Requests for programs: an agency's own system files, follows and answers. Each calls the action its page calls.

No answer holds a sealed value, but the thread, which is read for a reason and never kept for a repeated key.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Query, Router

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.records import sealed
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer, expected_version, once
from manumit.spine.ui.api.authentication import may

from . import file_api, mark_api, questions, queue_file, schemas
from .actions.file_request import Filing, file_request, file_victim
from .actions.move_request import ADVERSE, NEEDS_ANSWERS, Said, move_request
from .actions.save_answers import save_answers
from .actions.state_purpose import state_purpose
from .actions.take_queue import take_queue
from .actions.write_message import write_message
from .asked import BY_NAME
from .leaning import leaning_of
from .models import Message, PresenceRequest
from .plain_words import readings
from .procedure import REQUEST
from .representing import listed, presence_out

router = Router()
READ, WRITE = may("continued_presence:read"), may("continued_presence:write")
ONCE_VERSIONED: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}
CSV: dict[str, Any] = {"responses": {"200": {"content": {"text/csv": {"schema": {"type": "string"}}}}}}
FIELDS = {"words": "english_grade", "words_es": "spanish_ease"}
Key = PathEx[int, P(ge=1, le=2**63 - 1)]


@router.get("/", response=schemas.PresenceList, auth=READ, summary="List requests", operation_id="list_presence")
def requests(request: HttpRequest, query: Query[schemas.PresenceAsked]) -> HttpResponse:
    """Requests in your agency's hands, newest first; with `stage` those that stand there."""
    stages: list[str] = [query.stage] if query.stage else []
    page = questions.list_requests(asking(request), stages=stages, after=query.after or None)
    return answer(schemas.PresenceList(items=[listed(row) for row in page.rows], next=page.next_key))


@router.get("/queue/content", auth=READ, summary="Take the queue away", operation_id="take_presence_queue",
            openapi_extra=CSV)  # fmt: skip
def queue(request: HttpRequest) -> HttpResponse:
    """The queue of your agency as CSV: numbers, stages and days, no name, no narrative. That it was taken is logged."""
    actor = asking(request)
    take_queue(actor)
    return queue_file.answer_with(actor)


@router.post(
    "/", response={201: schemas.PresenceFiled}, auth=WRITE, summary="File a request", operation_id="file_presence",
    openapi_extra=ONCE,
)  # fmt: skip
@once
def file(request: HttpRequest, body: schemas.PresenceFiling) -> HttpResponse:
    """Begin a draft for each victim, with every answer sent; what is still missing is told by its rule."""
    actor = asking(request)
    victims = [each.model_dump(exclude_unset=True) for each in body.victims]
    made = file_request(actor, Filing(body.region, body.shared.model_dump(exclude_unset=True), victims))
    shown = [presence_out(actor, _found(request, "read_summary", each.number)) for each in made]
    return answer(schemas.PresenceFiled(operation=shown[0].operation, requests=shown), 201)


@router.get("/{number}", response=schemas.PresenceOut, auth=READ, summary="Follow a request",
            operation_id="read_presence")  # fmt: skip
def read(request: HttpRequest, number: str) -> HttpResponse:
    """Where the request stands, what is missing and what you may do."""
    return _shown(request, number)


@router.post(
    "/{number}/victims", response={201: schemas.PresenceOut}, auth=WRITE, summary="Add a victim",
    operation_id="add_presence_victim", openapi_extra=ONCE,
)  # fmt: skip
def add_victim(request: HttpRequest, number: str, body: schemas.PresenceVictim) -> HttpResponse:
    """Begin a draft for one more victim of the same operation."""
    actor, record = asking(request), _found(request, "edit", number)
    operation = questions.operation_of(actor, record)
    standing = sealed.read(actor, operation, "shared")

    @once
    def add(request: HttpRequest) -> HttpResponse:
        made = file_victim(actor, operation, body.model_dump(exclude_unset=True), standing=standing)
        return _shown(request, made.number, 201)

    return add(request)


@router.post(
    "/{number}/answers/{step}", response={201: schemas.PresenceOut}, auth=WRITE, summary="Answer a step",
    operation_id="answer_presence_step", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
def answer_step(
    request: HttpRequest, number: str, step: schemas.StepOfRequest, body: schemas.PresenceAnswers
) -> HttpResponse:
    """Save answers of one step; those not sent stay. If-Match is `operation_version` for what the victims share."""
    actor, record = asking(request), _found(request, "seal", number)
    standing = questions.answers_of(actor, record)
    given = _of_step(step, body.model_dump(exclude_unset=True), standing)

    @once
    def save(request: HttpRequest) -> HttpResponse:
        save_answers(actor, record, step, given, expected_version=expected_version(request), standing=standing)
        return _shown(request, number, 201)

    return save(request)


@router.post(
    "/{number}/steps", response={201: schemas.PresenceOut}, auth=WRITE, summary="Send it on",
    operation_id="move_presence", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
def move(request: HttpRequest, number: str, body: schemas.PresenceMove) -> HttpResponse:
    """Take a step of the procedure: sign, concur, file, ask for an extension, withdraw."""
    actor, record = asking(request), _found(request, "read_summary", number)
    access.require(actor, REQUEST.transition(body.step).action, record)
    answers = questions.answers_of(actor, record) if body.step in NEEDS_ANSWERS else {}
    facts = leaning_of(actor, record).facts if body.step in ADVERSE else ()
    given = body.model_dump(exclude={"step", "facts"})
    said = Said(answers=answers, facts=facts, rests_on=body.facts, **given)
    reads = {FIELDS[name]: round(each.measure, 1) for name, each in readings(body.step, body.words, body.words_es)}

    @once
    def take(request: HttpRequest) -> HttpResponse:
        move_request(actor, record, body.step, expected_version=expected_version(request), said=said)
        return _shown(request, number, 201, **reads)

    return take(request)


@router.post(
    "/{number}/questions", response=schemas.PresenceThread, auth=READ, summary="Read the questions of DHS",
    operation_id="read_presence_questions",
)  # fmt: skip
def thread(request: HttpRequest, number: str, body: schemas.PresenceNeed) -> HttpResponse:
    """Log what you need it for, then give questions and answers with their words."""
    actor, record = asking(request), _found(request, "read_correspondence", number)
    state_purpose(actor, record, body.note)
    told = questions.thread_of(actor, record)
    return answer(schemas.PresenceThread(messages=[_message(each["row"], each["words"]) for each in told]))


@router.post(
    "/{number}/questions/{key}/answer", response={201: schemas.PresenceOut}, auth=WRITE, summary="Answer a question",
    operation_id="answer_presence_question", openapi_extra=ONCE,
)  # fmt: skip
@once
def reply(request: HttpRequest, number: str, body: schemas.PresenceReply, key: Key) -> HttpResponse:
    """Answer one question of DHS. When all are answered, take the step that sends the answers."""
    actor, record = asking(request), _found(request, "sign", number)
    question = Message.objects.visible_to(actor).filter(request=record, pk=key).first()
    if question is None:
        raise Hidden
    write_message(actor, record, body.words, answers=question)
    return _shown(request, number, 201)


def _of_step(step: str, given: dict[str, Any], standing: dict[str, Any]) -> dict[str, Any]:
    names = [each.name for each in BY_NAME[step].questions]
    if foreign := given.keys() - set(names):
        raise ValidationError(dict.fromkeys(foreign, f"The step {step} does not ask this."))
    return {name: given[name] if name in given else standing.get(name) for name in names}


def _message(row: Message, words: str) -> schemas.PresenceMessage:
    return schemas.PresenceMessage(
        id=row.pk, kind=row.message_kind, answers=row.answers_id, sent_at=row.sent_at, words=words
    )


def _found(request: HttpRequest, act: str, number: str) -> PresenceRequest:
    found: PresenceRequest = access.find(asking(request), act, PresenceRequest.kind, number)
    return found


def _shown(request: HttpRequest, number: str, status: int = 200, **reads: float) -> HttpResponse:
    record = _found(request, "read_summary", number)
    told = presence_out(asking(request), record).model_copy(update=reads)
    return answer(told, status, {"ETag": f'"{record.version}"'})


router.add_router("", file_api.router)
router.add_router("", mark_api.router)
