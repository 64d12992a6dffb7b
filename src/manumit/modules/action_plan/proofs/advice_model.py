"""What should happen to a request for advice, its hours and names, said again without database or policies."""

from dataclasses import dataclass, field
from decimal import Decimal

from .model import LEADS, OWNERS

NETWORK = ("adviser", "advising_lead")
ADVISERS = {"network": NETWORK, "council": ("council",), "both": (*NETWORK, "council")}
SIDES = {**dict.fromkeys(OWNERS, OWNERS), "partner": ("partner",), "secretariat": ()}
"""Who may ask, with those who then stand for the asking agency beside the secretariat."""

OFFERED = Decimal(3)
"""Hours a request offers each adviser."""


@dataclass
class Given:
    """Advice: whose, which words, and what became of it."""

    giver: str
    text: str
    named: str
    may_publish: bool
    became: str = ""
    reasons: str = ""
    accepted: bool = False


@dataclass
class Worked:
    """Hours of one adviser on their way to paid."""

    adviser: str
    hours: Decimal
    state: str = "recorded"
    approved_by: str = ""


@dataclass
class AdviceModel:
    """A commitment with one request for advice, as far as the rules look at it."""

    published: bool = False
    asked_by: str = ""
    asked_of: str = "both"
    closed: bool = False
    given: list[Given] = field(default_factory=list)
    worked: list[Worked] = field(default_factory=list)
    at: int = 0
    """Which advice or hours the next step is about."""

    plans_hours: Decimal = Decimal(1)
    """How many hours the next step records."""

    with_reasons: bool = True
    """Whether the next step says why."""

    became: str = "taken"
    """What the next answer says became of the advice."""

    def allows(self, who: str, deed: str) -> bool:
        """Say whether `who` may do `deed` now."""
        if deed == "ask":
            return not self.asked_by and who in SIDES
        return bool(getattr(self, f"_may_{deed}")(who))

    @property
    def reads_of_public(self) -> list[dict[str, str]]:
        """The advice the public should read, in the order given."""
        shown = [each for each in self.given if each.may_publish and each.accepted]
        return [
            {"text": each.text, "named": each.named, "became": each.became, "reasons": each.reasons} for each in shown
        ]

    def words_of(self, who: str) -> int:
        """Return how many words and hours are `who`'s own."""
        return sum(each.giver == who for each in self.given) + sum(each.adviser == who for each in self.worked)

    def reads_hours(self, who: str) -> int:
        """Return how many hours `who` may read: the asking agency's lead and the secretariat."""
        leads = who in LEADS and who in SIDES[self.asked_by] if self.asked_by else False
        return len(self.worked) if leads or who == "secretariat" else 0

    def _keeps(self, who: str) -> bool:
        return bool(self.asked_by) and (who in SIDES[self.asked_by] or who == "secretariat")

    def _advises(self, who: str) -> bool:
        return bool(self.asked_by) and who in ADVISERS[self.asked_of]

    def _may_give(self, who: str) -> bool:
        return self._advises(who) and not self.closed

    def _may_answer(self, who: str) -> bool:
        return self._keeps(who) and bool(self.given) and (self.became == "taken" or self.with_reasons)

    def _may_accept(self, who: str) -> bool:
        return who == "secretariat" and bool(self.given) and self._chosen.may_publish and bool(self._chosen.became)

    def _may_name(self, who: str) -> bool:
        return bool(self.given) and self._chosen.giver == who

    def _may_close(self, who: str) -> bool:
        return self._keeps(who) and not self.closed and all(each.became for each in self.given)

    def _may_record(self, who: str) -> bool:
        before = sum(each.hours for each in self.worked if each.adviser == who and each.state != "returned")
        return self._advises(who) and before + self.plans_hours <= OFFERED

    def _may_approve(self, who: str) -> bool:
        approver = who == "secretariat" or (who in LEADS and self._keeps(who))
        return approver and bool(self.worked) and self._hours.state == "recorded" and self._hours.adviser != who

    def _may_send_back(self, who: str) -> bool:
        return self._may_approve(who) and self.with_reasons

    def _may_pay(self, who: str) -> bool:
        if who != "secretariat" or not self.worked or not self.with_reasons:
            return False
        return self._hours.state == "approved" and who not in (self._hours.adviser, self._hours.approved_by)

    def _may_publish(self, who: str) -> bool:
        return who == "secretariat" and not self.published

    def _may_take_back(self, who: str) -> bool:
        return who == "secretariat" and self.published

    @property
    def _chosen(self) -> Given:
        return self.given[self.at % len(self.given)]

    @property
    def _hours(self) -> Worked:
        return self.worked[self.at % len(self.worked)]
