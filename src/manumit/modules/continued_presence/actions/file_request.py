"""File a whole request at once, as an agency's own system does: one operation, its victims, every answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed

from ..asked import QUESTIONS, STEPS, Question, fields_of
from ..cleaning import cleaned, that_apply
from ..models import Operation, PresenceRequest
from .begin_request import begin_request
from .minors import watch_minor
from .reckoning import reckon_missing

ORIGIN = "program"
GROUPS = ("identity", "elements", "safety", "service")
SHARED = tuple(each for step in STEPS if step.shared for each in step.questions)
OWN = tuple(each for step in STEPS if not step.shared for each in step.questions)


@dataclass(frozen=True)
class Filing:
    """What is filed: the state whose sponsor is asked, what all victims share, and each victim's own answers."""

    region: str
    shared: Mapping[str, Any]
    victims: Sequence[Mapping[str, Any]]
    origin: str = ORIGIN


@action("presence.file")
def file_request(actor: Actor, filing: Filing) -> list[PresenceRequest]:
    """Begin a draft for each victim of a new operation with the answers given; what is missing is reckoned.

    Raises Denied, Refused, and ValidationError by question: `shared.ori`, `victims.0.a_number`.
    """
    shared = _cleaned("shared", SHARED, filing.shared)
    victims = [_cleaned(f"victims.{at}", OWN, each) for at, each in enumerate(filing.victims)]
    first = begin_request(actor, region=filing.region, origin=filing.origin)
    operation = Operation.unscoped.get(pk=first.operation_id)
    rest = [begin_request(actor, operation=operation, origin=filing.origin) for _each in victims[1:]]
    if given := _told(shared):
        sealed.put(operation, "shared", given, actor)
    requests = [first, *rest]
    for request, answers in zip(requests, victims, strict=True):
        seal_answers(actor, request, answers, standing=shared)
    detail = {"victims": len(requests)}
    audit.record(actor, "presence.file", kind=operation.kind, record_id=operation.pk, detail=detail)
    return requests


@action("presence.file_victim")
def file_victim(
    actor: Actor, operation: Operation, answers: Mapping[str, Any], *, standing: Mapping[str, Any]
) -> PresenceRequest:
    """Begin a draft for one more victim of `operation`; `standing` are its shared answers as the actor read them.

    Raises Denied or Hidden, Refused, ValidationError by question.
    """
    own = _cleaned("victim", OWN, answers)
    request = begin_request(actor, operation=operation, origin=ORIGIN)
    seal_answers(actor, request, own, standing=standing)
    audit.record(actor, "presence.file_victim", kind=request.kind, record_id=request.pk)
    return request


def seal_answers(
    actor: Actor, request: PresenceRequest, answers: Mapping[str, Any], *, standing: Mapping[str, Any]
) -> None:
    """Seal a victim's own cleaned `answers`, one version a group, and reckon what is missing; called by actions."""
    require(actor, "seal", request)
    given = _told(that_apply(answers, OWN, standing))
    for group in GROUPS:
        if part := {name: given[name] for name in fields_of(group) if name in given}:
            sealed.put(request, group, part, actor)
            audit.record(actor, "presence.answer", kind=request.kind, record_id=request.pk, group=group)
    reckon_missing(actor, request, {**standing, **given})
    watch_minor(actor, request, given)


def _told(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if value is not None}


def _cleaned(place: str, questions: tuple[Question, ...], answers: Mapping[str, Any]) -> dict[str, Any]:
    errors = {} if answers.keys() <= {each.name for each in questions} else dict(_foreign(questions, answers))
    try:
        found = cleaned(questions, answers)
    except ValidationError as error:
        errors |= error.message_dict
    if errors:
        raise ValidationError({f"{place}.{name}": texts for name, texts in errors.items()})
    return found


def _foreign(questions: tuple[Question, ...], answers: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for name in answers.keys() - {each.name for each in questions}:
        yield name, ["No such question here." if name not in QUESTIONS else "It is asked elsewhere."]
