"""A random way on which advice is asked for, given, answered, let out and paid, each step foretold.

After each step somebody looks: the public at its copy, one of the cast at whose words and hours they may read.
"""

from collections.abc import Mapping
from copy import copy
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Final, TypeVar, cast

from django.db import models

from manumit.spine.access import Hidden
from manumit.spine.identity.actor import Actor

from ..actions.answer_advice import accept_advice, answer_advice
from ..actions.ask_advice import ask_advice, close_advice
from ..actions.choose_name import choose_name
from ..actions.give_advice import give_advice
from ..actions.record_hours import move_hours, record_hours
from ..models import Advice, AdviceRequest, Commitment, PaidHours, PublicCommitment, Voice
from .advice_model import ADVISERS, OFFERED, AdviceModel, Given, Worked
from .sight import Sight
from .walk import MARK, Disagreement, Way

R = TypeVar("R", bound=models.Model)
HOURS: Final = ("record", "approve", "send_back", "pay")
DEEDS: Final = ("ask", "give", "answer", "accept", "name", "close", "publish", "take_back", *HOURS, "give", "name")
KEEPS: Final = ("contact", "lead", "secretariat")
DONE_ON: Final = date(2026, 1, 5)


class AdviceWalk(Way[AdviceModel]):
    """A way of one request for advice beside the commitment."""

    def __init__(self, chance: Random, actors: Mapping[str, Actor], commitment: Commitment, model: AdviceModel,
                 sight: Sight) -> None:  # fmt: skip
        super().__init__(chance, actors, commitment, model)
        self._sight = sight

    def _choose(self) -> tuple[str, str]:
        """Mostly anything by anybody, often enough what leads on."""
        model, chance = self.model, self.chance
        model.at, model.with_reasons = chance.randrange(4), chance.random() < 0.7
        model.plans_hours = chance.choice((Decimal("0.5"), Decimal("1.25"), Decimal(2)))
        model.became = chance.choice(("taken", "partly", "not_taken"))
        if not model.asked_by:
            return chance.choice((*KEEPS, "partner", "council", "adviser")), "ask"
        if chance.random() < 0.6:
            return self._likely()
        return chance.choice(list(self.actors)), chance.choice(DEEDS)

    def _likely(self) -> tuple[str, str]:
        model, chance = self.model, self.chance
        if not model.given or chance.random() < 0.2:
            return chance.choice(ADVISERS[model.asked_of]), chance.choice(("give", "record"))
        deed = chance.choice(("answer", "accept", "name", "approve", "pay"))
        people = {"accept": ("secretariat",), "pay": ("secretariat",), "name": (self._giver,)}
        return chance.choice(people.get(deed, KEEPS)), deed

    @property
    def _giver(self) -> str:
        return self.model.given[self.model.at % len(self.model.given)].giver

    def _request(self) -> AdviceRequest:
        """Return the request as the secretariat sees it. Raises Hidden where there is none."""
        if (request := self._once("request", self._find_request)) is None:
            raise Hidden
        return request

    def _find_request(self) -> AdviceRequest | None:
        found = AdviceRequest.objects.visible_to(self.actors["secretariat"]).filter(commitment=self.commitment)
        return found.select_related("owner").first()

    def _advice(self) -> Advice:
        return self._at("advice", Advice)

    def _hours(self) -> PaidHours:
        return self._at("hours", PaidHours)

    def _at(self, name: str, model: type[R]) -> R:
        """Return the row of the request that the step is about. Raises Hidden where there is none."""
        scoped: Any = model
        found = scoped.objects.visible_to(self.actors["secretariat"])
        rows = self._once(name, lambda: list(found.filter(request=self._request()).order_by("id")))
        if not rows:
            raise Hidden
        return copy(cast(R, rows[self.model.at % len(rows)]))

    def _ask(self, who: str) -> None:
        if self.model.asked_by:
            raise Hidden
        asked_of = self.chance.choice(list(ADVISERS))
        about = Commitment.objects.visible_to(self.actors["secretariat"]).get(pk=self.commitment.pk)
        values = {"asked_of": asked_of, "question": "What is missing?", "hours": OFFERED, "rate": Decimal(70)}
        ask_advice(self.actors[who], about, {**values, "internal_text": MARK})
        self.model.asked_by, self.model.asked_of = who, asked_of

    def _give(self, who: str) -> None:
        number = len(self.taken)
        text, named = f"Advice {number}", self.chance.choice(("", f"Name {number}"))
        may_publish = self.chance.random() < 0.6
        give_advice(self.actors[who], self._request(), text, named=named, may_publish=may_publish)
        self.model.given.append(Given(who, text, named, may_publish))

    def _answer(self, who: str) -> None:
        model, advice = self.model, self._advice()
        reasons = f"Because {len(self.taken)}" if model.with_reasons else ""
        answer_advice(self.actors[who], self._request(), advice, model.became, reasons)
        given = model.given[model.at % len(model.given)]
        given.became, given.reasons, given.accepted = model.became, reasons, False

    def _accept(self, who: str) -> None:
        accept_advice(self.actors[who], self._request(), self._advice())
        self.model.given[self.model.at % len(self.model.given)].accepted = True

    def _name(self, who: str) -> None:
        """Choose a name for words: whoever gave them finds them, everybody else tries with a row they cannot have."""
        voice = (
            Voice.objects.visible_to(self.actors[self._giver]).get(advice=self._advice()) if self.model.given else None
        )
        if voice is None:
            raise Hidden
        named, may_publish = self.chance.choice(("", f"Chosen {len(self.taken)}")), self.chance.random() < 0.6
        choose_name(self.actors[who], voice, named=named, may_publish=may_publish)
        given = self.model.given[self.model.at % len(self.model.given)]
        given.named, given.may_publish = named, may_publish

    def _close(self, who: str) -> None:
        request = self._request()
        close_advice(self.actors[who], request, expected_version=request.version)
        self.model.closed = True

    def _record(self, who: str) -> None:
        values: dict[str, Any] = {"worked_on": DONE_ON, "hours": self.model.plans_hours, "did": f"{MARK} Read"}
        record_hours(self.actors[who], self._request(), values)
        self.model.worked.append(Worked(who, self.model.plans_hours))

    def _approve(self, who: str) -> None:
        self._move(who, "approve", "approved").approved_by = who

    def _send_back(self, who: str) -> None:
        self._move(who, "return", "returned")

    def _pay(self, who: str) -> None:
        self._move(who, "pay", "paid")

    def _move(self, who: str, step: str, state: str) -> Worked:
        words = f"{MARK} words" if self.model.with_reasons else ""
        move_hours(self.actors[who], self._request(), self._hours(), step, words)
        worked = self.model.worked[self.model.at % len(self.model.worked)]
        worked.state = state
        return worked

    def _look(self, happened: bool) -> None:
        """Raise Disagreement too where one of the cast reads words or hours they may not, or misses their own."""
        super()._look(happened)
        who = self.chance.choice(list(self.actors))
        words, hours, payees = self._sight.finds(who)
        if words != self.model.words_of(who):
            raise Disagreement(f"{who} finds other words than their own: {self.way}")
        if hours != self.model.reads_hours(who):
            raise Disagreement(f"{who} reads other hours than they may: {self.way}")
        if payees != (len(self.model.worked) if who == "secretariat" else 0):
            raise Disagreement(f"{who} reads whom to pay: {self.way}")

    def _read(self, copy: PublicCommitment) -> None:
        read = [{name: each[name] for name in ("text", "named", "became", "reasons")} for each in copy.told["advice"]]
        if read != self.model.reads_of_public:
            raise Disagreement(f"the public reads {read}: {self.way}")
