"""Who an index finds: the best of all its segments and of what is newer than they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from manumit.linkage.index.ranking import Pool, Ranking, Seen
from manumit.linkage.index.searching import Search
from manumit.linkage.index.tail import Tail
from manumit.linkage.index.view import Question, View
from manumit.linkage.model import Model
from manumit.linkage.reading import Record, read

Allowed: TypeAlias = Callable[[Any], Any]
"""Called with the ids of a segment (an array of bytes), always the same array for it; returns a truth for each."""

Views: TypeAlias = Iterable[tuple[View, Any]]
"""Segments, and which of their rows are still records."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found, and its score in millibits: what `score` gives for the same two records."""

    id: str
    weight: int


class Finding:
    """One record put to an index: see `Index.search` for what is asked."""

    def __init__(
        self,
        model: Model,
        record: Record,
        least: int | None,
        extra: Iterable[tuple[str, Record | None]],
        allowed: Allowed | None,
    ) -> None:
        """Read the record. Raises `BadValue`."""
        self._model, self._question = model, Question(model, read(model.profile, record))
        self._least, self._allowed = least, allowed
        self._newer = dict(extra)
        self._added = {id_: found for id_, found in self._newer.items() if found is not None}

    def best(self, views: Views, limit: int) -> list[Hit]:
        """Return the `limit` best, those of equal weight by id."""
        hits: list[Hit] = []
        for view, alive in views:
            hits += self._hits(view, limit + len(self._newer), self._may(view, alive))
        hits = [hit for hit in hits if hit.id not in self._newer]
        if self._added:
            view, standing = self._apart()
            hits += self._hits(view, limit, standing)
        kept = [hit for hit in hits if self._least is None or hit.weight >= self._least]
        return sorted(kept, key=lambda hit: (-hit.weight, hit.id.encode()))[:limit]

    def best_seen(self, views: Views, limit: int, seen: Seen, at_once: int) -> list[Hit]:
        """Return the `limit` best of those that `seen` says may be found: nothing is cut before it was asked."""
        pools: list[Pool] = []
        for view, alive in views:
            standing = self._without_newer(view, self._may(view, alive))
            pools.append((view.segment.ids, *Search(view, self._question, standing, cut=False).weighed()))
        if self._added:
            view, standing = self._apart()
            pools.append((view.segment.ids, *Search(view, self._question, standing).weighed()))
        ids, weights = Ranking(pools, self._least).seen(limit, seen, at_once)
        return [Hit(id_.decode(), weight) for id_, weight in zip(ids.tolist(), weights.tolist(), strict=True)]

    def _may(self, view: View, alive: Any) -> Any:
        return alive if self._allowed is None else alive & self._allowed(view.segment.ids)

    def _without_newer(self, view: View, standing: Any) -> Any:
        """Return the rows but those that something newer stands in for; as a rule there is nothing, and no copy."""
        if not self._newer:
            return standing
        standing = standing.copy()
        standing[view.segment.rows_of([id_.encode() for id_ in self._newer])] = False
        return standing

    def _apart(self) -> tuple[View, Any]:
        """Return what was added meanwhile as a segment of its own, and which of it may be found."""
        tail = Tail(self._model.profile)
        for id_, record in self._added.items():
            tail.put(id_, read(self._model.profile, record))
        view = tail.view(self._model)
        return view, self._may(view, tail.alive)

    def _hits(self, view: View, limit: int, standing: Any) -> list[Hit]:
        rows, weights = Search(view, self._question, standing).best(limit)
        ids = view.segment.ids[rows].tolist()
        return [Hit(id_.decode(), weight) for id_, weight in zip(ids, weights.tolist(), strict=True)]
