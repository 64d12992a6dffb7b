"""What should happen to advice and hours, said again without database or policies: the second half of the model."""

from dataclasses import dataclass, field

OWNERS = ("contact", "lead", "second_lead")
KEEPERS = ("secretariat", "treasurer")
ADVISERS = {"network": ("consultant",), "council": ("council",), "both": ("consultant", "council")}


@dataclass
class Given:
    """An advice: who gave it, whether its giver lets the public read it, under what name, and what became of it."""

    by: str
    text: str
    public: bool
    named: str = ""
    became: str = ""
    let_out: bool = False


@dataclass
class Hours:
    """Hours as they stand, and who approved them."""

    state: str = "recorded"
    approved_by: str = ""


@dataclass
class AdviceModel:
    """A request for advice beside the commitment; `asked_of` is empty where nobody was asked."""

    asked_of: str = ""
    closed: bool = False
    given: list[Given] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)

    @property
    def read_by_the_public(self) -> list[tuple[str, str, str]]:
        """Text, name and what became of each advice the public should read, where the promise is published."""
        return [(each.text, each.named, each.became) for each in self.given if each.public and each.let_out]

    def _may_advise(self, who: str) -> bool:
        return who in ADVISERS.get(self.asked_of, ()) and not self.closed

    def _may_become(self, who: str) -> bool:
        return who in (*OWNERS, *KEEPERS) and bool(self.given)

    def _may_let_out(self, who: str) -> bool:
        return who in KEEPERS and bool(self.given) and self.given[-1].public and bool(self.given[-1].became)

    def _may_choose(self, who: str) -> bool:
        return bool(self.given) and self.given[-1].by == who

    def _may_record_hours(self, who: str) -> bool:
        return who in ADVISERS.get(self.asked_of, ())

    def _may_approve_hours(self, who: str) -> bool:
        return who in ("lead", "second_lead", *KEEPERS) and self._newest_hours("recorded")

    def _may_return_hours(self, who: str) -> bool:
        return self._may_approve_hours(who)

    def _may_pay_hours(self, who: str) -> bool:
        return who in KEEPERS and self._newest_hours("approved") and self.hours[-1].approved_by != who

    def _may_close(self, who: str) -> bool:
        asked = bool(self.asked_of) and not self.closed
        return asked and who in (*OWNERS, *KEEPERS) and all(each.became for each in self.given)

    def _newest_hours(self, state: str) -> bool:
        return bool(self.hours) and self.hours[-1].state == state
