"""How records of each kind are named and opened by pages that know no module."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, registry


@dataclass(frozen=True, slots=True)
class RecordFace:
    """A provider of a module: `noun` is what people call a record of `kind`, `route` the URL name of its page.

    The route takes the record's number.
    """

    kind: str
    noun: str | Promise
    route: str


@dataclass(frozen=True, slots=True)
class LevelPage:
    """A provider of a module: `route` is where the owner says how far a record of `kind` is shared with all.

    The route takes the record's number.
    """

    kind: str
    route: str


@dataclass(frozen=True, slots=True)
class ReleasesPage:
    """A provider of a module: `route` is the one page on which records of any kind are released and recalled.

    The route takes kind and number; kinds of which `offered` says no are released to nobody.
    """

    route: str
    offered: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class PageBeside:
    """A provider of a module: a page of what it keeps beside records, linked from each record's own page.

    `route` takes kind and number of the record; records of the kinds in `not_beside`, or of which `offered` says no,
    have none. With `owners_roles` only the owner's people in one of these roles are led there; the page itself decides.
    """

    title: str | Promise
    route: str
    not_beside: frozenset[str] = frozenset()
    owners_roles: frozenset[str] = frozenset()
    offered: Callable[[str], object] = bool

    def leads(self, actor: Actor, record: Record) -> bool:
        """Whether the way to this page is shown to `actor` on the page of `record`."""
        if record.kind in self.not_beside or not self.offered(record.kind):
            return False
        return not self.owners_roles or (actor.agency_id == record.owner_id and bool(actor.roles & self.owners_roles))


def pages_beside(actor: Actor, record: Record) -> list[tuple[str, str]]:
    """Return title and address of each page that modules keep beside `record` and to which `actor` is led."""
    pages = (page for page in registry.providers(PageBeside) if page.leads(actor, record))
    return [(str(page.title), reverse(page.route, args=[record.kind, record.number])) for page in pages]


def level_address(kind: str, number: str) -> str:
    """Return where the owner says how far the record is shared with all, empty where its kind has no such page."""
    pages = (page for page in registry.providers(LevelPage) if page.kind == kind)
    return next((reverse(page.route, args=[number]) for page in pages), "")


def releases_address(kind: str, number: str) -> str:
    """Return where the record is released and recalled, empty where no module does that."""
    pages = (page for page in registry.providers(ReleasesPage) if page.offered(kind))
    return next((reverse(page.route, args=[kind, number]) for page in pages), "")


def sharing_address(kind: str, number: str) -> str:
    """Return where all of a record's sharing begins: its releases, else its level."""
    return releases_address(kind, number) or level_address(kind, number)


def all_faces() -> tuple[RecordFace, ...]:
    """Return how the kinds of every module are shown."""
    return registry.providers(RecordFace)


def face_of(kind: str) -> RecordFace | None:
    """Return how records of `kind` are shown, None where their module is gone or shows none."""
    return next((face for face in registry.providers(RecordFace) if face.kind == kind), None)


def name_of(kind: str, number: str) -> str:
    """Return a record's noun and number: "Case C-4F7K-9Q2"."""
    face = face_of(kind)
    return f"{face.noun} {number}" if face else number


def address_of(kind: str, number: str) -> str:
    """Return the address of a record's page, that of its work where it has no page."""
    face = face_of(kind)
    return reverse(face.route, args=[number]) if face else reverse("record_work", args=[kind, number])
