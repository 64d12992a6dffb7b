"""What is compared with the model after each step, and for everybody who might take the next."""

from collections.abc import Mapping, Sequence
from json import loads
from typing import Any

from django.db import connection

from manumit.spine.access import decide_many
from manumit.spine.access.kinds import get as kind_named
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor
from manumit.spine.records.models import RecordHistory
from manumit.spine.workflow.models import RunningClock
from manumit.spine.workflow.performing import failing

from .. import procedure
from ..models import Grant, PresenceRequest, StageSpan
from .model import Model
from .reading import ANY, Reading

Pairs = dict[str, tuple[Any, Any]]


class Disagreement(AssertionError):
    """What happened is not what the model foretold."""


class Looking:
    """Compares a request with its model. What a policy decides is asked once for each set of facts it reads."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self.actors = actors
        self._names = {actor.person_id: name for name, actor in actors.items()}
        self._readings = _readings(actors["officer"], actors["intake"])
        self._attributes = [each.column for each in kind_named(PresenceRequest.kind).attributes]
        self._decided: dict[tuple[Any, ...], dict[str, frozenset[str]]] = {}
        self._seen: dict[tuple[Any, ...], frozenset[str]] = {}
        self.foretold = 0

    def at(self, request: PresenceRequest, model: Model) -> None:
        """Raise Disagreement unless stage, stays, grants, clocks, log and who sees and may do what are as foretold."""
        self._every_change_has_its_leaf()
        told = {**self._columns(request, model), **self._rows(request, model)}
        told["seen"] = (self._who_sees(request), model.sees)
        told["may"] = (self._who_may(request), self._who_should(model))
        wrong = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
        if wrong:
            raise Disagreement(str({name: _difference(*pair) for name, pair in wrong.items()}))

    def _every_change_has_its_leaf(self) -> None:
        """Let the database say so now: the rollback would never ask. Raises the database's own error."""
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")

    def _columns(self, request: PresenceRequest, model: Model) -> Pairs:
        return {
            "state": (request.state, model.state), "until": (request.until_on, model.until),
            "due": (request.due_at, model.due), "answer by": (request.answer_by_at, model.answer_by),
        }  # fmt: skip

    def _rows(self, request: PresenceRequest, model: Model) -> Pairs:
        found = {name: reading.of(request.pk) for name, reading in self._readings.items()}
        stages = model.stages
        return {
            "stays": ([stage for (stage,) in found["stays"]], ["draft", *stages]),
            "grants": (tuple(found["grants"]), model.grants),
            "clock": (_clock(found["clock"]), _clock_of(model)),
            "log": ([self._logged(*row) for row in found["log"]], list(model.trail)),
            "facts": ([loads(text).get("facts", []) for _person, text in found["log"]], [*model.leaned]),
            "history": ([str(loads(change)["to"]) for (change,) in found["history"]], stages),
        }

    def _logged(self, person: int | None, text: str) -> tuple[str, ...]:
        detail = loads(text)
        return self._names.get(person or 0, "nobody"), detail["step"], detail["from"], detail["to"]

    def _facts(self, request: PresenceRequest) -> tuple[Any, ...]:
        return tuple(getattr(request, column) for column in self._attributes)

    def _who_sees(self, request: PresenceRequest) -> frozenset[str]:
        facts = self._facts(request)
        if facts not in self._seen:
            rows = {who: PresenceRequest.objects.visible_to(actor) for who, actor in self.actors.items()}
            self._seen[facts] = frozenset(who for who, found in rows.items() if found.filter(pk=request.pk).exists())
        return self._seen[facts]

    def _who_may(self, request: PresenceRequest) -> set[tuple[str, str]]:
        """Return who may take which step by table, policy and guards."""
        transitions = [each for each in procedure.REQUEST.transitions if request.state in each.sources]
        may = self._permitted(request)
        self.foretold += len(self.actors) * len(procedure.REQUEST.transitions)
        return {
            (who, each.name)
            for who, actor in self.actors.items()
            for each in transitions
            if each.action in may[who] and not failing(actor, request, each)
        }

    def _permitted(self, request: PresenceRequest) -> dict[str, frozenset[str]]:
        facts = self._facts(request)
        if facts not in self._decided:
            acts = sorted({each.action for each in procedure.REQUEST.transitions})
            asked = [(act, request) for act in acts]
            self._decided[facts] = {
                who: frozenset(act for act, told in zip(acts, decide_many(actor, asked), strict=True) if told.allowed)
                for who, actor in self.actors.items()
            }
        return self._decided[facts]

    def _who_should(self, model: Model) -> set[tuple[str, str]]:
        steps = [each.name for each in procedure.REQUEST.transitions]
        return {(who, step) for who in self.actors for step in steps if model.offers(who, step)}


def _readings(officer: Actor, intake: Actor) -> Mapping[str, Reading]:
    """Return how stays, grants, the clock of DHS, the log and the history of one request are read, each by its reader.

    The log and the history are read whole: what somebody else than foretold did there is found too.
    """
    kind = PresenceRequest.kind
    clocks = RunningClock.objects.visible_to(intake, of={kind}).filter(
        record_kind=kind, record_id=ANY, clock="cp_processing", stopped_at=None
    )
    log = Entry.objects.filter(kind=kind, record_id=ANY, verb="presence.move")
    history = RecordHistory.objects.filter(kind=kind, record_id=ANY, changes__has_key="state")
    return {
        "stays": Reading(StageSpan.objects.visible_to(officer).filter(request=ANY).order_by("id").values_list("stage")),
        "grants": Reading(
            Grant.objects.visible_to(officer).filter(request=ANY).order_by("id").values_list("from_on", "until_on")
        ),
        "clock": Reading(clocks.order_by("id").values_list("due_at")),
        "log": Reading(log.order_by("id").values_list("person_id", "detail")),
        "history": Reading(history.order_by("version").values_list("changes__state")),
    }


def _clock(rows: Sequence[tuple[Any, ...]]) -> tuple[str, Any]:
    """Return how the one clock goes, and when it is due; two at once are never foretold."""
    if len(rows) != 1:
        return ("twice" if rows else ""), None
    [(due,)] = rows
    return ("still" if due is None else "runs"), due


def _clock_of(model: Model) -> tuple[str, Any]:
    if model.processing_last is None:
        return "", None
    return ("still" if model.still_since is not None else "runs"), model.processing_due


def _difference(happened: Any, foretold: Any) -> str:
    if isinstance(happened, set | frozenset):
        return f"more {sorted(happened - foretold)}, less {sorted(foretold - happened)}"
    return f"{happened} is not {foretold}"
