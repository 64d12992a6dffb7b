"""What only a checkout has: benchmarks and drills are not installed with the product."""

import importlib
import sys
from types import ModuleType

from manumit.project.command.finding import PACKAGE

from .troubles import CommandRefused

ROOT = PACKAGE.parents[1]


def from_source_tree(module: str) -> ModuleType:
    """Return a module of the checkout this code runs from. Raises CommandRefused in an installed product."""
    if not (ROOT / "benchmarks").is_dir():
        raise CommandRefused("Benchmarks and drills come with the source tree: run them from a checkout.")
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    return importlib.import_module(module)
