"""The one way an entry's detail is written as text."""

import json
from collections.abc import Mapping
from typing import Any


def dumps(value: Mapping[str, Any]) -> str:
    """Return `value` as JSON with sorted keys and no spaces; raises ValueError for NaN and TypeError for other types."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
