"""Weighing: each distinct pair of values is compared once, and its weight joined back to the pairs that have it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Arrays
from manumit.linkage.compare.names import A_LITTLE, ALONE, CLOSE, CLOSELY, DIFFERENT, NOT_KNOWN
from manumit.linkage.compare.terms import TermsInCommon
from manumit.linkage.comparison import Codes, rows, take
from manumit.linkage.model import Model
from manumit.linkage.pairing import PARTS, Weights, earned
from manumit.linkage.table import Lexicon

SHIFT = 2**32
"""A pair of codes is one number: the lower code times this, and the higher code."""

NO_PAIR = -2
"""Stands for a pair of a given and a family name of which one is not known."""


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

    def use(self, model: Model) -> None:
        """Weigh with another model from now on; rarities are looked up anew only where its frequencies are others."""
        if model.frequencies is not self.model.frequencies:
            self.rarities = {}
        self.model = model
        self.extend()

    def compared(self, name: str, pairs: NDArray[np.int64]) -> Arrays:
        """Return (k, level, rarity, weight) for distinct pairs of values k of a feature."""
        left, right = pairs // SHIFT, pairs % SHIFT
        levels = self._levels(name, left, right)
        common = np.minimum(self.rarities[name][left], self.rarities[name][right])
        rarity = earned(self.model, name, levels, common)
        return {"k": pairs, "level": levels, "rarity": rarity, "weight": self.model.weight(name)[levels] + rarity}

    def crossed(self, pairs: NDArray[np.int64]) -> Arrays:
        """Return (k, rarity, alike) for pairs of a given name and a family name that may stand in each other's place.

        `alike` is `CLOSELY`, `A_LITTLE`, and for the number `NO_PAIR` it is `NOT_KNOWN`; only close ones have rarity in
        common.
        """
        left, right = pairs // SHIFT, pairs % SHIFT
        levels = self._levels("given", left, right)
        like, close = levels < DIFFERENT, levels <= CLOSE
        common = np.where(close, np.minimum(self.rarities["given"][left], self.rarities["family"][right]), 0)
        alike = np.where(close, CLOSELY, A_LITTLE)
        found = {"k": (pairs, NO_PAIR), "rarity": (common, 0), "alike": (alike, NOT_KNOWN)}
        return {name: np.append(column[like], last).astype(column.dtype) for name, (column, last) in found.items()}

    def graded(self, name: str, totals: NDArray[np.int64]) -> Arrays:
        """Return (total, level, rarity, weight) for distinct sums of rarity of terms in common."""
        how = self.model.profile.feature(name).comparison
        assert isinstance(how, TermsInCommon)  # noqa: S101 - callers ask for shared features only
        levels = how.grade(totals)
        rarity = earned(self.model, name, levels, totals.astype(np.int32))
        return {"total": totals, "level": levels, "rarity": rarity, "weight": self.model.weight(name)[levels] + rarity}

    def crossing(self, level: int) -> tuple[int, int]:
        """Return what names at a crossed level weigh without rarity, and the share of rarity they earn."""
        parts = PARTS[:1] if level == ALONE else PARTS
        weight = sum(int(self.model.weight(part)[level]) for part in parts)
        return weight, int(self.model.share("given")[level])

    def _lexicon(self, name: str) -> Lexicon:
        return self.collection.names if name in PARTS else self.collection.values[name]

    def _levels(self, name: str, left: NDArray[np.int64], right: NDArray[np.int64]) -> Codes:
        how, columns = self.model.profile.feature(name).comparison, self._lexicon(name).columns()
        if not len(left):
            return np.zeros(0, np.uint8)
        return how.compare(take(columns, left), take(columns, right))
