"""Random ways that branch: each step is tried, compared with what was foretold, and the request looked at afterwards.

Ways share their beginnings: a step of the trunk is taken once for all ways that go through it, inside a savepoint that
is rolled back before the next branch.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from manumit.spine.access import Denied, Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused

from ..actions.mark_fact import corroborate_fact, mark_fact
from ..actions.move_request import ADVERSE, NEEDS_ANSWERS, Said, move_request
from ..actions.name_representative import end_representation, name_representative
from ..actions.note_family import Relative, note_family_member
from ..actions.record_fact import record_fact
from ..actions.run_out import lapse
from ..actions.write_message import write_message
from ..choices import MessageKind
from ..facts import answer_facts
from ..models import Mark, Message, PresenceRequest
from ..plain_words import JUDGED
from ..procedure import REQUEST
from ..reasons import ASKS, WANTED
from . import model
from .invented import ANSWERS
from .looking import Disagreement, Looking
from .model import COUNSEL, DECIDERS, DEEDS, INTAKE, OFFICERS, REVIEWERS, SPONSORS, SUPERVISORS, Model
from .virtual_time import VirtualTime

NOBODY: Final = ("calendar",)
YEARS_ON = 0.3
"""How often an active request is looked at next around its last day: years pass between two steps."""
REFUSALS: Final = (Denied, Hidden, NotNow, Refused, ValidationError)
STEPS: Final = tuple(each.name for each in REQUEST.transitions)
LIKELY: Final[Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]] = {
    "draft": ((OFFICERS, "sign"),),
    "concurrence": ((SUPERVISORS, "concur"),),
    "sponsor_review": ((SPONSORS, "vouch"),),
    "submitted": ((INTAKE, "begin_intake"),),
    "intake_check": ((INTAKE, "pass_intake"), (INTAKE, "pass_intake"), (INTAKE, "ask_at_intake")),
    "information": ((OFFICERS, "answer"), (OFFICERS, "answer_intake"), (OFFICERS, "answer_vetting")),
    "vetting": (
        (REVIEWERS, "finish_review"),
        (REVIEWERS, "finish_review"),
        (REVIEWERS, "ask_in_vetting"),
        (REVIEWERS, "mark"),
    ),
    "decision": (
        (DECIDERS, "grant"),
        (DECIDERS, "grant"),
        (DECIDERS, "deny"),
        (REVIEWERS, "mark"),
        (REVIEWERS, "corroborate"),
    ),
    "denied": ((OFFICERS, "ask_again"),),
    "granted": ((INTAKE, "i94"), (INTAKE, "activate")),
    "active": (
        (OFFICERS, "ask_extension"),
        (REVIEWERS, "propose_revocation"),
        (OFFICERS, "civil"),
        (OFFICERS, "family"),
        (REVIEWERS, "supersede"),
        (NOBODY, "calendar"),
        (NOBODY, "calendar"),
    ),
    "extension": ((DECIDERS, "extend"), (DECIDERS, "refuse_extension"), (REVIEWERS, "propose_revocation")),
    "revocation": ((OFFICERS, "hear"), (OFFICERS, "notice"), (DECIDERS, "revoke"), (DECIDERS, "drop_revocation")),
}
LEANED_ON: Final = ("answer.threats", "answer.act_words", "answer.means_words")
"""Facts that ways mark, bear out and rest steps on."""
PLAIN, HARD = "The facts do not show it.", "Notwithstanding the determination, eligibility is contingent."
OF_FACTS: Final = frozenset({"mark", "corroborate"})
RELATIVE: Final = Relative("Ada Quill", "parent", where="Freedonia")
BRANCHES: Final = (3, 2)
"""How many ways part at the last step, at the one before it, and so on; before those the way is one."""


@dataclass
class Told:
    """Whole ways, their steps, steps tried (a shared one once), those allowed, where ways ended, how many got where."""

    paths: int = 0
    steps: int = 0
    tried: int = 0
    allowed: int = 0
    ended: dict[str, int] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)


class Walk:
    """A way that branches: the request, who may act, and the model that walks along."""

    def __init__(
        self, chance: Random, looking: Looking, time: VirtualTime, request: PresenceRequest, model: Model
    ) -> None:
        self.chance, self.looking, self.time = chance, looking, time
        self.actors: Mapping[str, Actor] = looking.actors
        self.request, self.model = request, model
        self.told = Told()
        self.way: list[str] = []
        self.facts = answer_facts(ANSWERS)

    def go(self, steps: int) -> Told:
        """Walk every branch of `steps` steps. Raises Disagreement naming the way that led there."""
        try:
            self._go(steps, steps)
        except Disagreement as found:
            raise Disagreement(f"{found}: {'; '.join(self.way)}") from None
        return self.told

    def _go(self, left: int, steps: int) -> None:
        if not left:
            self.told.paths += 1
            self.told.steps += steps
            self.told.ended[self.model.state] = self.told.ended.get(self.model.state, 0) + 1
            for each in self.model.reached:
                self.told.reached[each] = self.told.reached.get(each, 0) + 1
            return
        for _branch in range(BRANCHES[left - 1] if left <= len(BRANCHES) else 1):
            self._branch(left, steps)

    def _branch(self, left: int, steps: int) -> None:
        """Take one step and go on from it; then be where it began again."""
        before = self.model, self.request, self.time.now
        self.model = self.model.again()
        self.model.now = self._pass_time()
        with transaction.atomic():
            self._one()
            self._go(left - 1, steps)
            transaction.set_rollback(True)
        self.way.pop()
        self.model, self.request, self.time.now = before

    def _pass_time(self) -> datetime:
        """Let some days pass, or all until about the last day of presence."""
        until = self.model.until
        if until is None or self.model.state != "active" or self.chance.random() >= YEARS_ON:
            return self.time.pass_some(self.chance)
        return self.time.go_to(until + timedelta(days=self.chance.randint(-3, 3)), self.chance)

    def _one(self) -> None:
        self.request = copy(self.request)
        who, what = self._choose()
        self.told.tried += 1
        sound = what in DEEDS or self.chance.random() < 0.9
        self.way.append(f"{who} {what}{'' if sound else ' unsoundly'}")
        happened = self._deed(who, what) if what in DEEDS else self._step(who, what, sound)
        if happened:
            self.told.allowed += 1
            self.looking.at(self.request, self.model)

    def _choose(self) -> tuple[str, str]:
        """Mostly what leads on, by who may; often enough by somebody else, or anything by anybody."""
        likely, roll = self._leading_on(), self.chance.random()
        if likely and roll < 0.75:
            people, step = self.chance.choice(likely)
            return self.chance.choice(people if roll < 0.65 or people == NOBODY else list(self.actors)), step
        return self.chance.choice(list(self.actors)), self.chance.choice((*STEPS, *DEEDS))

    def _leading_on(self) -> list[tuple[tuple[str, ...], str]]:
        """Return what is likely here, of it what somebody may do now and was not done yet."""
        here, likely = self.model, LIKELY.get(self.model.state, ())
        done = {"i94": here.has_i94, "hear": here.answered, "notice": here.told, "corroborate": not here.marked}
        return [(people, what) for people, what in likely if not done.get(what) and self._somebody_may(people, what)]

    def _somebody_may(self, people: tuple[str, ...], what: str) -> bool:
        if what == "calendar":
            return self.model.lapses
        return any((self.model.lets if what in DEEDS else self.model.allows)(who, what) for who in people)

    def _step(self, who: str, step: str, sound: bool) -> bool:
        wants = step in WANTED or step in ASKS or step in NEEDS_ANSWERS
        foretold = self.model.allows(who, step, sound=sound or not wants)
        said = self._said(step) if sound else self._unsound(step)
        if step in model.ADVERSE:
            foretold = foretold and all(self.model.may_rest(who, fact) for fact in said.rests_on)
        happened = self._tried(lambda request: move_request(
            self.actors[who], request, step, expected_version=request.version, said=said
        ))  # fmt: skip
        self._compare(foretold, happened)
        if happened:
            self.model.take(who, step, said.rests_on)
        return happened

    def _compare(self, foretold: bool, happened: bool) -> None:
        if foretold != happened:
            raise Disagreement("allowed" if happened else "refused")

    def _tried(self, act: Any) -> bool:
        """Try it on a copy: what an action rolled back stays in the instance it was given."""
        request = copy(self.request)
        try:
            act(request)
        except REFUSALS:
            return False
        except IntegrityError as error:
            raise Disagreement(f"nothing but the database refused it: {error}") from None
        self.request = request
        return True

    def _said(self, step: str) -> Said:
        wanted = WANTED.get(step)
        grounds = [each.code for each in wanted.grounds if not each.barred] if wanted else []
        ground = self.chance.choice(grounds) if grounds else ""
        rests_on = [self.chance.choice(LEANED_ON)] if step in ADVERSE else []
        return Said(
            PLAIN, ground=ground, from_trafficker=False if step in ADVERSE else None, answers=ANSWERS,
            rests_on=rests_on, facts=self.facts,
        )  # fmt: skip

    def _unsound(self, step: str) -> Said:
        """Leave words, ground, facts or an answer out, name what is barred or not there, or write hard words."""
        said, wanted = self._said(step), WANTED.get(step)
        barred = [each.code for each in wanted.grounds if each.barred] if wanted else []
        faults = [replace(said, words="", answers={**ANSWERS, "mailing": ""})]
        faults += [replace(said, ground=code) for code in barred]
        faults += [replace(said, from_trafficker=origin) for origin in (True, None) if step in ADVERSE]
        faults += [replace(said, rests_on=named) for named in ((), ("answer.health",)) if step in ADVERSE]
        faults += [replace(said, words=HARD)] if step in JUDGED else []
        return self.chance.choice(faults)

    def _deed(self, who: str, deed: str) -> bool:
        if deed in OF_FACTS:
            return self._to_a_fact(who, deed)
        if deed == "calendar":
            return self._calendar()
        actor, foretold = self.actors[who], self.model.lets(who, deed)
        if deed == "answer" and not self.model.waits:
            return False
        acts = {
            "answer": lambda request: write_message(actor, request, "Because", answers=self._question()),
            "i94": lambda request: record_fact(actor, request, "i94", on=date(2022, 2, 28)),
            "notice": lambda request: record_fact(actor, request, "victim_told"),
            "hear": lambda request: record_fact(actor, request, "victim_answered", words="I did not"),
            "represent": lambda request: name_representative(actor, request, self._office(), "She agreed"),
            "civil": lambda request: record_fact(actor, request, "civil_action", holds=not self.model.kept),
            "family": lambda request: note_family_member(actor, request, RELATIVE),
            "unrepresent": lambda request: end_representation(actor, request),
        }
        happened = self._tried(acts[deed])
        self._compare(foretold, happened)
        if happened:
            self.model.do(deed)
        return happened

    def _to_a_fact(self, who: str, deed: str) -> bool:
        """Mark a fact or bear it out; a marked one is not marked again, one that is not marked is not borne out."""
        actor, fact = self.actors[who], self.chance.choice(LEANED_ON)
        marks = Mark.objects.visible_to(self.actors["officer"]).filter(request=self.request, fact=fact)
        row = marks.filter(corroborated_at=None).first()
        if deed == "corroborate" and row is None:
            return False
        happened = self._tried(
            (lambda request: mark_fact(actor, request, fact, "Her employer said so", facts=self.facts))
            if deed == "mark" else (lambda request: self._bear_out(actor, request, row))
        )  # fmt: skip
        self._compare(self.model.lets(who, deed) and not (deed == "mark" and fact in self.model.marked), happened)
        if happened:
            self.model.do_to(fact, who, deed)
        return happened

    def _bear_out(self, actor: Actor, request: PresenceRequest, row: Any) -> None:
        row.request = request
        corroborate_fact(actor, row, "A neighbor saw it")

    def _calendar(self) -> bool:
        """Let the job of the night come by."""
        request = copy(self.request)
        happened = lapse(None, request, timezone.localdate())
        self._compare(self.model.lapses, happened)
        if happened:
            self.request = PresenceRequest.objects.visible_to(self.actors["officer"]).get(pk=request.pk)
            self.model.do("calendar")
        return happened

    def _office(self) -> Agency:
        return Agency.objects.get(pk=self.actors[COUNSEL[0]].agency_id)

    def _question(self) -> Message:
        rows = Message.objects.visible_to(self.actors["officer"]).filter(request=self.request)
        answered = rows.filter(answers__isnull=False).values("answers")
        found = rows.filter(message_kind=MessageKind.QUESTION).exclude(pk__in=answered).first()
        assert found is not None  # noqa: S101 - the model says that one waits
        return found
