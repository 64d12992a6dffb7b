"""The menu: four pillars, each with the entries that the installed modules' manifests declare."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from manumit.spine.records import registry
from manumit.spine.records.manifest import MenuEntry

from .pillars import PILLARS, PillarFace


@dataclass(frozen=True)
class Link:
    """One entry of the menu; `current` when the screen shown stands under it."""

    title: str
    about: str
    href: str
    current: bool


@dataclass(frozen=True)
class Section:
    """One pillar of the menu with its links."""

    pillar: PillarFace
    links: tuple[Link, ...]

    @property
    def current(self) -> bool:
        """True when the screen shown stands under this pillar."""
        return any(link.current for link in self.links)


def sections(roles: frozenset[str], current: str) -> list[Section]:
    """Return the four pillars in the plan's order, each with the entries shown to `roles`; `current` is open now."""
    return [Section(face, _links(face, roles, current)) for face in PILLARS]


def current(roles: frozenset[str], path: str) -> str:
    """Return the address of the entry under which `path` stands: the longest that begins it; empty if none does."""
    return max((href for _, href in _entries(roles) if path.startswith(href)), key=len, default="")


def _links(face: PillarFace, roles: frozenset[str], current: str) -> tuple[Link, ...]:
    return tuple(
        Link(str(entry.title), str(entry.summary), href, href == current)
        for entry, href in _entries(roles)
        if entry.pillar == face.pillar
    )


@lru_cache(maxsize=128)
def _entries(roles: frozenset[str]) -> tuple[tuple[MenuEntry, str], ...]:
    """Return the entries shown to `roles` with their addresses; one whose address does not exist is left out."""
    shown = [entry for entry in registry.menu() if not entry.roles or entry.roles & roles]
    return tuple((entry, href) for entry in shown if (href := _address(entry.route)))


def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
