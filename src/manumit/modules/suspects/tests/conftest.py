"""Alice investigates, Bob supervises, Charlie is a stranger. The case is a note: any kind will do."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from manumit.modules.suspects.actions.move_suspect import move_suspect
from manumit.modules.suspects.actions.open_suspect import Opening, open_suspect
from manumit.modules.suspects.models import Suspect
from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person
from manumit.spine.records.tests.conftest import (
    agencies,
    alice,
    bob,
    charlie,
    kind,
    note,
    note_table,
)

BY = {"source": "Detective Alice"}


def basis(**values: Any) -> dict[str, Any]:
    """A basis that carries a suspicion."""
    known_on = timezone.localdate() - timedelta(days=3)
    graded = {"reliability": "usually_reliable", "validity": "probable"}
    return {"statement": "Seen with her at the depot", "said_by": "The clerk", **graded, "known_on": known_on, **values}


def opening(**values: Any) -> Opening:
    """An adult of whom little is known."""
    names = [{"name_type": "alias", "given_names": "Ed", "family_name": "Marlow"}]
    facts = {"how": "Drove the truck", "under_18": "no", "basis": basis(), "source": "Alice", "names": names}
    return Opening(**{**facts, **values})


@pytest.fixture(autouse=True)
def members(alice, bob, charlie) -> None:
    """All three are members of their agencies."""
    for actor in (alice, bob, charlie):
        Membership.objects.create(person_id=actor.person_id, agency_id=actor.agency_id, roles=sorted(actor.roles))


@pytest.fixture
def suspect(alice, note) -> Suspect:
    """A person of interest, an adult."""
    return open_suspect(alice, note, opening())


@pytest.fixture
def young(alice, note) -> Suspect:
    """A person of interest of whom nobody knows whether they were of age."""
    return open_suspect(alice, note, opening(under_18="unknown"))


@pytest.fixture
def moved() -> Callable[..., Suspect]:
    """Take a step with the reason in words."""

    def move(actor: Actor, record: Suspect, step: str, reason: str = "", **answers: Any) -> Suspect:
        return move_suspect(
            actor, record, step, expected_version=record.version, reason=reason,
            words="As told" if reason == "other" else "", answers=answers,
        )  # fmt: skip

    return move


@pytest.fixture
def as_person():
    """Return a browser in which an actor is signed in."""
    return browser_of
