"""The steps of a way that ask nothing of reports: advice is given, answered, let out, held back; hours are paid."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Final

from manumit.spine.access import Hidden
from manumit.spine.identity.actor import Actor

from ..actions.answer_advice import accept_advice, answer_advice
from ..actions.ask_advice import ask_advice, close_advice
from ..actions.choose_name import choose_name
from ..actions.give_advice import give_advice
from ..actions.record_hours import move_hours, record_hours
from ..models import Advice, AdviceRequest, Commitment, PaidHours, Voice
from .advice_model import Given, Hours
from .model import Model

DEEDS: Final = (
    "advise", "become", "let_out", "choose", "record_hours", "approve_hours", "return_hours", "pay_hours", "close",
)  # fmt: skip
OFFERED: Final = {"hours": Decimal(200), "rate": Decimal(80)}
MARK: Final = "INTERNAL"


class AdviceWalk:
    """The half of a way that is about advice."""

    chance: Random
    actors: Mapping[str, Actor]
    commitment: Commitment
    model: Model
    asked: AdviceRequest | None = None

    def ask(self, asked_of: str) -> None:
        """Let the contact ask, before the way begins."""
        values = {"asked_of": asked_of, "question": "Whom?", "internal_text": f"{MARK} Budget", **OFFERED}
        self.asked = ask_advice(self.actors["contact"], self.commitment, values)
        self.model.asked_of = asked_of

    def _request(self) -> AdviceRequest:
        if self.asked is None:
            raise Hidden
        self.asked.refresh_from_db()
        return self.asked

    def _advice(self) -> Advice:
        newest = Advice.unscoped.filter(request=self._request()).order_by("-id").first()
        if newest is None:
            raise Hidden
        return newest

    def _advise(self, who: str) -> None:
        text, public = f"<advice {len(self.model.given)}>", self.chance.random() < 0.6
        give_advice(self.actors[who], self._request(), text, may_publish=public)
        self.model.given.append(Given(who, text, public))

    def _become(self, who: str) -> None:
        became = self.chance.choice(("taken", "partly", "not_taken"))
        answer_advice(self.actors[who], self._request(), self._advice(), became, "So it went.")
        self.model.given[-1].became, self.model.given[-1].let_out = became, False

    def _let_out(self, who: str) -> None:
        accept_advice(self.actors[who], self._request(), self._advice())
        self.model.given[-1].let_out = True

    def _choose(self, who: str) -> None:
        """Hold one's words back, or show them, with a name or without."""
        public, named = self.chance.random() < 0.5, self.chance.choice(("", f"Name of {who}"))
        voice = Voice.unscoped.get(advice=self._advice())
        choose_name(self.actors[who], voice, named=named, may_publish=public)
        self.model.given[-1].public, self.model.given[-1].named = public, named

    def _record_hours(self, who: str) -> None:
        did = {"worked_on": date(2026, 1, 5), "hours": Decimal("0.25"), "did": f"{MARK} reading"}
        record_hours(self.actors[who], self._request(), did)
        self.model.hours.append(Hours())

    def _move_hours(self, who: str, step: str, state: str) -> None:
        newest = PaidHours.unscoped.filter(request=self._request()).order_by("-id").first()
        if newest is None:
            raise Hidden
        move_hours(self.actors[who], self._request(), newest, step, "Because")
        self.model.hours[-1].state = state
        if step == "approve":
            self.model.hours[-1].approved_by = who

    def _approve_hours(self, who: str) -> None:
        self._move_hours(who, "approve", "approved")

    def _return_hours(self, who: str) -> None:
        self._move_hours(who, "return", "returned")

    def _pay_hours(self, who: str) -> None:
        self._move_hours(who, "pay", "paid")

    def _close(self, who: str) -> None:
        request = self._request()
        close_advice(self.actors[who], request, expected_version=request.version)
        self.model.closed = True


def read(told: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return text, name and what became of each advice in a public copy."""
    return [(each["text"], each["named"], each["became"]) for each in told["advice"]]
