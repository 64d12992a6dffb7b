"""Two invented agencies with Alice (owner), Bob (colleague) and Charlie (stranger), and how tests sign in."""

from dataclasses import dataclass

import pytest
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership, Person

from .. import demo, terms


@dataclass
class World:
    """What tests of administration start from."""

    cedar: Agency
    plains: Agency
    alice: Membership
    bob: Membership
    charlie: Membership


def member(email: str, agency: Agency, *roles: Role) -> Membership:
    """Return a new person's membership, as `joined`, and note both in the log."""
    membership = joined(email, agency, *roles)
    noted(membership.person, membership)
    return membership


def joined(email: str, agency: Agency, *roles: Role) -> Membership:
    """Return a new person's membership; the terms are already agreed to."""
    person = Person.objects.create_user(email, email.split("@", maxsplit=1)[0].title())
    Person.objects.filter(pk=person.pk).update(terms_version=terms.VERSION)
    person.refresh_from_db()
    return Membership.objects.create(person=person, agency=agency, roles=[*roles])


def noted(*rows: Model) -> None:
    """Write the leaf of what a test itself did with `rows`: the database asks for one here as in use."""
    for row in rows:
        with transaction.atomic():
            audit.record(None, "test.scene", kind=str(row._meta.model_name), record_id=row.pk)


@pytest.fixture
def world(scene: World, identity_guarded: None) -> World:
    """Cedar Bend has Alice its administrator and Bob an investigator; Charlie administers Plains.

    The database insists on a leaf for whatever happens to them from now on.
    """
    return scene


@pytest.fixture
def scene(db) -> World:
    """The same, before the database insists."""
    cedar = Agency.objects.create(name="Cedar Bend Tribal Police", short_name="CBTP", kind=AgencyKind.TRIBAL)
    plains = Agency.objects.create(name="Plains County Sheriff", short_name="PCS", kind=AgencyKind.LOCAL)
    return World(
        cedar, plains,
        alice=joined("alice@cedar.example", cedar, Role.ADMINISTRATOR, Role.SUPERVISOR),
        bob=joined("bob@cedar.example", cedar, Role.INVESTIGATOR),
        charlie=joined("charlie@plains.example", plains, Role.ADMINISTRATOR, Role.OPERATOR),
    )  # fmt: skip


def signed_in(membership: Membership, purpose: Purpose = Purpose.RECORDS) -> Client:
    """Return a browser signed in by demonstration link, acting under `membership` for `purpose`."""
    client = Client()
    client.get(demo.sign_in_link(membership.person))
    answer = client.post("/purpose/", {"membership": membership.pk, "purpose": purpose})
    assert answer.status_code == 302, answer.content
    return client


def leaves(verb: str) -> list[dict]:
    """Return the log entries of `verb`, oldest first."""
    from manumit.spine.audit.models import Entry

    return list(Entry.objects.filter(verb=verb).order_by("id").values())


def today():
    """Return today."""
    return timezone.localdate()
