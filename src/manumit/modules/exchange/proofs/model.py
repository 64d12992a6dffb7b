"""What ought to be readable: the rules of exchange told once more, in lines that share nothing with the product."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass
class Given:
    """A release as it was made, `onward_of` the one it shows on. `ended`: whether anything ended it before its time."""

    record: int
    to: int
    groups: frozenset[str]
    until: datetime
    agreement: str = ""
    ended: bool = False
    onward_of: int = 0

    def live(self, at: datetime) -> bool:
        """Whether it holds at the moment `at`."""
        return not self.ended and at < self.until


@dataclass
class Asked:
    """A request by an agency of another, with what was offered, if less was."""

    record: int
    by: int
    of: int
    groups: frozenset[str]
    last_day: date
    state: str = "asked"
    offered: Given | None = None


@dataclass
class Model:
    """Owners by record, releases by id, agreements in force with their pair, groups and end, and the nation's word.

    `named` is None until the nation decided anything about investigation; then the agencies it lets. `shown_on` are the
    agreements by which the receiver may show on what it was released.
    """

    owners: dict[int, int]
    peoples: set[int]
    nation_agencies: frozenset[int]
    given: dict[int, Given] = field(default_factory=dict)
    agreements: dict[str, tuple[int, int, frozenset[str], datetime]] = field(default_factory=dict)
    named: set[int] | None = None
    asked: dict[int, Asked] = field(default_factory=dict)
    shown_on: frozenset[str] = frozenset()

    def nation_lets(self, record: int, agency: int) -> bool:
        """Whether the record's nation lets the agency investigate."""
        free = record not in self.peoples or agency in self.nation_agencies or self.named is None
        return free or agency in (self.named or set())

    def may_release(self, by: int, new: Given, at: datetime) -> bool:
        """Whether `by` may make this release."""
        fits = self.owners[new.record] == by != new.to and new.until > at and self.nation_lets(new.record, new.to)
        if not new.agreement:
            return fits
        giver, receiver, groups, end = self.agreements.get(new.agreement, (0, 0, frozenset(), at))
        return fits and (giver, receiver) == (by, new.to) and new.groups <= groups and new.until <= end and at < end

    def may_show_on(self, by: int, new: Given, at: datetime) -> bool:
        """Whether `by` may show on to `new.to` what it was released: no wider, no longer, and only first hand."""
        first = self.given[new.onward_of]
        lets = first.agreement in self.shown_on & self.agreements.keys() and not first.onward_of
        theirs = by == first.to and new.to not in (by, self.owners[new.record])
        within = new.groups <= first.groups and at < new.until <= first.until
        return first.live(at) and lets and theirs and within and self.nation_lets(new.record, new.to)

    def recall(self, key: int) -> None:
        """A release is ended by its owner, and with it what was shown on by it."""
        self.given[key].ended = True
        self._end_what_was_shown_on(self.given[key].record)

    def live(self, record: int, agency: int, group: str, at: datetime) -> set[int]:
        """Return the releases by which the agency reads the group."""
        return {key for key, each in self._of(record).items() if each.to == agency and _shows(each, group, at)}

    def may_read(self, record: int, agency: int, group: str, at: datetime) -> bool:
        """Whether the agency reads the group."""
        return self.owners[record] == agency or bool(self.live(record, agency, group, at))

    def give(self, key: int, new: Given) -> None:
        """A release was made."""
        self.given[key] = new
        self._by_record.setdefault(new.record, {})[key] = new

    def decide(self, agencies: set[int], *, lets: bool) -> None:
        """The nation names agencies, one or all, or names them no more; what it no longer lets ends."""
        self.named = (self.named or set()) | agencies if lets else (self.named or set()) - agencies
        self._keep_to_the_nation()

    def belongs(self, record: int, *, theirs: bool) -> None:
        """The record is said to be of the nation's people, or not; what the nation does not let ends."""
        (self.peoples.add if theirs else self.peoples.discard)(record)
        self._keep_to_the_nation()

    def withdraw(self, agreement: str) -> None:
        """The agreement ends with everything under it."""
        self.agreements.pop(agreement, None)
        for each in self.given.values():
            each.ended |= each.agreement == agreement

    def hand_over(self, record: int, to: int) -> None:
        """The record has another owner; what the former released ends."""
        self.owners[record] = to
        for each in self._of(record).values():
            each.ended = True

    _by_record: dict[int, dict[int, Given]] = field(default_factory=dict)

    def _of(self, record: int) -> dict[int, Given]:
        return self._by_record.get(record, {})

    def _keep_to_the_nation(self) -> None:
        for each in self.given.values():
            each.ended |= not self.nation_lets(each.record, each.to)
        for record in self._by_record:
            self._end_what_was_shown_on(record)

    def _end_what_was_shown_on(self, record: int) -> None:
        for each in self._of(record).values():
            each.ended |= bool(each.onward_of) and self.given[each.onward_of].ended


def _shows(each: Given, group: str, at: datetime) -> bool:
    return each.live(at) and (group == "summary" or group in each.groups)
