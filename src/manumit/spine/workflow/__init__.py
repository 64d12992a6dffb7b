"""Procedures as tables that people can read and sign: states, transitions, who, guards, reasons, law.

A module writes one `Procedure`, offers it as a provider in its manifest, shows `available(actor, record)`, and moves
records only by `perform` inside an action. The same table is drawn as a diagram, listed, and checked at start.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .states import IN_WORDS, Citation, Guard, Reason, State, Transition, guard

if TYPE_CHECKING:
    from .performing import NotNow, ReasonNeeded
    from .procedure import Choice, Procedure

__all__ = [
    "IN_WORDS",
    "Choice",
    "Citation",
    "Guard",
    "NotNow",
    "Procedure",
    "Reason",
    "ReasonNeeded",
    "State",
    "Transition",
    "guard",
]

_HOMES = {
    **dict.fromkeys(["Choice", "Procedure"], "procedure"),
    **dict.fromkeys(["NotNow", "ReasonNeeded"], "performing"),
}


def __getattr__(name: str) -> Any:
    """Load a name that needs models when first asked for: Django imports this package before they may be."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
