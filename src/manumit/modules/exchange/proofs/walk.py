"""One world: in each round every record goes through a deed, and something happens to all; each step is foretold."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.spine.access import Denied, Hidden
from manumit.spine.records import Conflict, NothingToChange
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused

from ..actions.move_agreement import move_agreement
from ..actions.record_decision import Decided, record_decision
from .deeds import Deeds
from .looking import Disagreement, Looking
from .model import Model
from .scene import AGREED_DAYS, Scene

__all__ = ["Disagreement", "Walk"]

OWN: Final = (
    *("release",) * 6, *("show_on",) * 3, *("ask",) * 3, "recall", "recall", "offer", "pass_on", "belongs", "belongs",
)  # fmt: skip
LOOKED: Final = 0.4
"""How often a record is opened after a deed; every round all of them are listed."""
SHARED: Final = ("tick", "tick", "tick", "decide", "decide", "withdraw")
REFUSALS: Final = (Denied, Hidden, NotNow, Refused, Conflict, NothingToChange, ValidationError)


class Walk:
    """A world of `size` records of one scene."""

    def __init__(self, chance: Random, scene: Scene, size: int) -> None:
        self.chance, self.scene = chance, scene
        self.records = [*scene.records][:size]
        self.taken: list[str] = []
        self.steps = 0
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        owners = {key: scene.records[key].owner_id for key in self.records}
        mine = frozenset(key for key, actor in scene.actors.items() if actor.nation_id == scene.nation_id)
        self.model = Model(owners, set(scene.peoples), mine)
        self.looking = Looking(chance, scene, self.model)
        self.deeds = Deeds(chance, scene, self.model)
        ends = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=AGREED_DAYS + 1), time.min))
        for each in scene.agreements:
            each.refresh_from_db()
            pair = frozenset({"summary", *scene.groups[:2]})
            self.model.agreements[each.number] = (each.owner_id, each.other_id, pair, ends)
        self.model.shown_on = frozenset(each.number for each in scene.agreements if each.onward == "yes")

    def go(self, rounds: int) -> None:
        """Take `rounds` rounds. Raises Disagreement naming what led to it."""
        try:
            for _ in range(rounds):
                for record in self.records:
                    self._own(record)
                self._shared()
            self.looking.everybody(self.records)
        except Disagreement as found:
            told = "; ".join(self.taken[-len(self.records) :])
            raise Disagreement(f"{found}, after {told}") from found

    def _own(self, record: int) -> None:
        """Let the record go through a deed; then one who is concerned opens it."""
        deed = self.deeds.expected(record) or self.chance.choice(OWN)
        self._take(deed, f"{deed} {record}", lambda: getattr(self.deeds, deed)(record))
        self.steps += 1
        if self.chance.random() < LOOKED:
            self.looking.one(record, self.deeds.concerned or self.looking.anyone())

    def _shared(self) -> None:
        """Let something happen to every record; then all of them are listed."""
        deed = self.chance.choice(SHARED)
        self._take(deed, deed, getattr(self, f"_{deed}"))
        self.steps += len(self.records)
        self.looking.everybody(self.records) if self.chance.random() < 0.5 else self.looking.somebody(self.records)
        self.looking.pages(self.records)

    def _take(self, deed: str, told: str, act: Callable[[], object]) -> None:
        self.taken.append(told)
        try:
            act()
            self.done[deed] += 1
        except REFUSALS:
            self.taken[-1] += " refused"
            self.refused[deed] += 1

    def _tick(self) -> None:
        self.scene.clock.at += timedelta(days=self.chance.choice((0, 1, 6, 29)), hours=self.chance.randint(0, 23))

    def _withdraw(self) -> None:
        paper = self.chance.choice(self.scene.agreements)
        paper.refresh_from_db()
        by = self.chance.choice((paper.owner_id, paper.other_id))
        move_agreement(self.scene.actors[by], paper, "withdraw", expected_version=paper.version, words="Drill")
        self.model.withdraw(paper.number)

    def _decide(self) -> None:
        by, agency, lets = next(iter(self.model.nation_agencies)), self.looking.anyone(), self.chance.random() < 0.7
        every = self.chance.random() < 0.3
        said = Decided("investigation", lets, "Council", "Drill", None if every else agency)
        record_decision(self.scene.actors[by], self.scene.nation_id, said)
        self.taken[-1] += f" {'all' if every else agency} {lets}"
        self.model.decide({*self.scene.actors} if every else {agency}, lets=lets)
