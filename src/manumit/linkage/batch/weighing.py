"""Weighing: each distinct pair of values is compared once, and its weight joined back to the pairs that have it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Arrays
from manumit.linkage.compare.names import CLOSE, DIFFERENT
from manumit.linkage.compare.terms import TermsInCommon
from manumit.linkage.comparison import Codes, rows, take
from manumit.linkage.model import Model
from manumit.linkage.pairing import PARTS, Weights, earned
from manumit.linkage.table import Lexicon

SHIFT = 2**32
"""A pair of codes is one number: the lower code times this, and the higher code."""


class Weigher:
    """Compares the values of a collection with a model, whose rarities are looked up once."""

    def __init__(self, collection: Collection, model: Model) -> None:
        """Begin with no value's rarity."""
        self.collection, self.model = collection, model
        self.rarities: dict[str, Weights] = {}

    def extend(self) -> None:
        """Look up the rarity of values that came since the last time."""
        for feature in self.model.profile.features:
            columns = self._lexicon(feature.name).columns()
            known = self.rarities.get(feature.name, np.zeros(0, np.int32))
            if len(known) < rows(columns):
                fresh = {name: column[len(known) :] for name, column in columns.items()}
                found = self.model.rarity(feature.name, fresh)
                self.rarities[feature.name] = np.concatenate([known, found])

    def compared(self, name: str, pairs: NDArray[np.int64]) -> Arrays:
        """Return (k, level, rarity, weight) for distinct pairs of values k of a feature."""
        left, right = pairs // SHIFT, pairs % SHIFT
        levels = self._levels(name, left, right)
        common = np.minimum(self.rarities[name][left], self.rarities[name][right])
        rarity = earned(self.model, name, levels, common)
        return {"k": pairs, "level": levels, "rarity": rarity, "weight": self.model.weight(name)[levels] + rarity}

    def crossed(self, pairs: NDArray[np.int64]) -> Arrays:
        """Return (k, rarity, alike) for pairs of a given name and a family name that may stand in each other's place.

        `alike` is 2 for close names and 1 for names alike in some way; only close ones have rarity in common.
        """
        left, right = pairs // SHIFT, pairs % SHIFT
        levels = self._levels("given", left, right)
        like, close = levels < DIFFERENT, levels <= CLOSE
        common = np.where(close, np.minimum(self.rarities["given"][left], self.rarities["family"][right]), 0)
        alike = np.where(close, 2, 1).astype(np.int32)
        return {"k": pairs[like], "rarity": common[like], "alike": alike[like]}

    def graded(self, name: str, totals: NDArray[np.int64]) -> Arrays:
        """Return (total, level, rarity, weight) for distinct sums of rarity of terms in common."""
        how = self.model.profile.feature(name).comparison
        assert isinstance(how, TermsInCommon)  # noqa: S101 - callers ask for shared features only
        levels = how.grade(totals)
        rarity = earned(self.model, name, levels, totals.astype(np.int32))
        return {"total": totals, "level": levels, "rarity": rarity, "weight": self.model.weight(name)[levels] + rarity}

    def crossing(self, level: int) -> tuple[int, int]:
        """Return the weight of both parts at a crossed level without rarity, and the share of rarity they earn."""
        weight = sum(int(self.model.weight(part)[level]) for part in PARTS)
        return weight, int(self.model.share("given")[level])

    def _lexicon(self, name: str) -> Lexicon:
        return self.collection.names if name in PARTS else self.collection.values[name]

    def _levels(self, name: str, left: NDArray[np.int64], right: NDArray[np.int64]) -> Codes:
        how, columns = self.model.profile.feature(name).comparison, self._lexicon(name).columns()
        if not len(left):
            return np.zeros(0, np.uint8)
        return how.compare(take(columns, left), take(columns, right))
