"""What every record is made of: number, owner, version, provenance, history, sealed values, retention, legal hold.

A module derives its kinds from `Record`, writes actions under `action`, edits with `change`, keeps what must be
encrypted in `records.sealed`, and names itself in a manifest (`records.manifest`) found through `records.registry`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .acting import LeafMissing, action
    from .changing import Clash, Conflict, NothingToChange, change
    from .models import IdempotencyKey, LegalHold, Record, RecordHistory
    from .sequences import NumberSequence

__all__ = [
    "Clash",
    "Conflict",
    "IdempotencyKey",
    "LeafMissing",
    "LegalHold",
    "NothingToChange",
    "NumberSequence",
    "Record",
    "RecordHistory",
    "action",
    "change",
]

# Names are found when first asked for: Django imports this package before its models may be.
_HOMES = {
    "LeafMissing": "acting",
    "action": "acting",
    "Clash": "changing",
    "Conflict": "changing",
    "NothingToChange": "changing",
    "change": "changing",
    "IdempotencyKey": "models",
    "LegalHold": "models",
    "Record": "models",
    "RecordHistory": "models",
    "NumberSequence": "sequences",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
