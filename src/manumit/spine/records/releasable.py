"""Which kinds an owner may release, and how what a receiver would see is shown beforehand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from manumit.spine.identity.actor import Actor

from . import registry

Shown = Callable[[Actor, Any], str]
HandedOver = Callable[[Actor, Any], None]
Caution = Callable[[Any], str | Promise]


@dataclass(frozen=True)
class Releasable:
    """A provider of a module: records of `kind` may be released to other agencies, by field groups.

    `titles` is what people call each group; those in `never` are released to nobody, and none to agencies
    of the kinds in `never_to`. `shown` renders the record as an
    actor reads it who found it, for the preview; without it the preview lists the fields. `handed_over` is called in
    the transaction in which a record has got another owner, for rows that repeat it. `caution` is what whoever
    releases a record must know of it, empty for nothing.
    """

    kind: str
    titles: Mapping[str, str | Promise]
    never: frozenset[str] = frozenset()
    shown: Shown | None = field(default=None)
    handed_over: HandedOver | None = field(default=None)
    never_to: frozenset[str] = frozenset()
    caution: Caution | None = field(default=None)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that may be released, in the kind's order."""
        return tuple(name for name in self.titles if name not in self.never)


def releasable(kind: str) -> Releasable | None:
    """Return how records of `kind` are released, None where their module lets nobody."""
    return next((offer for offer in registry.providers(Releasable) if offer.kind == kind), None)
