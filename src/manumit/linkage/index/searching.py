"""Searching one segment: first those worth comparing, then the exact score of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import numpy as np

from manumit.linkage.compare import birth as births
from manumit.linkage.compare import names as levels
from manumit.linkage.compare import places
from manumit.linkage.compare.terms import TermsInCommon
from manumit.linkage.comparison import Codes, Truth, rows
from manumit.linkage.index.segment import Rows, Segment, spans
from manumit.linkage.index.view import NEVER, NameWeights, Part, Question, Value, View, best_a_row
from manumit.linkage.pairing import Weights, earned
from manumit.linkage.profile import Feature

KEPT_NEARBY = 500
"""How many of those found by place and given name are compared in full."""

ALL = 4096
"""Where so many records or fewer may be found, each is compared."""

YEARS_OFF = 2
"""Who is found by the given name alone was born at most so many years off, or on a day and month in common."""

KEPT = 1500
"""How many of those found by name are compared in full: the best by names and birth."""


def _among(*codes: int) -> Truth:
    """Return a table that says of each level code whether it is among `codes`."""
    table = np.zeros(256, np.bool_)
    table[list(codes)] = True
    return table


_LIKE = (levels.SAME, levels.NICKNAME, levels.CLOSE, levels.SOUNDS, levels.NEAR, levels.PART)
FOUND_BY_GIVEN = _among(*_LIKE)
FOUND_BY_FAMILY = _among(*_LIKE, levels.SHORTENED, levels.SIMILAR)
FOUND_CROSSED = _among(levels.SAME, levels.NICKNAME, levels.CLOSE)
FOUND_BY_BIRTH = _among(
    births.SAME, births.SWAPPED, births.MONTH_KNOWN, births.YEAR_DIFFERS, births.DAY_DIFFERS, births.MONTH_DIFFERS
)


class Search:
    """One question put to one segment."""

    def __init__(self, view: View, question: Question, alive: Rows | None = None, *, cut: bool = True) -> None:
        """`alive` says of each row whether it may be found: the others change neither what is found nor its order.

        Without `cut` everything found is compared in full: for who learns only later which of it may be found.
        """
        self.cut = cut
        self.view, self.segment, self.question, self.alive = view, view.segment, question, alive
        used = (feature for feature in view.model.profile.plain if view.model.weight(feature.name).any())
        held = self.segment.held
        self.features = [f for f in used if question.values[f.name] and rows(held[f.name].values)]
        self.names = NameWeights(view, question) if question.names and rows(self.segment.given.values) else None
        self._birth: Weights | None = None
        self._near: list[tuple[Value, Codes]] = []

    def best(self, limit: int) -> tuple[Rows, Weights]:
        """Return the rows of the `limit` best and what they weigh, those of equal weight by their ids."""
        return ranked(self.segment, *self.weighed(), limit)

    def weighed(self) -> tuple[Rows, Weights]:
        """Return every row worth comparing and what it weighs, in no order."""
        found = self.candidates()
        return found, self.weights(found)

    def candidates(self) -> Rows:
        """Return the rows worth comparing that may be found, each once."""
        few = self.alive is not None and np.count_nonzero(self.alive) <= ALL
        ways = [] if few or len(self.segment) <= ALL or not self.segment.has_ways else self._ways()
        if not ways:
            return np.arange(len(self.segment)) if self.alive is None else np.flatnonzero(self.alive)
        found = np.sort(np.concatenate(ways))
        found = found[np.diff(found, prepend=-1) > 0]
        return np.asarray(found if self.alive is None else found[self.alive[found]])

    def _ways(self) -> list[Rows]:
        """Return what each way to find rows found; none where the question has nothing to be looked up by."""
        ways = [*self._by_lookup()]
        if self.names is not None:
            ways += [*self._by_birth(), self._by_name(), *self._by_place()]
        return ways

    def weights(self, found: Rows) -> Weights:
        """Return the exact score of each row."""
        total = np.zeros(len(found), np.int32)
        if self.names is not None:
            total += said(best_a_row(self.segment.given, found, self.names.of))
        for feature in self.features:
            if isinstance(feature.comparison, TermsInCommon):
                total += self._in_common(feature, feature.comparison, found)
            elif feature.name == "birth" and self._birth is not None:
                total += self._looked_at(feature, found, self._birth)
            else:
                total += self._compared(feature, found)
        return total

    def _compared(self, feature: Feature, found: Rows) -> Weights:
        """Compare with the whole vocabulary where it is small, else with the values of the rows found."""
        held, asked = self.segment.held[feature.name], self.question.values[feature.name]
        if feature.name == "place" and self._near:
            return said(best_a_row(held, found, self._of_place(feature)))
        if rows(held.values) <= len(found):
            return self._looked_at(feature, found, self._table(feature))

        def weigh(places: Rows) -> Weights:
            codes = held.codes[places]
            weights = np.full(len(codes), NEVER, np.int32)
            known = np.flatnonzero(codes >= 0)
            weights[known] = self.view.weights(feature, asked, codes[known])
            return weights

        return said(best_a_row(held, found, weigh))

    def _looked_at(self, feature: Feature, found: Rows, table: Weights) -> Weights:
        held = self.segment.held[feature.name]
        if held.start is None:
            return np.asarray(said(table).take(held.codes.take(found)))
        return said(best_a_row(held, found, lambda places: table.take(held.codes.take(places))))

    def _table(self, feature: Feature) -> Weights:
        """What the question weighs against each value of a feature; the last row stands for no value."""
        weights = self.view.weights(feature, self.question.values[feature.name])
        return np.append(weights, np.int32(NEVER))

    def _in_common(self, feature: Feature, how: TermsInCommon, found: Rows) -> Weights:
        held, view = self.segment.held[feature.name], self.view
        table = np.zeros(rows(held.values) + 1, np.int32)
        for value in self.question.values[feature.name]:
            same = self._same(feature, value)
            table[same] = np.minimum(value.rarity, view.rarity(feature.name)[same])
        begin, end = (held.start[found], held.start[found + 1]) if held.start is not None else (found, found + 1)
        codes = held.codes[spans(begin, end)]
        total = np.bincount(np.repeat(np.arange(len(found)), end - begin), table[codes], len(found)).astype(np.int32)
        grades = how.grade(total)
        weights = view.model.weight(feature.name)[grades] + earned(view.model, feature.name, grades, total)
        empty = end == begin if held.start is not None else held.codes[found] < 0
        return np.where(empty, 0, weights).astype(np.int32)

    def _same(self, feature: Feature, value: Value) -> Rows:
        values = self.segment.held[feature.name].values
        if f"{feature.name}/look-number" in self.segment.arrays:
            codes = self.segment.looked_up(feature.name, feature.comparison.lookups(value.columns)[0])
            return np.asarray(codes[values["text"][codes] == value.columns["text"]])
        return np.flatnonzero(values["text"] == value.columns["text"])

    def _by_lookup(self) -> Iterator[Rows]:
        for feature in self.features:
            if feature.comparison.shared or f"{feature.name}/look-number" not in self.segment.arrays:
                continue
            for value in self.question.values[feature.name]:
                codes = self.segment.looked_up(feature.name, feature.comparison.lookups(value.columns)[0])
                yield self.segment.postings(feature.name, codes)

    def _by_birth(self) -> Iterator[Rows]:
        """Those born on the day, or on a day that a slip of the pen makes of it."""
        features = [feature for feature in self.features if feature.name == "birth"]
        for feature in features:
            values = self.segment.held["birth"].values
            asked = self.question.values["birth"]
            compared = [(value, feature.comparison.compare(value.columns, values)) for value in asked]
            for _, levels_ in compared:
                yield self.segment.postings("birth", np.flatnonzero(FOUND_BY_BIRTH[levels_]))
            weights = self.view.heaviest(feature, compared, self.view.rarity("birth"))
            self._birth = np.append(weights, np.int32(NEVER))

    def _by_name(self) -> Rows:
        """The best of those who have a name like one of the question's, by names and birth."""
        return self._most_likely(np.concatenate([*self._entries()]), KEPT)

    def _by_place(self) -> Iterator[Rows]:
        """The best of those who were in one of the places and have such a given name: all else may have changed."""
        if "place/post" not in self.segment.arrays:
            return
        feature = self.view.model.profile.feature("place")
        for value in self.question.values["place"]:
            near = feature.comparison.compare(value.columns, self.segment.held["place"].values)
            self._near.append((value, near))
            found = self.segment.postings("place", np.flatnonzero(near <= places.NEAR))
            yield self._most_likely(self._of_given_name(found), KEPT_NEARBY)

    def _of_place(self, feature: Feature) -> Callable[[Rows], Weights]:
        """Return what weighs places of values, all of which were compared when those nearby were looked for."""
        codes, rarity = self.segment.held["place"].codes, self.view.rarity("place")

        def weigh(places_: Rows) -> Weights:
            weights = np.full(len(places_), NEVER, np.int32)
            known = np.flatnonzero(codes[places_] >= 0)
            there = codes[places_][known]
            compared = [(value, near[there]) for value, near in self._near]
            weights[known] = self.view.heaviest(feature, compared, rarity[there])
            return weights

        return weigh

    def _of_given_name(self, found: Rows) -> Rows:
        """Return the entries of those rows whose given name is like one of the question's."""
        start = self.segment.given.start
        entries = found if start is None else spans(start[found], start[found + 1])
        like = np.zeros(rows(self.segment.given.values) + 1, np.bool_)
        for part in self.question.parts[0]:
            like[self._alike(part, FOUND_BY_GIVEN)] = True
        return entries[like[self.segment.given.codes[entries]]]

    def _most_likely(self, entries: Rows, limit: int) -> Rows:
        """Return the rows of the best entries, by names and birth."""
        assert self.names is not None  # noqa: S101 - asked only of a question with names
        owner = self.segment.arrays.get("names/row")
        found = entries if owner is None else owner[entries]
        if self.alive is not None:
            kept = self.alive[found]
            entries, found = entries[kept], found[kept]
        if len(found) <= limit or not self.cut:
            return found
        weights = self.names.of(entries)
        if self._birth is not None:
            weights = weights + said(best_a_row(self.segment.held["birth"], found, self._of_birth))
        return np.asarray(found[np.argpartition(-weights, limit)[:limit]])

    def _of_birth(self, places: Rows) -> Weights:
        assert self._birth is not None  # noqa: S101 - asked only once births have been weighed
        return np.asarray(self._birth[self.segment.held["birth"].codes[places]])

    def _entries(self) -> Iterator[Rows]:
        given, family = self.question.parts
        years = self._years()
        for part in family:
            yield self.segment.postings("family", self._alike(part, FOUND_BY_FAMILY))
            yield self._of_given(self._alike(part, FOUND_CROSSED), years)
        for part in given:
            yield self.segment.postings("family", self._alike(part, FOUND_CROSSED))
            yield self._of_given(self._alike(part, FOUND_BY_GIVEN), years)

    def _of_given(self, codes: Rows, years: tuple[int, int] | None) -> Rows:
        return self.segment.born_between(codes, *years) if years else self.segment.postings("given", codes)

    def _alike(self, part: Part, wanted: Truth) -> Rows:
        codes, how = self.view.alike(part)
        return codes[wanted[how]]

    def _years(self) -> tuple[int, int] | None:
        """Return the years in which those found by their given name alone may be born; None for any year."""
        births_ = [value.columns for value in self.question.values.get("birth", ())]
        if not births_:
            return None
        first, last = min(b["earliest"][0] for b in births_), max(b["latest"][0] for b in births_)
        return date.fromordinal(first).year - YEARS_OFF, date.fromordinal(last).year + YEARS_OFF


def said(weights: Weights) -> Weights:
    """Return the weights with 0 where nothing was said."""
    return np.where(weights <= NEVER // 2, np.int32(0), weights)


def ranked(segment: Segment, found: Rows, weights: Weights, limit: int) -> tuple[Rows, Weights]:
    """Return the `limit` heaviest rows, those of equal weight by their ids."""
    if len(found) > limit:
        least = -np.partition(-weights, limit - 1)[limit - 1]
        keep = weights >= least
        found, weights = found[keep], weights[keep]
    order = np.lexsort((segment.ids[found], -weights))[:limit]
    return found[order], weights[order]
