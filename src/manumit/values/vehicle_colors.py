"""The colors of a vehicle as files write them: one, or two parted by "and" or a slash, the larger or upper first."""

from __future__ import annotations

import re

from manumit.values.code_table import Code
from manumit.values.tables.catalogue import VEHICLE_COLOR

_PARTED = re.compile(r"\s+(?:and|y)\s+|\s*/\s*|\s+over\s+", re.IGNORECASE)


def vehicle_colors(text: str) -> tuple[Code, ...]:
    """Return the rows of `VEHICLE_COLOR` that `text` names, in its order, each once; empty for empty text.

    "Maroon and Red" is two, "Aluminum/Silver" one. Raises `UnknownCode` naming the first word that is no color.
    """
    if not text.strip():
        return ()
    whole = VEHICLE_COLOR.find(text)
    return (whole,) if whole else tuple(dict.fromkeys(map(VEHICLE_COLOR.labelled, _PARTED.split(text.strip()))))
