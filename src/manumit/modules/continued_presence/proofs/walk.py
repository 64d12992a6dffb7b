"""One random way: each step is tried, compared with what was foretold, and the request looked at afterwards."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any, Final

from django.db import transaction

from manumit.spine.access import Denied, Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.records.models import RecordHistory
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.models import RunningClock
from manumit.spine.workflow.refusing import Refused

from ..actions.move_request import ADVERSE, Said, move_request
from ..actions.record_fact import record_fact
from ..actions.write_message import write_message
from ..choices import MessageKind
from ..models import Grant, Message, PresenceRequest, StageSpan
from ..procedure import REQUEST
from ..reasons import WANTED
from .model import DECIDERS, INTAKE, OFFICERS, REVIEWERS, SPONSORS, SUPERVISORS, Model

REFUSALS: Final = (Denied, Hidden, NotNow, Refused)
STEPS: Final = tuple(each.name for each in REQUEST.transitions)
LIKELY: Final[Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]] = {
    "draft": ((OFFICERS, "sign"),),
    "concurrence": ((SUPERVISORS, "concur"),),
    "sponsor_review": ((SPONSORS, "vouch"),),
    "submitted": ((INTAKE, "begin_intake"),),
    "intake_check": ((INTAKE, "pass_intake"), (INTAKE, "ask_at_intake")),
    "information": ((OFFICERS, "answer"), (OFFICERS, "answer_intake"), (OFFICERS, "answer_vetting")),
    "vetting": ((REVIEWERS, "finish_review"), (REVIEWERS, "ask_in_vetting")),
    "decision": ((DECIDERS, "grant"), (DECIDERS, "grant"), (DECIDERS, "deny")),
    "denied": ((OFFICERS, "ask_again"),),
    "granted": ((INTAKE, "i94"), (INTAKE, "activate")),
    "active": ((OFFICERS, "ask_extension"), (REVIEWERS, "propose_revocation")),
    "extension": ((DECIDERS, "extend"), (DECIDERS, "refuse_extension")),
    "revocation": ((OFFICERS, "hear"), (DECIDERS, "revoke"), (DECIDERS, "drop_revocation")),
}
DEEDS: Final = ("answer", "i94", "hear")


class Disagreement(AssertionError):
    """What happened is not what the model foretold."""


class Walk:
    """A way: the request, who may act, and the model that walks along."""

    def __init__(self, chance: Random, actors: Mapping[str, Actor], request: PresenceRequest, answers: Any) -> None:
        self.chance, self.actors, self.request, self.answers = chance, actors, request, answers
        self.model = Model()
        self.taken: list[str] = []
        self.done = 0
        self.stages = ["draft"]

    def go(self, steps: int) -> None:
        """Take `steps` steps. Raises Disagreement naming the way so far."""
        for _ in range(steps):
            who, step = self._choose()
            sound = step in DEEDS or self.chance.random() < 0.9
            self.taken.append(f"{who} {step}{'' if sound else ' unsoundly'}")
            self._deed(who, step) if step in DEEDS else self._step(who, step, sound)
            self._look()

    def _choose(self) -> tuple[str, str]:
        """Mostly what leads on, often enough anything by anybody."""
        likely = LIKELY.get(self.model.state)
        if likely and self.chance.random() < 0.7:
            people, step = self.chance.choice(likely)
            return self.chance.choice(people), step
        return self.chance.choice(list(self.actors)), self.chance.choice(STEPS)

    def _step(self, who: str, step: str, sound: bool) -> None:
        wants = step in WANTED or step.startswith("ask_at") or step.startswith("ask_in")
        foretold = self.model.allows(who, step, sound=sound or not wants)
        happened = self._tried(who, step, self._said(step, sound))
        if foretold != happened:
            raise Disagreement(f"{'allowed' if happened else 'refused'}: {'; '.join(self.taken)}")
        if happened:
            self.model.take(who, step)
            self.stages.append(self.model.state)
            self.done += 1

    def _tried(self, who: str, step: str, said: Said) -> bool:
        try:
            with transaction.atomic():
                version = self.request.version
                move_request(self.actors[who], self.request, step, expected_version=version, said=said)
        except REFUSALS:
            self._again()
            return False
        return True

    def _again(self) -> None:
        """Take the request as the database has it: what was rolled back stays in the instance."""
        self.request = PresenceRequest.objects.visible_to(self.actors["officer"]).get(pk=self.request.pk)

    def _said(self, step: str, sound: bool) -> Said:
        wanted = WANTED.get(step)
        grounds = [each.code for each in wanted.grounds if each.barred is not sound] if wanted else []
        ground = self.chance.choice(grounds) if grounds else ""
        words = "" if not sound and not ground else "Because"
        origin = False if step in ADVERSE else None
        return Said(words=words, ground=ground, from_trafficker=origin, answers=self.answers)

    def _deed(self, who: str, deed: str) -> None:
        if deed == "answer" and self.model.state == "information" and self.model.waits:
            question = self._question()
            write_message(self.actors[who], self.request, "Because", answers=question)
            self.model.waits = False
        elif deed == "i94" and self.model.state == "granted":
            record_fact(self.actors[who], self.request, "i94", on=date(2024, 2, 29))
            self.model.has_i94 = True
        elif deed == "hear" and self.model.state == "revocation":
            record_fact(self.actors[who], self.request, "victim_answered", words="I did not")
            self.model.heard = True
        self._again()

    def _question(self) -> Message:
        rows = Message.objects.visible_to(self.actors["officer"]).filter(request=self.request)
        answered = rows.filter(answers__isnull=False).values("answers")
        found = rows.filter(message_kind=MessageKind.QUESTION).exclude(pk__in=answered).first()
        assert found is not None  # noqa: S101 - the model says that one waits
        return found

    def _look(self) -> None:
        """Raise Disagreement unless stage, spans, grants, clock, history and who sees it are as foretold."""
        way, model = "; ".join(self.taken), self.model
        officer = self.actors["officer"]
        spans = StageSpan.objects.visible_to(officer).filter(request=self.request).order_by("id")
        stages = list(spans.values_list("stage", flat=True))
        grants = Grant.objects.visible_to(officer).filter(request=self.request).count()
        told = {"state": (self.request.state, model.state), "stages": (stages, self.stages),
                "grants": (grants, model.grants), "clock": (self._clock(), model.processing),
                "seen": (self._seen(), self._should_see()), "logged": (self._logged(), self.stages[1:])}  # fmt: skip
        wrong = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
        if wrong:
            raise Disagreement(f"{wrong}: {way}")

    def _clock(self) -> str:
        rows = RunningClock.objects.visible_to(self.actors["intake"]).filter(
            record_kind="presence_request", record_id=self.request.pk, clock="cp_processing", stopped_at=None
        )
        running = rows.first()
        return "" if running is None else "still" if running.paused else "runs"

    def _seen(self) -> set[str]:
        rows = {who: PresenceRequest.objects.visible_to(actor) for who, actor in self.actors.items()}
        return {who for who, found in rows.items() if found.filter(pk=self.request.pk).exists()}

    def _should_see(self) -> set[str]:
        sponsors = SPONSORS if self.model.with_sponsor else ()
        dhs = (*INTAKE, *REVIEWERS, *DECIDERS, "oversight") if self.model.with_decider else ()
        return {*OFFICERS, *sponsors, *dhs}

    def _logged(self) -> list[str]:
        """Return the stages that the history says were entered, in order."""
        rows = RecordHistory.objects.filter(kind=self.request.kind, record_id=self.request.pk).order_by("version")
        return [str(row.changes["state"]["to"]) for row in rows if "state" in row.changes]
