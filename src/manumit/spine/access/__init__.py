"""Who may do what to which record: Cedar decides single records, its compiled text decides lists.

Others declare a `Kind` and `register` it, base models on `scoped.ScopedModel`, start every read from
`Model.objects.visible_to(actor)` or `.page(actor)`, ask `allowed` or `require` before an act, and put a decorator of
`routes` on every view. Names below that need models are loaded on first use, since Django imports this package first.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import BadKey, BadPolicy, Denied, Hidden, Unreadable, Unscoped
from .kinds import Attribute, Beside, Kind, Through, register

if TYPE_CHECKING:
    from .beside import BesideRecord
    from .decision import Decision, allowed, decide_many, require
    from .finding import find
    from .parts import belonging
    from .scoped import ScopedManager, ScopedModel, ScopedQuerySet, UnscopedManager

__all__ = [
    "Attribute",
    "BadKey",
    "BadPolicy",
    "Beside",
    "BesideRecord",
    "Decision",
    "Denied",
    "Hidden",
    "Kind",
    "ScopedManager",
    "ScopedModel",
    "ScopedQuerySet",
    "Through",
    "Unreadable",
    "Unscoped",
    "UnscopedManager",
    "allowed",
    "belonging",
    "decide_many",
    "find",
    "register",
    "require",
]

_LATER = {
    **dict.fromkeys(["Decision", "allowed", "decide_many", "require"], "decision"),
    **dict.fromkeys(["ScopedManager", "ScopedModel", "ScopedQuerySet", "UnscopedManager"], "scoped"),
    "belonging": "parts",
    "BesideRecord": "beside",
    "find": "finding",
}


def __getattr__(name: str) -> Any:
    """Load a name of this package's facade from the file that defines it."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
