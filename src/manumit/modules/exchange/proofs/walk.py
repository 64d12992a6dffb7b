"""One random history: each step is foretold, and afterwards three ways of reading are held against the model."""

from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Denied, Hidden, decide_many, find
from manumit.spine.access.models import SharingTerms
from manumit.spine.access.resting import rests_on
from manumit.spine.records import Conflict
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused

from ..actions.move_agreement import move_agreement
from ..actions.record_decision import Decided, record_decision
from ..actions.release_record import recall, release_record
from ..actions.transfer_record import Offer, answer_transfer, offer_transfer
from ..models import Transfer
from .model import Given, Model
from .scene import AGREED_DAYS, Scene

DEEDS: Final = ("release", "release", "release", "tick", "tick", "recall", "decide", "offer", "answer", "withdraw")
REFUSALS: Final = (Denied, Hidden, NotNow, Refused, Conflict, ValidationError)
DAYS: Final = (1, 7, 30, 90)


class Disagreement(AssertionError):
    """What happened, or who reads, is not what the model foretold."""


class Walk:
    """A history of one scene."""

    def __init__(self, chance: Random, scene: Scene) -> None:
        self.chance, self.scene = chance, scene
        self.taken: list[str] = []
        self.done = self.reads = self.decisions = 0
        self.transfers: dict[int, Transfer] = {}
        owners = {each.pk: each.owner_id for each in scene.records}
        peoples = frozenset(each.pk for each in scene.records[::2]) if scene.kind.nation else frozenset()
        mine = frozenset(key for key, actor in scene.actors.items() if actor.nation_id == scene.nation_id)
        self.model = Model(owners, peoples, mine)
        ends = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=AGREED_DAYS + 1), time.min))
        for each in scene.agreements:
            pair = frozenset({"summary", *scene.groups[:2]})
            self.model.agreements[each.number] = (each.owner_id, each.other_id, pair, ends)

    def go(self, steps: int) -> None:
        """Take `steps` steps. Raises Disagreement naming the history so far."""
        for _ in range(steps):
            deed = self.chance.choice(DEEDS)
            record = self.chance.choice(self.scene.records).pk
            self.taken.append(deed)
            try:
                with transaction.atomic():
                    getattr(self, f"_{deed}")(record)
                self.done += 1
            except REFUSALS:
                self.taken[-1] += " refused"
            self._look(record)
        self._list()

    def _fail(self, what: str) -> None:
        raise Disagreement(f"{what}: {'; '.join(self.taken)}")

    def _anyone(self) -> int:
        return self.chance.choice(list(self.scene.actors))

    def _find(self, agency: int, record: int, action: str = "read_summary") -> Any:
        number = next(each.number for each in self.scene.records if each.pk == record)
        return find(self.scene.actors[agency], action, self.scene.kind.name, number)

    def _release(self, record: int) -> None:
        by = self.model.owners[record] if self.chance.random() < 0.9 else self._anyone()
        to, now = self._anyone(), self.scene.clock.now()
        groups = frozenset(self.chance.sample(self.scene.groups, self.chance.randint(0, len(self.scene.groups))))
        until = now + timedelta(days=self.chance.choice(DAYS), seconds=-1)
        fitting = [key for key, (giver, _, _, _) in self.model.agreements.items() if giver == by]
        agreement = self.chance.choice(fitting) if fitting and self.chance.random() < 0.6 else ""
        if agreement and self.chance.random() < 0.8:
            to = self.model.agreements[agreement][1]
        new = Given(record, to, groups, until, agreement)
        foretold = self.model.may_release(by, new, now)
        under = SharingTerms.objects.get(agreement=agreement) if agreement else None
        terms = Terms(to, groups, frozenset({"investigation"}), "Drill", until, under)
        self.taken[-1] += f" {record} {by}->{to} {sorted(groups)} {agreement}"
        try:
            made = release_record(self.scene.actors[by], self._find(by, record, "release"), terms)
        except REFUSALS:
            if foretold:
                self._fail("a release was refused that may be made")
            raise
        if not foretold:
            self._fail("a release was made that may not")
        self.model.given[made.pk] = new

    def _recall(self, record: int) -> None:
        mine = [key for key, each in self.model.given.items() if each.record == record]
        if not mine:
            raise Hidden
        key, owner = self.chance.choice(mine), self.model.owners[record]
        recall(self.scene.actors[owner], self._find(owner, record, "release"), key)
        self.model.given[key].ended = True

    def _tick(self, record: int) -> None:
        self.scene.clock.at += timedelta(days=self.chance.choice((0, 1, 6, 29)), hours=self.chance.randint(0, 23))

    def _withdraw(self, record: int) -> None:
        paper = self.chance.choice(self.scene.agreements)
        paper.refresh_from_db()
        by = self.chance.choice((paper.owner_id, paper.other_id))
        move_agreement(self.scene.actors[by], paper, "withdraw", expected_version=paper.version, words="Drill")
        self.model.withdraw(paper.number)

    def _decide(self, record: int) -> None:
        by, agency, lets = next(iter(self.model.nation_agencies)), self._anyone(), self.chance.random() < 0.6
        said = Decided("investigation", lets, "Council", "Drill", agency)
        record_decision(self.scene.actors[by], self.scene.nation_id, said)
        self.taken[-1] += f" {agency} {lets}"
        self.model.decide(agency, lets=lets)

    def _offer(self, record: int) -> None:
        owner, to = self.model.owners[record], self._anyone()
        made = offer_transfer(self.scene.actors[owner], self._find(owner, record, "release"), Offer(to, "Drill"))
        self.transfers[record] = made
        self.taken[-1] += f" {record} {owner}->{to}"

    def _answer(self, record: int) -> None:
        if record not in self.transfers:
            raise Hidden
        paper, answer = self.transfers[record], self.chance.choice(("accept", "accept", "decline", "withdraw"))
        by = self.chance.choice((paper.other_id, paper.other_id, paper.owner_id))
        words = "" if answer == "accept" else "Drill"
        answer_transfer(self.scene.actors[by], paper, answer, expected_version=paper.version, words=words)
        self.transfers.pop(record)
        if answer == "accept":
            if by != paper.other_id or not self.model.nation_lets(record, by):
                self._fail("a transfer was accepted by whom it was not offered to, or the nation does not let")
            self.model.hand_over(record, by)

    def _look(self, record: int) -> None:
        """Each agency reads the record: as one statement, as Cedar decides, and as the model foretells."""
        for agency, actor in self.scene.actors.items():
            try:
                found = self._find(agency, record)
            except Hidden:
                found = None
            read = {g for g in ("summary", *self.scene.groups) if found and getattr(found, f"can_read_{g}")}
            self._agree(agency, record, read)
            if found is not None and agency != self.model.owners[record]:
                self._logged(actor, found)

    def _agree(self, agency: int, record: int, read: set[str]) -> None:
        now, groups = self.scene.clock.now(), ("summary", *self.scene.groups)
        owner = self.model.owners[record] == agency
        may = {group for group in groups if owner or self.model.live(record, agency, group, now)}
        held = self._find(self.model.owners[record], record)
        decided = decide_many(self.scene.actors[agency], [(f"read_{group}", held) for group in groups])
        cedar = {group for group, decision in zip(groups, decided, strict=True) if decision}
        self.decisions += len(groups)
        if not read == cedar == may:
            self._fail(f"agency {agency} reads {sorted(read)}, Cedar {sorted(cedar)}, may {sorted(may)} of {record}")

    def _logged(self, actor: Any, found: Any) -> None:
        """Write the leaf a look writes, and hold what it names against the model."""
        told, kind = rests_on(actor, found), self.scene.kind.name
        audit.record(actor, f"{kind}.read", kind=kind, record_id=found.pk, group="summary", detail=told)
        self.reads += 1
        live = self.model.live(found.pk, actor.agency_id, "summary", self.scene.clock.now())
        agreements = {self.model.given[key].agreement for key in live} - {""}
        named = set(told.get("releases", ())), set(told.get("agreements", ())), told.get("lender")
        if not live or named != (live, agreements, self.model.owners[found.pk]):
            self._fail(f"the log explains a read by {named}, which rests on {live}, {agreements}")

    def _list(self) -> None:
        """One agency lists what it may read of each group, both ways a list is asked for."""
        agency, now = self._anyone(), self.scene.clock.now()
        actor, rows = self.scene.actors[agency], self.scene.kind.model_class.objects  # type: ignore[attr-defined] # scoped
        keys = {each.pk for each in self.scene.records}
        group = self.chance.choice(("summary", *self.scene.groups))
        may = {k for k in keys if self.model.owners[k] == agency or self.model.live(k, agency, group, now)}
        listed = set(rows.visible_to(actor, f"read_{group}").filter(pk__in=keys).values_list("pk", flat=True))
        paged = {each.pk for each in rows.page(actor, f"read_{group}", limit=200).rows} & keys
        self.decisions += len(keys)
        if not listed == paged == may:
            self._fail(f"agency {agency} lists {listed}, pages {paged}, may {may} by {group}")
