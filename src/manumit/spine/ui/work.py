"""The "your work" panels of the home page, each offered by a module's manifest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.functional import Promise

from manumit.spine.records import registry


@dataclass(frozen=True)
class WorkItem:
    """One line of a panel: a link, what it is about, and a status in words with a tone of `<c-status>`."""

    title: str
    href: str
    about: str = ""
    status: str | Promise = ""
    tone: str = "plain"


@dataclass(frozen=True)
class WorkPanel:
    """One panel: a title, its items newest first, and where all of them are."""

    title: str | Promise
    items: tuple[WorkItem, ...] = ()
    href: str = ""
    href_title: str | Promise = ""
    empty: str | Promise = ""


@dataclass(frozen=True)
class WorkProvider:
    """What a module puts in its manifest's `providers` to have a panel: `panel` is asked with each request.

    `panel` returns `None` when the person has no such work at all; it reads through `visible_to`, as any page does.
    """

    name: str
    panel: Callable[[HttpRequest], WorkPanel | None]
    order: int = field(default=100)


def panels(request: HttpRequest) -> list[WorkPanel]:
    """Return the panels of the installed modules for this person, in their declared order."""
    found = (provider.panel(request) for provider in sorted(_providers(), key=lambda one: (one.order, one.name)))
    return [panel for panel in found if panel is not None]


def _providers() -> Iterable[WorkProvider]:
    return registry.providers(WorkProvider)
