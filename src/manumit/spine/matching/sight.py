"""What somebody may read whole: all of it where that is little, else asked about as far as answers need it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor

from .linkable import Linkable
from .naming import Ids, Parts, among

FEW = 2000
"""Who may see no more than so many records of a kind is answered from those alone, each of them compared."""


class Sight:
    """What an actor may read whole at one moment, for one question or several that are asked together."""

    def __init__(self, actor: Actor, most: int | None = None) -> None:
        """`most` is how many records are few (`FEW`)."""
        self._actor, self._most = actor, FEW if most is None else most
        self._few: dict[tuple[str, tuple[str, ...]], Ids | None] = {}

    def few(self, linkable: Linkable) -> Ids | None:
        """Return the ids, in order, of all records whose things of that name may be read; None for over `FEW`."""
        place = linkable.kind, linkable.groups
        if place not in self._few:
            first, *also = _actions(linkable)
            found = _model(linkable).objects.few_keys(self._actor, first, also=also, most=self._most)
            self._few[place] = None if found is None else np.sort(np.array(found, np.int64))
        return self._few[place]

    def of(self, linkable: Linkable, ids: Ids) -> NDArray[np.bool_]:
        """Return of each record whether its things of that name may be read: one query, whatever the answer is."""
        first, *also = _actions(linkable)
        found = _model(linkable).objects.keys_among(self._actor, first, np.unique(ids).tolist(), also=also)
        return among(ids, np.sort(np.array(found, np.int64)))


class Asked:
    """Whether things that an index found may be seen; called with their ids, the heaviest first."""

    def __init__(self, sight: Sight, many: list[Linkable]) -> None:
        self._sight, self._many = sight, many

    def __call__(self, ids: NDArray[np.bytes_]) -> NDArray[np.bool_]:
        parts, told = Parts(ids), np.ones(len(ids), np.bool_)
        for each in self._many:
            here = parts.rows_of(f"{each.name}:{each.kind}")
            if len(here):
                told[here] = self._sight.of(each, parts.records[here])
        return told


def visible(actor: Actor, linkable: Linkable) -> Ids:
    """Return the ids, in order, of the records whose things of that name `actor` may read whole, however many."""
    return _sorted(scoped(actor, linkable))


def scoped(actor: Actor, linkable: Linkable) -> Any:
    """Return the records of which `actor` may read every group that a linkable names."""
    rows = _model(linkable).objects
    for action in _actions(linkable):
        rows = rows.visible_to(actor, action)
    return rows


def _sorted(rows: Any) -> Ids:
    return np.sort(np.fromiter(rows.order_by().values_list("pk", flat=True), np.int64))


def _actions(linkable: Linkable) -> list[str]:
    return [f"read_{group}" for group in linkable.groups]


def _model(linkable: Linkable) -> Any:
    return kinds.get(linkable.kind).model_class
