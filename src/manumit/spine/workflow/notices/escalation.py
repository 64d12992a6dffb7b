"""The hook by which a module says who is told when a notice of its event is not seen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .receiver import Receiver


@dataclass(frozen=True, slots=True)
class Escalation:
    """For notices of `event`, `whom` takes the unseen `models.Notice` and returns who is told in its stead."""

    event: str
    whom: Callable[[Any], tuple[Receiver, ...]]
