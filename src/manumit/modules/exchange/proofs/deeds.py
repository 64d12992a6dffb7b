"""What a record goes through: released, recalled, handed over, asked for, said to be of a nation's people."""

from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Denied, Hidden, find
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Conflict, action, change
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.actions.release_record import recall, release_record
from manumit.spine.workflow.refusing import Refused

from ..actions.answer_request import Answer, answer_request, refuse_request
from ..actions.ask_release import Wanted, ask_release
from ..actions.follow_request import accept_offer, end_request
from ..actions.show_on import Onwards, show_on
from ..actions.transfer_record import Offer, answer_transfer, offer_transfer
from ..models import ReleaseRequest, Transfer
from .looking import Disagreement
from .model import Asked, Given, Model
from .scene import Scene

REFUSALS: Final = (Denied, Hidden, NotNow, Refused, Conflict, ValidationError)
DAYS: Final = (1, 7, 30, 90)


class Deeds:
    """The deeds of one world; `concerned` is the agency that the last one was about."""

    def __init__(self, chance: Random, scene: Scene, model: Model) -> None:
        self.chance, self.scene, self.model = chance, scene, model
        self.transfers: dict[int, Transfer] = {}
        self.requests: dict[int, ReleaseRequest] = {}
        self.concerned = 0

    def expected(self, record: int) -> str:
        """Return the deed that waits to follow on what the record went through, mostly; else nothing."""
        if self.chance.random() < 0.4:
            return ""
        waits = record in self.requests and self.model.asked[self.requests[record].pk].state in {"asked", "offered"}
        waiting = [*(["reply"] if waits else []), *(["pass_on"] if record in self.transfers else [])]
        return self.chance.choice(waiting) if waiting else ""

    def release(self, record: int) -> None:
        """Release it, under an agreement or none, by its owner or by somebody who may not."""
        by = self.model.owners[record] if self.chance.random() < 0.95 else self._anyone()
        agreement = self._agreement(by)
        to = self._other(by) if not agreement or self.chance.random() < 0.1 else self.model.agreements[agreement][1]
        groups = self._groups(self._covered(agreement, self.scene.groups))
        until = self.scene.clock.now() + timedelta(days=self.chance.choice(DAYS), seconds=-1)
        new = Given(record, to, groups, until, agreement)
        terms = Terms(to, groups, frozenset({"investigation"}), "Drill", until, self._under(agreement))
        self.concerned = to
        made = self._foretold(
            self.model.may_release(by, new, self.scene.clock.now()),
            lambda: release_record(self.scene.actors[by], self._find(by, record, "release"), terms),
            f"a release of {record} by {by} to {to} {sorted(groups)} {agreement}",
        )
        self.model.give(made.pk, new)

    def recall(self, record: int) -> None:
        """Recall one of its releases, ended or not."""
        mine = [key for key, each in self.model.given.items() if each.record == record]
        if not mine:
            raise Hidden
        key, owner = self.chance.choice(mine), self.model.owners[record]
        self.concerned = self.model.given[key].to
        recall(self.scene.actors[owner], self._find(owner, record, "release"), key)
        self.model.recall(key)

    def show_on(self, record: int) -> None:
        """Let a receiver show on what it was released, mostly no wider and no longer; or one who may not."""
        first = self._under_agreement(record)
        given = self.model.given[first]
        by = given.to if self.chance.random() < 0.85 else self._anyone()
        to = self._other(by)
        groups = self._groups(sorted(given.groups) if self.chance.random() < 0.85 else self.scene.groups)
        last = timezone.localdate(given.until)
        day = last + timedelta(days=self.chance.choice((0, 0, 0, -1, -5, 3)))
        until = given.until if day == last else timezone.make_aware(datetime.combine(day, time.max))
        new = Given(record, to, groups, until, given.agreement, onward_of=first)
        on = Onwards(to, groups, frozenset({"investigation"}), "Drill", day)
        self.concerned = to
        made = self._foretold(
            self.model.may_show_on(by, new, self.scene.clock.now()),
            lambda: show_on(self.scene.actors[by], self._find(by, record, "read_summary"), first, on),
            f"{by} shows {record} on to {to} {sorted(groups)} {given.agreement}",
        )
        self.model.give(made.pk, new)

    def _under_agreement(self, record: int) -> int:
        """Return one of the record's releases under an agreement, live or not. Raises Hidden where there is none."""
        found = [key for key, each in self.model.given.items() if each.record == record and each.agreement]
        if not found:
            raise Hidden
        return self.chance.choice(found)

    def offer(self, record: int) -> None:
        """Offer it to another agency."""
        owner = self.model.owners[record]
        to = self._other(owner)
        made = offer_transfer(self.scene.actors[owner], self._find(owner, record, "release"), Offer(to, "Drill"))
        self.transfers[record], self.concerned = made, to

    def pass_on(self, record: int) -> None:
        """Answer the offer, or take it back."""
        if record not in self.transfers:
            return self.offer(record)
        paper, answer = self.transfers[record], self.chance.choice(("accept", "accept", "decline", "withdraw"))
        by = self.chance.choice((paper.other_id, paper.other_id, paper.owner_id))
        words = "" if answer == "accept" else "Drill"
        answer_transfer(self.scene.actors[by], paper, answer, expected_version=paper.version, words=words)
        self.transfers.pop(record)
        self.concerned = paper.owner_id
        if answer == "accept":
            if by != paper.other_id or not self.model.nation_lets(record, by):
                raise Disagreement("a transfer was accepted by whom it was not offered to, or the nation does not let")
            self.model.hand_over(record, by)
        return None

    def ask(self, record: int) -> None:
        """Let an agency ask one for it, mostly its owner."""
        of = self.model.owners[record] if self.chance.random() < 0.9 else self._anyone()
        by = self._other(of) if self.chance.random() < 0.95 else of
        groups, today = self._groups(self.scene.groups), timezone.localdate()
        pairs = frozenset(f"{self.scene.kind.name}.{group}" for group in groups | {"summary"})
        last = today + timedelta(days=self.chance.choice((1, 7, 30)))
        wanted = Wanted(
            of, self.scene.records[record].number, pairs, frozenset({"investigation"}), "Drill", "Drill",
            last + timedelta(days=60), last,
        )  # fmt: skip
        made = self._foretold(by != of, lambda: ask_release(self.scene.actors[by], wanted), f"{by} asks {of}")
        self.requests[record], self.concerned = made, by
        self.model.asked[made.pk] = Asked(record, by, of, groups, last)

    def reply(self, record: int) -> None:
        """Take the next step of its request: answer, offer less, accept, decline, refuse or withdraw."""
        paper = self.requests[record]
        paper.refresh_from_db()
        asked = self.model.asked[paper.pk]
        self.concerned = asked.by
        if self.chance.random() < 0.15:
            return self._refuse(paper, asked)
        return self._answer(paper, asked) if asked.state == "asked" else self._accept(paper, asked)

    def belongs(self, record: int) -> None:
        """Let its owner say that it is of the nation's people, or is not."""
        if not self.scene.kind.nation:
            raise Hidden
        theirs, owner = record not in self.model.peoples, self.model.owners[record]
        held = self._find(owner, record, "edit")
        name_nation(self.scene.actors[owner], held, self.scene.kind.nation, self.scene.nation_id if theirs else None)
        self.model.belongs(record, theirs=theirs)

    def _answer(self, paper: ReleaseRequest, asked: Asked) -> None:
        by, today = asked.of, timezone.localdate()
        agreement = self._agreement(by) if self.chance.random() < 0.3 else ""
        groups = asked.groups if self.chance.random() < 0.4 else self._groups(sorted(asked.groups))
        day = paper.until_on if self.chance.random() < 0.7 else today + timedelta(days=5)
        until = timezone.make_aware(datetime.combine(day, time.max))
        new = Given(asked.record, asked.by, groups, until, agreement)
        may = self._waits(asked) and day <= paper.until_on and self.model.may_release(by, new, self.scene.clock.now())
        answer = Answer(groups, day, "Drill", self._under(agreement))
        self._foretold(
            may,
            lambda: answer_request(
                self.scene.actors[by], paper, self._find(by, asked.record, "release"), answer,
                expected_version=paper.version,
            ),
            f"an answer of {by} to {asked.by} about {asked.record}",
        )  # fmt: skip
        if groups == asked.groups and day == paper.until_on:
            asked.state = "answered"
            self._made(paper, new)
        else:
            asked.state, asked.offered = "offered", new

    def _accept(self, paper: ReleaseRequest, asked: Asked) -> None:
        new = asked.offered
        if new is None or asked.state != "offered":
            raise Hidden
        if self.chance.random() < 0.2:
            end_request(self.scene.actors[asked.by], paper, "decline", words="Drill", expected_version=paper.version)
            asked.state = "declined"
            return
        may = self._waits(asked) and self.model.may_release(asked.of, new, self.scene.clock.now())
        self._foretold(
            may,
            lambda: accept_offer(self.scene.actors[asked.by], paper, expected_version=paper.version),
            f"{asked.by} accepts an offer of {asked.of} about {asked.record}",
        )
        asked.state = "answered"
        self._made(paper, new)

    def _refuse(self, paper: ReleaseRequest, asked: Asked) -> None:
        version = paper.version
        if self.chance.random() < 0.5:
            refuse_request(self.scene.actors[asked.of], paper, reason="nothing", words="", expected_version=version)
        else:
            end_request(self.scene.actors[asked.by], paper, "withdraw", words="Drill", expected_version=version)
        asked.state = "over"

    def _made(self, paper: ReleaseRequest, new: Given) -> None:
        made = Release.objects.filter(kind=self.scene.kind.name, record_id=new.record).order_by("-id")[0]
        if paper.release_id != made.pk:
            raise Disagreement(f"{paper.number} names {paper.release_id}, not the release {made.pk} that answered it")
        self.model.give(made.pk, new)

    def _waits(self, asked: Asked) -> bool:
        return timezone.localdate() <= asked.last_day

    def _foretold(self, may: bool, act: Any, told: str) -> Any:
        """Do it. Raises Disagreement where it is refused though foretold, or goes though not."""
        try:
            made = act()
        except REFUSALS as refused:
            if may:
                raise Disagreement(f"refused though it may be: {told}: {refused}") from refused
            raise
        if not may:
            raise Disagreement(f"done though it may not: {told}")
        return made

    def _anyone(self) -> int:
        return self.chance.choice(list(self.scene.actors))

    def _other(self, than: int) -> int:
        return self.chance.choice([key for key in self.scene.actors if key != than])

    def _covered(self, agreement: str, groups: tuple[str, ...]) -> tuple[str, ...]:
        """Return the groups the agreement covers, now and then all the same."""
        if not agreement or self.chance.random() < 0.15:
            return groups
        return tuple(group for group in groups if group in self.model.agreements[agreement][2])

    def _groups(self, among: Any) -> frozenset[str]:
        return frozenset(self.chance.sample([*among], self.chance.randint(0, len(among))))

    def _agreement(self, by: int) -> str:
        fitting = [key for key, (giver, _, _, _) in self.model.agreements.items() if giver == by]
        return self.chance.choice(fitting) if fitting and self.chance.random() < 0.5 else ""

    def _under(self, agreement: str) -> SharingTerms | None:
        return SharingTerms.objects.get(agreement=agreement) if agreement else None

    def _find(self, agency: int, record: int, act: str) -> Any:
        return find(self.scene.actors[agency], act, self.scene.kind.name, self.scene.records[record].number)


@action("record.name_nation")
def name_nation(actor: Actor, record: Any, column: str, nation_id: int | None) -> None:
    """Say of whose people a record is, as an edit of it does."""
    field = record._meta.get_field(column.removesuffix("_id")).name
    change(record, actor, {field: nation_id}, expected_version=record.version, source="Drill")
    audit.record(actor, "record.name_nation", kind=record.kind, record_id=record.pk)
