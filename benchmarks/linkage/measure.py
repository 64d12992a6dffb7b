"""The measurement: make the world, measure the library and its peers in it, each in a process of its own."""

import importlib
import importlib.util
import shutil
import sys
from pathlib import Path
from typing import Any

from .parts import measured
from .worlds import WORLDS
from .worlds.world import World

ROOT = Path(__file__).resolve().parents[2]
THRESHOLD = 0.5
"""Fixed beforehand, for everybody: pairs more likely than not are said to be the same."""

NEEDS = {
    "splink": "splink",
    "splink_batch": "splink",
    "trigrams": "psycopg",
    "tantivy": "tantivy",
    "recordlinkage": "recordlinkage",
}
INSTALL = "not installed: uv pip install --require-hashes -r requirements/bench.lock (into .venv), and run again"
SINGLY = 40
"""How many queries Splink is asked one by one; recall is measured on all of them at once."""


def measure(world: str, *, records: int, queries: int, seed: int, home: Path, peers: bool = True) -> dict[str, Any]:
    """Return the figures of a world; see `docs/linkage-benchmarks.md` for what each key means."""
    maker = WORLDS[world]
    place = home / f"{world}-{records}-{queries}-{seed}"
    shutil.rmtree(place, ignore_errors=True)
    made = importlib.import_module(f"benchmarks.linkage.worlds.{world}").make(place, records, queries, seed)
    figures: dict[str, Any] = {"world": world, "records": made.records, "seed": seed}
    for part in maker.parts:
        tell(f"{world}: {part} ...")
        figures |= _named(part, measured(ROOT, part, place, *_numbers(part, queries)))
    figures["peers"] = {peer: _peer(peer, place, queries) for peer in maker.peers} if peers else {}
    figures["valid"] = maker.valid(figures["peers"])
    shutil.rmtree(place, ignore_errors=True)
    return figures


def _named(part: str, figures: dict[str, Any]) -> dict[str, Any]:
    """Keep the names of the first part of a world; put others under their own name where names would clash."""
    return {"incremental": figures} if part == "incremental" else _flat(part, figures)


def _flat(part: str, figures: dict[str, Any]) -> dict[str, Any]:
    peak = figures.pop("peak_mb")
    return {**figures, "peak_mb" if part == "batch" else "online_peak_mb": peak}


def _numbers(part: str, queries: int) -> tuple[float, ...]:
    if part in ("batch", "splink_batch"):
        return (THRESHOLD,)
    return {"incremental": (min(3000, queries),), "splink": (queries, min(SINGLY, queries))}.get(part, (queries,))


def _peer(peer: str, place: Path, queries: int) -> dict[str, Any]:
    if peer in NEEDS and importlib.util.find_spec(NEEDS[peer]) is None:
        return {"missing": INSTALL}
    tell(f"{World.read(place).name}: {peer} ...")
    figures = measured(ROOT, peer, place, *_numbers(peer, queries))
    return {name: value for name, value in figures.items() if name != "by_kind"}


def tell(text: str) -> None:
    """Say what is being done, beside the answer."""
    print(text, file=sys.stderr, flush=True)
