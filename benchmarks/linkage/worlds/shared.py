"""Published data sets: found by MANUMIT_SHARED, or beside the checkout."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def shared(name: str) -> Path:
    """Return the path of a shared file. Raises FileNotFoundError, saying what would help."""
    place = Path(os.environ.get("MANUMIT_SHARED", ROOT.parent / "shared")) / "data" / name
    if not place.exists():
        raise FileNotFoundError(f"{place} is not there: set MANUMIT_SHARED to the folder that has data/{name}")
    return place
