"""Alice asks, Bob supervises beside her, Charlie's agency holds. Case and holdings are notes: any kind will do."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db.models import Q
from django.test import Client

from manumit.modules.inquiry.manifest import MANIFEST
from manumit.spine.access.models import Agreement
from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import registry
from manumit.spine.records.askable import MOST, Askable, AskedFor, Question, reached
from manumit.spine.records.manifest import Manifest, Pillar
from manumit.spine.records.tests import notes
from manumit.spine.records.tests.conftest import agencies, alice, bob, charlie, kind, note, note_table

PHONE = "406 555 0100"
ASKED = Question(AskedFor.PHONE, PHONE)


def match(actor: Actor, question: Question) -> list[int]:
    """A note answers where its title is the number asked for."""
    rows = notes.Note.unscoped.filter(reached(notes.KIND, actor, Q(count=0)), title=question.value)
    return list(rows.order_by("-pk").values_list("pk", flat=True)[:MOST])


ASKABLE = Askable("note", "Note", {AskedFor.PHONE: "summary"}, match)


@pytest.fixture(autouse=True)
def members(alice, bob, charlie) -> None:
    """All three are members of their agencies, and Charlie's has a supervisor."""
    for actor in (alice, bob, charlie):
        Membership.objects.create(person_id=actor.person_id, agency_id=actor.agency_id, roles=sorted(actor.roles))


@pytest.fixture
def dora(charlie) -> Actor:
    """The supervisor of Charlie's agency."""
    person = Person.objects.create_user("dora@example.org", "Dora")
    Membership.objects.create(person=person, agency_id=charlie.agency_id, roles=["supervisor", "investigator"])
    return replace(charlie, person_id=person.pk, roles=frozenset({"supervisor", "investigator"}))


@pytest.fixture(autouse=True)
def answering(kind, monkeypatch) -> None:
    """Notes are the only kind that answers."""
    shown = Manifest("notes", "Notes", "For tests", (Pillar.PREVENTION,), kinds=(kind,), providers=(ASKABLE,))
    monkeypatch.setattr(registry, "_manifests", {"inquiry": MANIFEST, "notes": shown})


@pytest.fixture
def held(agencies) -> Callable[..., Any]:
    """Make a note of Charlie's agency that holds the number."""

    def hold(level: str, **values: Any) -> notes.Note:
        return notes.note(agencies[1], **{"title": PHONE, "level": level, "count": 0, **values})

    return hold


@pytest.fixture
def partner(agencies) -> Callable[[Actor], Actor]:
    """Make an actor's agency a partner under agreement."""

    def join(actor: Actor) -> Actor:
        Agreement.objects.create(
            agency=Agency.objects.get(pk=actor.agency_id), reference="MOU", signed_on="2026-01-01",
            expires_at="2099-01-01T00:00Z",
        )  # fmt: skip
        return replace(actor, partner=True)

    return join


@pytest.fixture
def as_person() -> Callable[[Actor], Client]:
    """Return a browser in which an actor is signed in."""
    return browser_of
