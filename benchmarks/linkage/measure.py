"""The measurement: make the world, measure the library and its peers in it, each in a process of its own."""

import importlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .parts import measured
from .worlds import WORLDS
from .worlds.world import World

ROOT = Path(__file__).resolve().parents[2]
NEEDS = {
    "splink": "splink",
    "splink_batch": "splink",
    "trigrams": "psycopg",
    "trigrams_nearest": "psycopg",
    "tantivy": "tantivy",
    "splink_link": "splink",
    "recordlinkage": "recordlinkage",
    "recordlinkage_link": "recordlinkage",
}
INSTALL = "not installed: uv pip install --require-hashes -r requirements/bench.lock (into .venv), and run again"
WHOLE = ("batch", "link", "splink_batch", "splink_link", "recordlinkage", "recordlinkage_link")
"""Parts that take the files as they are."""
STEADY = ("recall_at_1", "recall_at_10", "recall_at_20", "hit_at_10", "pair_f1", "cluster_f1")
"""Measures that a field which says nothing must not move by more than 0.01."""
KEYS = (
    *("p50_ms", "p95_ms", "recall_at_1", "recall_at_10", "hit_at_10"),
    *("pair_f1", "cluster_f1", "cluster_f1_at", "seconds", "peak_mb"),
)
"""Figures that every world names; None where it does not measure them."""
SINGLY = 40
"""How many queries Splink is asked one by one; recall is measured on all of them at once."""
NEAREST = 500
"""How many queries pg_trgm is asked by its slower way."""


def measure(
    world: str,
    *,
    seed: int,
    home: Path,
    records: int | None = None,
    queries: int | None = None,
    only: Sequence[str] = (),
    peers: bool = True,
) -> dict[str, Any]:
    """Return the figures of a world; see `docs/linkage-benchmarks.md` for what each key means.

    `records` and `queries` are the world's own unless given; `only` names the parts and peers to be measured, or all.
    """
    kind = WORLDS[world]
    records, asked = records or kind.records, queries or kind.queries
    place = home / f"{world}-{records}-{asked}-{seed}"
    shutil.rmtree(place, ignore_errors=True)
    made = importlib.import_module(f"benchmarks.linkage.worlds.{world}").make(place, records, asked, seed)
    figures: dict[str, Any] = {"world": world, "records": made.records, "seed": seed, **dict.fromkeys(KEYS)}
    for part in _chosen(kind.parts, only):
        tell(f"{world}: {part} ...")
        figures |= _named(part, measured(ROOT, part, place, *_numbers(part, asked)))
    if "noise" in _chosen(("noise",), only):
        tell(f"{world}: a field that says nothing ...")
        figures["noise"] = _noise(kind.parts, place, asked, figures)
    figures["peers"] = {peer: _peer(peer, place, asked) for peer in _chosen(kind.peers, only)} if peers else {}
    for name, theirs in figures["peers"].items():
        theirs.update(_beside(figures["link"] if name.endswith("_link") and "link" in figures else figures, theirs))
    figures |= {"valid": kind.valid(figures["peers"]), "load": round(os.getloadavg()[0], 1)}
    shutil.rmtree(place, ignore_errors=True)
    return figures


def _beside(ours: dict[str, Any], peer: dict[str, Any]) -> dict[str, float]:
    """Return how many times as long as the library a peer takes: for one question (p50), and for a whole batch."""
    both = {name: (peer.get(name), ours.get(name)) for name in ("p50_ms", "seconds")}
    return {f"{name}_times_ours": round(theirs / own, 2) for name, (theirs, own) in both.items() if theirs and own}


def _chosen(names: Sequence[str], only: Sequence[str]) -> list[str]:
    return [name for name in names if not only or name in only]


def _noise(parts: Sequence[str], place: Path, queries: int, before: dict[str, Any]) -> dict[str, float]:
    """Measure again with a field more that says nothing; return by how much each measure moved."""
    after: dict[str, Any] = {}
    for part in ("batch", "online"):
        if part in parts and (part != "batch" or before["pair_f1"] is not None):
            after |= measured(ROOT, part, place, *_numbers(part, queries), 1)
    names = [name for name in STEADY if name in after and before.get(name) is not None]
    return {name: round(after[name] - before[name], 4) for name in names}


def _named(part: str, figures: dict[str, Any]) -> dict[str, Any]:
    """Keep the names of the first part of a world; put others under their own name where names would clash."""
    return {part: figures} if part in ("incremental", "link") else _flat(part, figures)


def _flat(part: str, figures: dict[str, Any]) -> dict[str, Any]:
    peak = figures.pop("peak_mb")
    return {**figures, "peak_mb" if part == "batch" else "online_peak_mb": peak}


def _numbers(part: str, queries: int) -> tuple[float, ...]:
    if part in WHOLE:
        return ()
    fewer: dict[str, tuple[float, ...]] = {
        "incremental": (min(3000, queries),),
        "splink": (queries, min(SINGLY, queries)),
        "trigrams_nearest": (min(NEAREST, queries),),
    }
    return fewer.get(part, (queries,))


def _peer(peer: str, place: Path, queries: int) -> dict[str, Any]:
    if peer in NEEDS and importlib.util.find_spec(NEEDS[peer]) is None:
        return {"missing": INSTALL}
    tell(f"{World.read(place).name}: {peer} ...")
    figures = measured(ROOT, peer, place, *_numbers(peer, queries))
    return {name: value for name, value in figures.items() if name != "by_kind"}


def tell(text: str) -> None:
    """Say what is being done, beside the answer."""
    print(text, file=sys.stderr, flush=True)
