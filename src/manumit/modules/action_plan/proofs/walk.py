"""One random way through the procedure: each step is done, foretold, and the public's copy looked at afterwards."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from functools import partial
from random import Random
from typing import Any, Final, Generic, Protocol, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import transaction

from manumit.spine.access import Denied, Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange
from manumit.spine.workflow import NotNow

from ..actions.comment_on_update import answer_comment, comment_on_update
from ..actions.draft_update import draft_update
from ..actions.give_evidence import give_evidence
from ..actions.move_update import move_update
from ..actions.publish_commitment import publish_commitment, withdraw_commitment
from ..actions.say_jointly import say_jointly
from ..models import Commitment, CouncilComment, ProgressUpdate, PublicCommitment
from .model import LEADS, OWNERS, Model

STEPS: Final = ("submit", "approve", "return_to_contact", "accept", "return_to_agency", "withdraw")
DEEDS: Final = ("draft", "draft", *STEPS, *STEPS, "give_evidence", "speak", "comment", "answer", "publish", "take_back")
NEXT: Final = {
    "submit": "submitted", "approve": "approved", "return_to_contact": "draft", "accept": "accepted",
    "return_to_agency": "draft", "withdraw": "withdrawn",
}  # fmt: skip
KEEPER: Final = ("secretariat",)
LIKELY: Final = {
    "none": (OWNERS, "draft"), "draft": (OWNERS, "submit"), "submitted": (LEADS, "approve"),
    "approved": (KEEPER, "accept"), "accepted": (KEEPER, "withdraw"), "withdrawn": (OWNERS, "draft"),
}  # fmt: skip
REFUSALS: Final = (Denied, Hidden, NotNow, NothingToChange, ValidationError)
QUARTER: Final = "2026-Q3"
MARK: Final = "INTERNAL"


class Disagreement(AssertionError):
    """What happened is not what the model foretold, or the public reads what it should not."""


class Foretelling(Protocol):
    """What every model of a walk knows."""

    published: bool

    def allows(self, who: str, deed: str) -> bool:
        """Say whether `who` may do `deed` now."""
        ...


M = TypeVar("M", bound=Foretelling)
T = TypeVar("T")


class Way(ABC, Generic[M]):
    """A way: the commitment, who may act, and the model that walks along."""

    def __init__(self, chance: Random, actors: Mapping[str, Actor], commitment: Commitment, model: M) -> None:
        self.chance, self.actors, self.commitment, self.model = chance, actors, commitment, model
        self.taken: list[str] = []
        self.done = 0
        self._kept: dict[str, Any] = {}

    def go(self, steps: int) -> None:
        """Take `steps` steps. Raises Disagreement naming the way so far.

        A refused step is rolled back: what was read before it stands, and the public's copy is as it was looked at.
        """
        for _ in range(steps):
            who, deed = self._choose()
            self.taken.append(f"{who} {deed}")
            foretold = self.model.allows(who, deed)
            happened = self._try(who, deed)
            if foretold != happened:
                raise Disagreement(f"{'allowed' if happened else 'refused'}: {self.way}")
            self.done += happened
            self._look(happened)

    @abstractmethod
    def _choose(self) -> tuple[str, str]:
        """Return who does what next."""

    def _try(self, who: str, deed: str) -> bool:
        try:
            with transaction.atomic():
                self._act(deed)(who)
        except REFUSALS:
            return False
        self._kept.clear()
        return True

    def _once(self, name: str, read: Callable[[], T]) -> T:
        """Return a copy of what `read` found since something last happened: a refused step may write into it."""
        if name not in self._kept:
            self._kept[name] = read()
        return copy(cast(T, self._kept[name]))

    def _act(self, deed: str) -> Callable[[str], None]:
        """Return what does a deed for somebody: the method of its name."""
        act: Callable[[str], None] = getattr(self, f"_{deed}")
        return act

    def _publish(self, who: str) -> None:
        self.commitment.refresh_from_db()
        publish_commitment(self.actors[who], self.commitment, expected_version=self.commitment.version)
        self.model.published = True

    def _take_back(self, who: str) -> None:
        self.commitment.refresh_from_db()
        withdraw_commitment(self.actors[who], self.commitment, expected_version=self.commitment.version)
        self.model.published = False

    def _look(self, happened: bool) -> None:
        """Raise Disagreement unless the public reads exactly what it should, once something happened."""
        if happened:
            self._look_at_copy()

    def _look_at_copy(self) -> None:
        told = PublicCommitment.objects.filter(number=self.commitment.number).first()
        if (told is not None) != self.model.published:
            raise Disagreement(f"published: {told is not None}: {self.way}")
        if told is not None and MARK in json.dumps(told.told):
            raise Disagreement(f"internal text in public: {self.way}")
        if told is not None:
            self._read(told)

    @abstractmethod
    def _read(self, copy: PublicCommitment) -> None:
        """Raise Disagreement unless the public's copy holds what it should."""

    @property
    def way(self) -> str:
        """The steps so far."""
        return "; ".join(self.taken)


class Walk(Way[Model]):
    """A way on which a quarter's report moves."""

    def _choose(self) -> tuple[str, str]:
        """Mostly anything by anybody, often enough what leads on."""
        if self.chance.random() < 0.45:
            people, deed = LIKELY[self.model.state]
            return self.chance.choice(people), deed
        return self.chance.choice(list(self.actors)), self.chance.choice(DEEDS)

    def _report(self) -> ProgressUpdate:
        """Return the newest report. Raises Hidden where there is none."""
        if (newest := self._once("report", self._newest)) is None:
            raise Hidden
        return newest

    def _newest(self) -> ProgressUpdate | None:
        found = ProgressUpdate.objects.visible_to(self.actors["contact"]).filter(commitment=self.commitment)
        return found.select_related("owner", "commitment").order_by("-id").first()

    def _draft(self, who: str) -> None:
        status = self.chance.choice(("in_progress", "completed", "delayed"))
        explained = self.chance.random() < 0.5
        text = f"Report {len(self.taken)}"
        values: dict[str, Any] = {"status": status, "public_text": text, "internal_text": f"{MARK} {text}"}
        values |= (
            {"reason": "Late", "new_due_on": date(2027, 1, 31)} if explained else {"reason": "", "new_due_on": None}
        )
        draft_update(self.actors[who], self.commitment, QUARTER, values)
        model = self.model
        if model.state in ("none", "withdrawn"):
            model.comments, model.heard = [], False
        model.state, model.status, model.explained, model.text, model.drafted_by = "draft", status, explained, text, who

    def _act(self, deed: str) -> Callable[[str], None]:
        return partial(self._step, deed) if deed in STEPS else super()._act(deed)

    def _step(self, step: str, who: str) -> None:
        report = self._report()
        why = {"reason": "other", "words": "Because"} if step.startswith(("return", "withdraw")) else {}
        move_update(self.actors[who], report, step, expected_version=report.version, **why)
        self.model.state = NEXT[step]

    def _give_evidence(self, who: str) -> None:
        give_evidence(self.actors[who], self.commitment, {"evidence_kind": "data", "title": "Data"})
        self.model.evidence = True

    def _speak(self, who: str) -> None:
        status = self.chance.choice(("in_progress", "completed"))
        say_jointly(self.actors[who], self.commitment, status)
        self.model.words["partner" if who == "partner" else "owner"] = status

    def _comment(self, who: str) -> None:
        text = self.chance.choice(("Who was asked?", ""))
        comment_on_update(self.actors[who], self._report(), text)
        self.model.comments.append(bool(text))
        self.model.heard = True

    def _answer(self, who: str) -> None:
        report = self._report()
        found = CouncilComment.objects.visible_to(self.actors["contact"]).filter(update=report, answered_at=None)
        comment = found.exclude(text="").order_by("id").first()
        if comment is None:
            raise Hidden
        answer_comment(self.actors[who], report, comment, "Forty workers.")
        self.model.comments[self.model.comments.index(True)] = False

    def _read(self, copy: PublicCommitment) -> None:
        texts = [each["text"] for each in copy.told["updates"]]
        if texts != self.model.reads_of_public or copy.status != self.model.public_status:
            raise Disagreement(f"the public reads {texts}, {copy.status}: {self.way}")
