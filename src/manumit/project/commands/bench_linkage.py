"""`manumit bench linkage`: recall, speed and memory of matching in a made or published world, beside its peers.

The peers (Splink, tantivy) stand in requirements/bench.lock; those that are not installed are named as
missing, with how to install them. It works in a folder inside MANUMIT_HOME, which it empties.
"""

import argparse
import json
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
WORLDS = ("persons", "remains", "suspects", "vehicles", "historical", "febrl")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--world", choices=WORLDS, default="persons", help="which world (default persons)")
    parser.add_argument("--records", type=int, help="how many records it has (default: the world's own)")
    parser.add_argument("--queries", type=int, help="how many are asked for (default: the world's own)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes another world (default 1)")
    parser.add_argument("--only", nargs="+", default=[], metavar="PART", help="measure these parts and peers alone")
    parser.add_argument("--no-peers", action="store_true", help="measure the library alone")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    measure = from_source_tree("benchmarks.linkage.measure").measure
    home = surroundings.home() / "bench-linkage"
    asked = {name: getattr(options, name) for name in ("records", "queries", "seed", "only")}
    figures = measure(options.world, **asked, home=home, peers=not options.no_peers)
    print(json.dumps(figures) if options.json else _lines(figures))
    return 0


def _lines(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name:24} {value}" for name, value in figures.items())
