"""The menu: four pillars, each with the entries that the installed modules' manifests declare."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from manumit.spine.identity.actor import Actor
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


def sections(actor: Actor, path: str) -> list[Section]:
    """Return the four pillars in the plan's order, each with the entries shown to `actor` on the page at `path`."""
    entries = [entry for entry in registry.menu() if not entry.roles or entry.roles & actor.roles]
    return [Section(face, _links([e for e in entries if e.pillar == face.pillar], path)) for face in PILLARS]


def _links(entries: list[MenuEntry], path: str) -> tuple[Link, ...]:
    return tuple(link for entry in entries if (link := _link(entry, path)))


def _link(entry: MenuEntry, path: str) -> Link | None:
    try:
        href = reverse(entry.route)
    except NoReverseMatch:
        return None
    return Link(str(entry.title), str(entry.summary), href, path.startswith(href))
