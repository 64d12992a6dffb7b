"""Questions in pairs, one that a hidden record fits and one that nothing fits: neither answers nor times may tell."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from manumit.linkage import PROFILES, score
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.matching import indexing, weights
from manumit.spine.matching.asking import search
from manumit.spine.matching.keys import Key
from manumit.spine.matching.linkable import Facts, linkables, meets, of_profile, profiles
from manumit.spine.matching.question import Question
from manumit.spine.matching.reading import described, sound
from manumit.spine.matching.sight import FEW, Sight, visible
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData

from ..choices import MOST

ROLES = ["investigator", "supervisor", "analyst", "intake"]


PROVED_EVERY = 20
"""Of so many pairs one is answered again by scoring each record that the asker may read, and no other."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill found.

    `leaks` is how many hidden records an answer named; `differing` how many of the `proved` answers were not those that
    the records which the asker may read give by themselves. Times are medians in milliseconds; `difference` is how far
    they are apart, as a part of the lesser.
    """

    pairs: int
    records: int
    leaks: int
    proved: int
    differing: int
    hit_p50_ms: float
    miss_p50_ms: float
    difference: float
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """Return all of it for one line of JSON."""
        return asdict(self)


def drill(
    pairs: int, *, records: int = 400, seed: int = 1, few: int = FEW, told: Callable[[int], None] = lambda _: None
) -> Drilled:
    """Ask `pairs` pairs of questions in an invented world that is rolled back; each order as often as the other.

    Who may see up to `few` records is answered from those alone; with 0 it is asked round by round what may be seen.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, indexing.kept_in(Path(folder)), _rolled_back():
        world = World(records, random.Random(seed), few)  # noqa: S311 - a drill's dice
        for number in range(1, pairs + 1):
            world.ask_both(prove=number % PROVED_EVERY == 0)
            if number % 200 == 0:
                told(number)
    hit, miss = (1000 * statistics.median(times) for times in (world.hit, world.miss))
    apart, seconds = abs(hit - miss) / min(hit, miss), time.monotonic() - began
    return Drilled(
        pairs, records, world.leaks, world.proved, world.differing, round(hit, 3), round(miss, 3), round(apart, 4),
        round(seconds, 1),
    )  # fmt: skip


class World:
    """Two invented agencies that see nothing of each other, and questions that fit what one of them hides."""

    def __init__(self, records: int, drawing: random.Random, few: int) -> None:
        hider, self.asker = _actor("Drill North"), _actor("Drill South")
        self.drawing, self.few = drawing, few
        self.absent = _unborn(hider, records)
        _load([hider, self.asker], records)
        seen = {(each.name, each.kind): set(visible(self.asker, each).tolist()) for each in linkables()}
        whole = {profile: list(_all(profile)) for profile in profiles()}
        self.own = {name: [one for one in rows if _among(seen, one[0])] for name, rows in whole.items()}
        self.hidden = [
            Question(name, key.name, facts)
            for name, rows in whole.items() for key, facts in rows if not _among(seen, key)
        ]  # fmt: skip
        for profile in profiles():
            indexing.build(profile)
        self.hit: list[float] = []
        self.miss: list[float] = []
        self.leaks = self.proved = self.differing = 0

    def ask_both(self, *, prove: bool) -> None:
        """Ask what a hidden record fits and what nothing fits, in either order."""
        hit = self.drawing.choice(self.hidden)
        alike = [each for each in self.absent if each.profile == hit.profile]
        order = [(self.hit, hit), (self.miss, self.drawing.choice(alike or self.absent))]
        self.drawing.shuffle(order)
        for times, question in order:
            self._ask(times, question, prove=prove)

    def _ask(self, times: list[float], question: Question, *, prove: bool) -> None:
        began = time.perf_counter()
        found = search(self.asker, question, MOST, sight=Sight(self.asker, self.few))
        times.append(time.perf_counter() - began)
        own = dict(self.own[question.profile])
        self.leaks += sum(each.key not in own for each in found)
        if prove:
            self.proved += 1
            self.differing += [(each.key, each.weight) for each in found] != _best(question, own)


def _best(question: Question, own: Mapping[Key, Facts]) -> list[tuple[Key, int]]:
    """Return the best of the asker's records by scoring each one: what the answer must be."""
    profile, model = PROFILES[question.profile], weights.current(question.profile)
    wanted, asked = meets(question.profile, question.name), sound(profile, question.facts)
    scored = [(key, score(model, asked, facts).weight) for key, facts in own.items() if key.name == wanted]
    return sorted(scored, key=lambda each: (-each[1], str(each[0]).encode()))[:MOST]


def _among(seen: Mapping[tuple[str, str], set[int]], key: Key) -> bool:
    """Whether the asker may read what `key` names: their own, and what was released or opened to them."""
    return key.record_id in seen[key.name, key.kind]


def _questions(of: Actor) -> list[Question]:
    return [Question(profile, key.name, facts) for profile in profiles() for key, facts in _own(of, profile)]


def _own(of: Actor, profile: str) -> Iterator[tuple[Key, Facts]]:
    for kind in sorted({each.kind for each in of_profile(profile)}):
        yield from described(PROFILES[profile], kind, indexing.record_ids(kind, {"owner": of.agency_id}))


def _all(profile: str) -> Iterator[tuple[Key, Facts]]:
    for kind in sorted({each.kind for each in of_profile(profile)}):
        yield from described(PROFILES[profile], kind, indexing.record_ids(kind))


def _unborn(of: Actor, records: int) -> list[Question]:
    """Return questions that records would fit which are not there: invented, read, and rolled back."""
    with transaction.atomic():
        _load([of], 2 * records)
        found = _questions(of)[-records:]
        transaction.set_rollback(True)
    return found


def _load(actors: Sequence[Actor], wanted: int) -> None:
    for offer in registry.providers(SampleData):
        offer.load(actors, wanted)


def _actor(name: str) -> Actor:
    agency = Agency.objects.create(name=name, short_name=name, kind="tribal")
    person = Person.objects.create_user(f"{agency.pk}@drill.example", name)
    member = Membership.objects.create(person=person, agency=agency, roles=ROLES, active=True)
    actor = actor_for(member.pk, "investigation")
    if actor is None:
        raise LookupError(f"{name} may not act")
    return actor


@contextmanager
def _rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
