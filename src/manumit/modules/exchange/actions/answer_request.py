"""Answer a request: with a release, with an offer of less, or with a refusal."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, action, releasing
from manumit.spine.records.changing import write
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import demand_offer, release_record
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.receiver import Receiver
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from ..covering import last_moment
from ..models import ReleaseRequest
from ..request_procedure import REQUEST
from .clock_the_answer import stop_the_clock

SOURCE = _("Decided by the agency that was asked")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the holder gives: `groups` of one record until the day `until_on`, by `authority`, perhaps under terms."""

    groups: frozenset[str]
    until_on: date
    authority: str
    under: SharingTerms | None = None
    said: str = ""


def terms_of(request: ReleaseRequest, answer: Answer, by_person_id: int) -> Terms:
    """Return the answer as the terms of a release to who would read, for the purposes asked for.

    Where the asker would show on what it was released, the release rests on that one and its agreement, by the word of
    the person `by_person_id` of the owner.
    """
    first = request.onward_of
    return Terms(
        agency_id=request.receiver_id,
        groups=answer.groups | {"summary"},
        purposes=frozenset(request.purposes),
        authority=answer.authority,
        expires_at=last_moment(answer.until_on, first),
        under=first.under if first else answer.under,
        onward_of=first,
        consented_by_id=by_person_id if first else None,
    )


def gives_all(request: ReleaseRequest, record: Record, answer: Answer) -> bool:
    """Whether the answer is all that was asked of a record of this kind, and as long."""
    return request.asked_of(record.kind) <= answer.groups | {"summary"} and answer.until_on >= request.until_on


@action("request.answer")
def answer_request(
    actor: Actor, request: ReleaseRequest, record: Record, answer: Answer, *, expected_version: int
) -> ReleaseRequest:
    """Release what was asked for; or, where the answer is less, offer it: the release is made once it is accepted.

    Raises Denied or Hidden without permission `answer` on the request and `release` on the record, NotNow, Conflict,
    ValidationError by field for more than was asked and as a release does.
    """
    require(actor, "answer", request)
    _demand_asked(request, record, answer)
    require(actor, "release", record)
    if gives_all(request, record, answer):
        REQUEST.perform(actor, request, "answer", expected_version=expected_version)
        made = release_record(actor, record, terms_of(request, answer, actor.person_id))
        _found(actor, request, record, release=made)
        told: dict[str, Any] = {"release": made.pk}
    else:
        _offer(actor, request, record, answer, expected_version)
        told = {"offered": sorted(answer.groups)}
    audit.record(actor, "request.answer", kind=request.kind, record_id=request.pk, detail=told)
    _over(actor, request, met=True)
    return request


@action("request.refuse")
def refuse_request(
    actor: Actor, request: ReleaseRequest, *, reason: str, words: str, expected_version: int
) -> ReleaseRequest:
    """Refuse what was asked, or take an offer back. The reason is the same for what is not held and what is not shown.

    Raises Denied, Hidden, NotNow, ReasonNeeded, Conflict.
    """
    REQUEST.perform(actor, request, "refuse", expected_version=expected_version, reason=reason, words=words)
    why = {"refused_because": reason, "said": words.strip()}
    write(request, actor, why, expected_version=request.version, source=str(SOURCE))
    audit.record(actor, "request.refuse", kind=request.kind, record_id=request.pk, detail={"reason": reason})
    _over(actor, request, met=True)
    return request


def _offer(actor: Actor, request: ReleaseRequest, record: Record, answer: Answer, expected_version: int) -> None:
    """Keep the offer, after the very checks that the release will be put to."""
    releasing.demand_sense(record, terms_of(request, answer, actor.person_id), demand_offer(record))
    offered: dict[str, Any] = {
        "offered_groups": [f"{record.kind}.{group}" for group in in_order(record, answer)],
        "offered_until": answer.until_on,
        "offered_by": Membership.objects.get(person=actor.person_id, agency=actor.agency_id),
        "offered_authority": answer.authority.strip(),
        "offered_under": answer.under.agreement if answer.under else "",
        "said": answer.said.strip(),
    }
    written = write(request, actor, _given(offered), expected_version=expected_version, source=str(SOURCE))
    REQUEST.perform(actor, request, "offer_less", expected_version=written.version)
    _found(actor, request, record)
    detail = {"request": request.number, "agency": request.owner_id, "groups": sorted(answer.groups)}
    audit.record(actor, f"{record.kind}.release.offer", kind=record.kind, record_id=record.pk, detail=detail)


def in_order(record: Record, answer: Answer) -> list[str]:
    """Return the groups of an answer in their kind's order."""
    return releasing.in_order(record.kind, answer.groups | {"summary"})


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None)}


def _found(actor: Actor, request: ReleaseRequest, record: Record, **more: Any) -> None:
    """Keep which record it was, for the holder alone, and the release where one is made."""
    named = {"record_kind": record.kind, "record_id": record.pk, "record_number": record.number, **more}
    write(request, actor, named, expected_version=request.version, source=str(SOURCE))


def _over(actor: Actor | None, request: ReleaseRequest, *, met: bool) -> None:
    stop_the_clock(actor, request, met=met)
    tell("request_moved", beside(request), receivers(request, actor), actor)


def receivers(request: ReleaseRequest, actor: Actor | None) -> list[Receiver]:
    """Return who is told of a step: who asked and their supervisors, or the holder's where the asker's side took it."""
    if actor is not None and actor.agency_id == request.owner_id:
        return list(supervisors(request.other_id))
    return [Receiver(request.asked_by_id, request.owner_id), *supervisors(request.owner_id)]


def _demand_asked(request: ReleaseRequest, record: Record, answer: Answer) -> None:
    if record.owner_id != request.other_id:
        raise Refused(_("This record is not your agency's to release."))
    asked, first = request.asked_of(record.kind), request.onward_of
    checks = {
        "under": (not first or answer.under in (None, first.under), _("It rests on the agreement it was released by.")),
        "number": (
            bool(asked) and (not first or (first.kind, first.record_id) == (record.kind, record.pk)),
            _("Nothing of such a record was asked for."),
        ),
        "groups": (answer.groups <= asked | {"summary"}, _("That is more than was asked for.")),
        "until_on": (answer.until_on <= request.until_on, _("That is longer than was asked for.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)
