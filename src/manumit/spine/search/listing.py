"""Lists that can be searched and whose searches people keep."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from manumit.spine.identity.actor import Actor
from manumit.spine.records import registry


@dataclass(frozen=True)
class SearchList:
    """That the list at URL name `route` shows records of `kind`, narrowed by its address.

    `describe(query)` says the filters of an address in words. `newer(actor, query, since)` returns what the asker may
    see in that list of records that were opened after `since`, newest first, a page of them at the most.
    """

    kind: str
    route: str
    describe: Callable[[QueryDict], str]
    newer: Callable[[Actor, QueryDict, datetime], Sequence[Any]]


def of(kind: str) -> SearchList | None:
    """Return the list of records of `kind`, None where its module is gone or offers none."""
    return next((each for each in registry.providers(SearchList) if each.kind == kind), None)
