"""Knowing which entries a stretch of code wrote, without asking the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Heard = set[tuple[str, int | None]]

_listeners: ContextVar[tuple[Heard, ...]] = ContextVar("listeners", default=())


@contextmanager
def listening() -> Iterator[Heard]:
    """Collect the (kind, record id) of each entry written inside the block, in nested blocks too."""
    heard: Heard = set()
    token = _listeners.set((*_listeners.get(), heard))
    try:
        yield heard
    finally:
        _listeners.reset(token)


def tell(kind: str, record_id: int | None) -> None:
    """Tell every listener of one entry."""
    for heard in _listeners.get():
        heard.add((kind, record_id))
