"""Looking: what is listed, what is opened, what Cedar decides and what the model foretells, held against each other."""

from collections.abc import Iterable
from random import Random
from typing import Any

from manumit.spine import audit
from manumit.spine.access import Hidden, decide_many, find
from manumit.spine.access.resting import rests_on

from .model import Model
from .scene import Scene

LOGGED = 0.5
"""How many of the reads of another's record are logged and explained: each is a leaf."""


class Disagreement(AssertionError):
    """What happened, or who reads, is not what the model foretold."""


class Looking:
    """The eyes of a world."""

    def __init__(self, chance: Random, scene: Scene, model: Model) -> None:
        self.chance, self.scene, self.model = chance, scene, model
        self.groups = ("summary", *scene.groups)
        self._model: Any = scene.kind.model_class
        self.decisions = self.looks = self.reads = 0

    def everybody(self, keys: Iterable[int]) -> None:
        """Let each agency list all records with what it may read of each; Cedar decides the same."""
        self._everything([*keys], self.scene.actors)

    def somebody(self, keys: Iterable[int]) -> None:
        """Let one agency list all records."""
        self._everything([*keys], (self.anyone(),))

    def one(self, record: int, agency: int) -> None:
        """Let an agency open one record, as a page does, and hold the leaf of that read against the model."""
        found = self._opened(agency, record)
        read = {group for group in self.groups if found is not None and getattr(found, f"can_read_{group}")}
        held = found if found is not None else self._opened(self.model.owners[record], record)
        self._agree(agency, record, read, self._cedar(agency, [held])[record])
        self.looks += 1
        if found is not None and agency != self.model.owners[record] and self.chance.random() < LOGGED:
            self._logged(self.scene.actors[agency], found)

    def pages(self, keys: Iterable[int]) -> None:
        """Let one agency page through a list of what it may read of one group."""
        agency, group, wanted = self.anyone(), self.chance.choice(self.groups), set(keys)
        rows = self._model.objects
        listed = {each.pk for each in rows.page(self.scene.actors[agency], f"read_{group}", limit=500).rows} & wanted
        may = {key for key in wanted if self._may(key, agency, group)}
        self.decisions += len(wanted)
        if listed != may:
            raise Disagreement(f"agency {agency} pages {sorted(listed)}, may {sorted(may)} by {group}")

    def anyone(self) -> int:
        """Return an agency by chance."""
        return self.chance.choice(list(self.scene.actors))

    def _everything(self, keys: list[int], agencies: Iterable[int]) -> None:
        rows = self._model.objects
        held = self._held(keys)
        for agency in agencies:
            actor = self.scene.actors[agency]
            listed = rows.visible_to(actor).readable(actor, self.groups).filter(pk__in=keys)
            read = {row.pk: {each for each in self.groups if getattr(row, f"can_read_{each}")} for row in listed}
            cedar = self._cedar(agency, held)
            for key in keys:
                self._agree(agency, key, read.get(key, set()), cedar[key])

    def _held(self, keys: list[int]) -> list[Any]:
        """Return the records as their owners see them."""
        rows = self._model.objects
        by_owner: dict[int, list[int]] = {}
        for key in keys:
            by_owner.setdefault(self.model.owners[key], []).append(key)
        actors = self.scene.actors
        found = [row for of, mine in by_owner.items() for row in rows.visible_to(actors[of]).filter(pk__in=mine)]
        if len(found) != len(keys):
            raise Disagreement(f"owners see {len(found)} of their {len(keys)} records")
        return found

    def _cedar(self, agency: int, held: list[Any]) -> dict[int, set[str]]:
        asked = [(record.pk, group, (f"read_{group}", record)) for record in held for group in self.groups]
        decided = decide_many(self.scene.actors[agency], [each for _, _, each in asked])
        found: dict[int, set[str]] = {record.pk: set() for record in held}
        for (key, group, _), decision in zip(asked, decided, strict=True):
            if decision:
                found[key].add(group)
        return found

    def _agree(self, agency: int, record: int, read: set[str], cedar: set[str]) -> None:
        may = {group for group in self.groups if self._may(record, agency, group)}
        self.decisions += len(self.groups)
        if not read == cedar == may:
            said = f"agency {agency} reads {sorted(read)}, Cedar {sorted(cedar)}, may {sorted(may)} of {record}"
            raise Disagreement(said)

    def _may(self, record: int, agency: int, group: str) -> bool:
        return self.model.may_read(record, agency, group, self.scene.clock.now())

    def _opened(self, agency: int, record: int) -> Any:
        try:
            number = self.scene.records[record].number
            return find(self.scene.actors[agency], "read_summary", self.scene.kind.name, number)
        except Hidden:
            return None

    def _logged(self, actor: Any, found: Any) -> None:
        """Write the leaf a look writes, and hold what it names against the model."""
        told, kind = rests_on(actor, found), self.scene.kind.name
        audit.record(actor, f"{kind}.read", kind=kind, record_id=found.pk, group="summary", detail=told)
        self.reads += 1
        live = self.model.live(found.pk, actor.agency_id, "summary", self.scene.clock.now())
        agreements = {self.model.given[key].agreement for key in live} - {""}
        named = set(told.get("releases", ())), set(told.get("agreements", ())), told.get("lender")
        if not live or named != (live, agreements, self.model.owners[found.pk]):
            raise Disagreement(f"the log explains a read by {named}, which rests on {live}, {agreements}")
