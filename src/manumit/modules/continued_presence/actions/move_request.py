"""Move a request by the procedure: words sealed, clocks and hands following, whose turn it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.audit.prepared import asked
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.records.changing import conflict, lock
from manumit.spine.workflow.refusing import Refused

from .. import procedure
from ..choices import MessageKind
from ..facts import Fact
from ..models import Operation, PresenceRequest, StageSpan
from ..plain_words import demand_plain
from ..reasons import ASKS, WANTED, Wanted
from .consequences import CONSEQUENCES
from .reckoning import missing_in, set_columns
from .resting import demand_facts, keep_basis
from .stage_clocks import due_of, follow_stage
from .telling_whose_turn import tell_whose_turn
from .write_message import put_message

ADVERSE = frozenset({"deny", "refuse_extension", "propose_revocation", "revoke", "supersede"})
"""Steps that end presence or refuse it against whoever asks: each names the facts it rests on."""
NEEDS_ANSWERS = frozenset({"sign", "concur", "concur_and_file", "vouch"})
HANDS = """SELECT bool_or(with_sponsor), max(decider_id) FILTER (WHERE with_decider)
FROM continued_presence_presencerequest WHERE operation_id = %s"""
"""In words of our own, as is all that every step of every request asks: it stays prepared."""


@dataclass(frozen=True)
class Said:
    """What is given with a step.

    `words` and `ground` are sealed; `words_es` are the words in Spanish, for a letter. `from_trafficker` must be said
    of an adverse step: whether anything it rests on comes from the trafficker or their people (8 USC 1367(a)(1)).
    `rests_on` names the facts it rests on, of `facts` as the actor read them. `answers` are the request's as the actor
    read them, for who signs it. `until_on` is the last day of an extension, two years at most.
    """

    words: str = ""
    words_es: str = ""
    ground: str = ""
    from_trafficker: bool | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    until_on: date | None = None
    rests_on: Sequence[str] = ()
    facts: Sequence[Fact] = ()


@action("presence.move")
def move_request(
    actor: Actor, request: PresenceRequest, step: str, *, expected_version: int, said: Said | None = None
) -> PresenceRequest:
    """Take `step`.

    Raises LookupError, Denied, Hidden, NotNow, Conflict, Refused for missing words, a barred ground or fact, and
    ValidationError for words that a victim could not read.
    """
    given = said or Said()
    transition = procedure.REQUEST.transition(step)
    require(actor, transition.action, request)
    demand_version(request, expected_version)
    wanted = _demand_said(step, given)
    facts = demand_facts(actor, request, given) if step in ADVERSE else ()
    if step in NEEDS_ANSWERS:
        set_columns(actor, request, {"missing": missing_in(request, given.answers)})
    before = request.state
    procedure.REQUEST.perform(actor, request, step, expected_version=request.version)
    change_span(request)
    detail: dict[str, Any] = {"step": step, "from": before, "to": request.state}
    if facts:
        keep_basis(actor, request, step, facts)
        detail["facts"] = [fact.name for fact in facts]
    audit.record(actor, "presence.move", kind=request.kind, record_id=request.pk, detail=detail)
    _follow(actor, request, CONSEQUENCES.get(step, _nothing)(actor, request, given))
    _seal(actor, request, wanted, given)
    if step in ASKS:
        put_message(actor, request, MessageKind.QUESTION, given.words)
    _hand_over(actor, request)
    tell_whose_turn(actor, request)
    return request


def _follow(actor: Actor, request: PresenceRequest, values: dict[str, Any]) -> None:
    """Write what the step brings, once: clocks look at it before it is written, and say when the stage is due."""
    for name, value in values.items():
        setattr(request, name, value)
    follow_stage(actor, request)
    set_columns(actor, request, {**values, "due_at": due_of(request)})


def _nothing(actor: Actor, request: PresenceRequest, said: Said) -> dict[str, Any]:
    return {}


def demand_version(request: PresenceRequest, expected: int) -> None:
    """Lock the request. Raises Conflict where it has another version than `expected`."""
    stands = lock(request)
    if stands.version != expected:
        raise conflict(stands, {}, expected)


def _demand_said(step: str, said: Said) -> Wanted | None:
    wanted = WANTED.get(step)
    if wanted and not said.words.strip():
        raise Refused(wanted.asked)
    if step in ASKS and not said.words.strip():
        raise Refused(_("Write the question."))
    demand_plain(step, said.words, said.words_es)
    if wanted and wanted.grounds:
        _demand_ground(wanted, said.ground)
    if step in ADVERSE and said.from_trafficker is not False:
        raise Refused(
            _("Say whether anything of it comes from the trafficker or their people: then it cannot be used "
              "(8 USC 1367(a)(1)).")
        )  # fmt: skip
    return wanted


def _demand_ground(wanted: Wanted, code: str) -> None:
    ground = next((each for each in wanted.grounds if each.code == code), None)
    if ground is None:
        raise Refused(_("Choose one of the grounds."))
    if ground.barred:
        raise Refused(format_lazy(_("This is never a ground: {law}."), law=ground.law))


def change_span(request: PresenceRequest) -> None:
    """End the stay in the last stage and begin that in the present one."""
    now = timezone.now()
    StageSpan.unscoped.filter(request=request, left_at=None).update(left_at=now)
    StageSpan.unscoped.bulk_create([StageSpan(request=request, stage=request.state, entered_at=now)])


def _seal(actor: Actor, request: PresenceRequest, wanted: Wanted | None, said: Said) -> None:
    if wanted is None:
        return
    values: dict[str, str | None] = {wanted.words: said.words.strip()}
    if wanted.letter:
        values[f"{wanted.words}_es"] = said.words_es.strip() or None
    if wanted.grounds and wanted.group == "decision":
        values["ground"] = said.ground
    sealed.put(request, wanted.group, values, actor)


def _hand_over(actor: Actor, request: PresenceRequest) -> None:
    """Let sponsor and DHS read what the victims share exactly while one of the requests is in their hands."""
    operation = Operation.unscoped.get(pk=request.operation_id)
    [(sponsored, deciding)] = asked(HANDS, operation.pk)
    values = {
        "with_sponsor": bool(sponsored), "with_decider": deciding is not None,
        "decider_id": deciding or operation.decider_id,
    }  # fmt: skip
    if all(getattr(operation, name) == value for name, value in values.items()):
        return
    values["decider"] = values.pop("decider_id")
    set_columns(actor, operation, values)
    audit.record(actor, "presence.move", kind=operation.kind, record_id=operation.pk)
