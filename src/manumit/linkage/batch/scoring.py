"""Scoring candidates: the weights of distinct pairs of values, joined to pairs of records and added up.

The sums are whole numbers and equal those of `manumit.linkage.score` for every pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manumit.linkage.batch import meeting
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Arrays
from manumit.linkage.batch.weighing import Weigher
from manumit.linkage.batch.wide import FLAT_NAME, widened
from manumit.linkage.comparison import MISSING, rows
from manumit.linkage.model import Model
from manumit.linkage.pairing import PARTS
from manumit.linkage.profile import Feature
from manumit.linkage.training import RARITY_STEP

CHUNK = 1_500_000
"""Pairs scored at once: bounds memory."""

PART = "part"
"""The column of pairs that says why each was chosen, where they were chosen for several reasons."""


class Scorer:
    """Scores pairs of a collection's records with one model."""

    def __init__(self, collection: Collection, model: Model) -> None:
        """Look up what the model says of the collection's values."""
        self.collection, self.model, self.engine = collection, model, collection.engine
        self.weigher = Weigher(collection, model)
        self.flat: list[str] = []
        self.several: list[Feature] = []
        self.wide: tuple[str, ...] = ()
        self.named, self.one_name = False, False
        self.extend()

    def extend(self) -> None:
        """Take in records and values that came since the last time."""
        self.wide = widened(self.collection)
        self.flat = [name for name in self.wide if name != FLAT_NAME]
        known = [f for f in self.model.profile.plain if rows(self.collection.values[f.name].columns())]
        self.several = [f for f in known if f.name not in self.flat]
        self.named = self.model.profile.named and bool(rows(self.collection.names.columns()))
        self.one_name = FLAT_NAME in self.wide
        self.weigher.extend()

    def use(self, model: Model) -> None:
        """Score with another model of the same profile from now on."""
        self.model = model
        self.weigher.use(model)

    def weights(self, pairs: str, least: int) -> Iterator[Arrays]:
        """Yield (a, b, weight) of the pairs of a relation that weigh `least` millibits or more, chunk by chunk."""
        total = self._weight()
        for _ in self._chunks(pairs):
            scored = f"SELECT p.a, p.b, {total} AS weight FROM chunk p {self._joins()}"
            yield self.engine.arrays(f"SELECT * FROM ({scored}) WHERE weight >= {least}")

    def patterns(self, pairs: str, keys: Sequence[Sequence[str]] = ((),)) -> Iterator[Arrays]:
        """Yield `part`, each feature's level by its name, `rarity` in steps, and how many `pairs` have them, by chunks.

        `keys` are, for each part of the pairs, the features by whose equal values they were chosen: their rarity is
        left out. Where there is more than one part the relation says so, (a, b, part).
        """
        levels = ", ".join(f"{self._level(feature.name)} AS {feature.name}" for feature in self.model.profile.features)
        part = f"p.{PART}" if len(keys) > 1 else "0"
        for _ in self._chunks(pairs, *([PART] if len(keys) > 1 else [])):
            yield self.engine.arrays(
                f"SELECT {part} AS part, {levels}, {self._steps(keys)} AS rarity, count(*) AS pairs "
                f"FROM chunk p {self._joins()} GROUP BY ALL ORDER BY ALL"
            )

    def _chunks(self, pairs: str, *carried: str) -> Iterator[int]:
        """Make the relations of each chunk in turn: `chunk`, and what each feature says of its pairs."""
        whole = self.engine.rows(f"SELECT count(*) FROM {pairs}")[0][0]
        count = -(-whole // CHUNK)
        for number in range(count):
            some = f"(SELECT * FROM {pairs} WHERE (a + b) % {count} = {number})"
            meeting.chunk(self.engine, some, self.wide, *carried)
            self._say()
            yield number

    def _say(self) -> None:
        for name in self.flat:
            meeting.compare(self.weigher, name, f"says_{name}", relation="chunk", column=f"k_{name}")
        for feature in self.several:
            (meeting.share if feature.comparison.shared else meeting.meet)(self.engine, self.weigher, feature.name)
        if self.one_name:
            meeting.parts_of_names(self.engine, self.weigher, "chunk")
        elif self.named:
            meeting.names(self.engine, self.weigher)

    def _joins(self) -> str:
        flat = [f"LEFT JOIN says_{name} ON says_{name}.k = p.k_{name}" for name in self.flat]
        pairwise = [f.name for f in self.several] + (["name"] if self.named and not self.one_name else [])
        names = [meeting.names_joined("p")] if self.one_name else []
        said = [f"LEFT JOIN says_{n} ON says_{n}.a = p.a AND says_{n}.b = p.b" for n in pairwise]
        return " ".join([*flat, *names, *said])

    @property
    def _speaking(self) -> list[str]:
        """What has a relation `says_...`: features of their own fields, and the name."""
        return [*self.flat, *(feature.name for feature in self.several), *(["name"] if self.named else [])]

    def _said(self, name: str, what: str) -> str:
        """Return the expression of what a feature (or `name`) says: its `weight`, a level or a rarity."""
        if name == "name" and self.one_name:
            return meeting.of_names(self.weigher)[what]
        return f"says_{name}.{what}"

    def _weight(self) -> str:
        return _sum([self._said(name, "weight") for name in self._speaking])

    def _steps(self, keys: Sequence[Sequence[str]]) -> str:
        """Return the expression of the rarity of a part's pairs, in steps (see `training.RARITY_STEP`)."""
        whole = self._rarity(keys[0])
        if len(keys) > 1:
            parts = " ".join(f"WHEN {place} THEN {self._rarity(names)}" for place, names in enumerate(keys))
            whole = f"CASE p.{PART} {parts} END"
        return f"CAST(floor(({whole} + {RARITY_STEP // 2}) / {RARITY_STEP}.0) AS INTEGER)"

    def _rarity(self, keys: Sequence[str]) -> str:
        plain = [f"says_{name}.rarity" for name in self._speaking if name != "name" and name not in keys]
        return _sum(plain + [self._said("name", f"{part}_rarity") for part in PARTS if self.named and part not in keys])

    def _level(self, name: str) -> str:
        if self.named and name in PARTS:
            return f"coalesce({self._said('name', name)}, {MISSING})"
        return f"coalesce(says_{name}.level, {MISSING})" if name in self._speaking else f"{MISSING}"


def _sum(parts: Sequence[str]) -> str:
    """Return the expression of a sum of numbers that may be null."""
    return f"CAST({' + '.join(f'coalesce({part}, 0)' for part in parts) or '0'} AS INTEGER)"
