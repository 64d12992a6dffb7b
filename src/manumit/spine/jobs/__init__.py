"""Work done in the background, enqueued in the transaction that asks for it.

Others declare work with `task` in a module's `jobs.py`, call `.enqueue(...)` inside their action's transaction, and
guard what must happen once with `once(key)`. A killed worker loses nothing: `rescuing` gives its jobs to the next.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .declaring import BadTask, EnqueuedOutsideTransaction, Task, task
    from .deeds import once, once_each

__all__ = ["BadTask", "EnqueuedOutsideTransaction", "Task", "once", "once_each", "task"]

_HOMES = {
    **dict.fromkeys(["BadTask", "EnqueuedOutsideTransaction", "Task", "task"], "declaring"),
    **dict.fromkeys(["once", "once_each"], "deeds"),
}


def __getattr__(name: str) -> Any:
    """Load a name of this package's facade when first asked for: Django imports this package before its models."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
