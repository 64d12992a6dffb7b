"""The made land: towns with points on the map, states around them, and how far apart things happen."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.table import Columns

from .people import PLACE_ENDS, PLACE_HEADS, STATES, Draw

KM_A_DEGREE = 111.2
_NAMES = [head + end for head in PLACE_HEADS for end in PLACE_ENDS]


class Land:
    """Towns by rank of size: name, state, latitude, longitude; a state is what lies nearest to its middle."""

    def __init__(self) -> None:
        """Draw the land; always the same."""
        draw = np.random.default_rng(21)
        self.names = np.array(_NAMES, dtype=object)[draw.permutation(len(_NAMES))]
        self.points = _points(len(_NAMES), draw)
        middles = _points(len(STATES), draw)
        self.states = np.array(STATES, dtype=object)[nearest(self.points, middles)]
        weight = 1 / (np.arange(len(_NAMES)) + 12.0)
        self._edges = np.cumsum(weight / weight.sum())

    def towns(self, count: int, draw: Draw) -> NDArray[Any]:
        """Draw towns by their size."""
        return np.minimum(np.searchsorted(self._edges, draw.random(count)), len(self.names) - 1)

    def place(self, towns: NDArray[Any], points: NDArray[Any] | None = None) -> Columns:
        """Return city, state, latitude and longitude of towns, or of points near them."""
        where = self.points[towns] if points is None else points
        return {
            "city": self.names[towns].copy(),
            "state": self.states[towns].copy(),
            "latitude": where[:, 0].round(3).astype(object),
            "longitude": where[:, 1].round(3).astype(object),
        }


def _points(count: int, draw: Draw) -> NDArray[Any]:
    return np.stack([draw.uniform(30, 47, count), draw.uniform(-120, -75, count)], axis=1)


def nearest(points: NDArray[Any], middles: NDArray[Any]) -> NDArray[Any]:
    """Return the place of the middle nearest to each point."""
    parts = np.array_split(points, max(1, len(points) // 2000))
    return np.concatenate([_apart(part, middles).argmin(axis=1) for part in parts])


def _apart(points: NDArray[Any], middles: NDArray[Any]) -> NDArray[Any]:
    up = points[:, None, 0] - middles[None, :, 0]
    across = (points[:, None, 1] - middles[None, :, 1]) * np.cos(np.radians(points[:, None, 0]))
    return np.asarray(up**2 + across**2)


def away(points: NDArray[Any], km: NDArray[Any], draw: Draw) -> NDArray[Any]:
    """Return points so many kilometres away, in any direction."""
    turn = draw.uniform(0, 2 * np.pi, len(points))
    up = km * np.cos(turn) / KM_A_DEGREE
    across = km * np.sin(turn) / (KM_A_DEGREE * np.cos(np.radians(points[:, 0])))
    return points + np.stack([up, across], axis=1)
