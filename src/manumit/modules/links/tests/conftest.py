"""Alice and Bob own notes, Charlie others: their titles are what may be matched, so that no other module is needed.

A title is a telephone number, or `missing` or `remains` of somebody whose marks are the story.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.models import Candidate
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.matching import Described, Linkable, Matched
from manumit.spine.records import action, change, registry
from manumit.spine.records.tests import notes
from manumit.spine.records.tests.conftest import kind, note_table

NUMBER = "505-555-0123"
MARKS = "tattoo of an anchor on left forearm, scar of a burn on right hand, tattoo of a wolf on neck"


def _described(word: str) -> Callable[[Collection[int]], Iterator[Described]]:
    def read(ids: Collection[int]) -> Iterator[Described]:
        for row in notes.Note.unscoped.filter(pk__in=ids, state="draft"):
            if word == row.title:
                yield Described(row.pk, 0, {"marks": row.story.split(", "), "belongings": [row.story]})
            elif word == "phone" and row.title[:1].isdigit():
                yield Described(row.pk, 0, {"phones": [row.title]}, crosses=row.count != 17)

    return read


OFFERS = (
    Linkable(Matched.PHONE, "note", ("summary",), _described("phone")),
    Linkable(Matched.MISSING_PERSON, "note", ("summary",), _described("missing")),
    Linkable(Matched.UNIDENTIFIED_REMAINS, "note", ("summary",), _described("remains")),
)


@pytest.fixture(autouse=True)
def matched(kind, tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes are matched, in indexes of this test."""
    settings.MANUMIT_HOME = tmp_path
    known = registry.providers
    monkeypatch.setattr(registry, "providers", lambda of: OFFERS if of is Linkable else known(of))


def agency(name: str) -> Agency:
    made, new = Agency.objects.get_or_create(name=name, short_name=name, kind="tribal")
    if new:
        until = timezone.now() + timedelta(days=30)
        Agreement.objects.create(agency=made, reference="A test", signed_on="2026-01-01", expires_at=until)
    return made


def acting(name: str, of: Agency, *roles: str) -> Actor:
    person = Person.objects.create_user(f"{name}@example.org", name)
    member = Membership.objects.create(person=person, agency=of, roles=list(roles or ("investigator",)), active=True)
    actor = actor_for(member.pk, "investigation")
    assert actor
    return actor


@pytest.fixture
def alice(db) -> Actor:
    return acting("Alice", agency("North"), "investigator", "supervisor")


@pytest.fixture
def bob(db) -> Actor:
    return acting("Bob", agency("North"))


@pytest.fixture
def charlie(db) -> Actor:
    return acting("Charlie", agency("South"), "investigator", "supervisor")


@action("note.edit")
def edit_note(actor: Actor | None, note: notes.Note, **changes: object) -> None:
    """Change a note as any action does."""
    change(note, actor, changes, expected_version=note.version, source="A test")
    audit.record(actor, "note.edit", kind="note", record_id=note.pk)


def titled(of: Actor, title: str, **values: object) -> notes.Note:
    """Make a note of an actor's agency, and look for its links as the job after the commit does."""
    made = notes.note(Agency.objects.get(pk=of.agency_id), level=values.pop("level", "restricted"), **values)
    edit_note(of, made, title=title)
    raise_links(None, "note", [made.pk])
    return made


@pytest.fixture
def pair(alice) -> Candidate:
    """Two notes of Alice's agency with one number."""
    titled(alice, NUMBER)
    titled(alice, NUMBER)
    return Candidate.unscoped.get()


@pytest.fixture
def remains(alice) -> Candidate:
    """A missing person and remains with the same marks, both of Alice's agency."""
    titled(alice, "missing", story=MARKS)
    titled(alice, "remains", story=MARKS)
    return Candidate.unscoped.get()


@pytest.fixture
def as_person() -> Callable[[Actor], Client]:
    return browser_of
