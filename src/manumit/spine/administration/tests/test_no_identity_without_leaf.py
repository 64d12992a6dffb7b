"""The database refuses a change of people, agencies and memberships that nobody logged; bookkeeping it lets through."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from manumit.spine.identity.models import Agency, Membership, Person

from .conftest import noted

pytestmark = pytest.mark.django_db

CHANGES = {
    "a role given": lambda world: Membership.objects.filter(pk=world.bob.pk).update(roles=["administrator"]),
    "a membership revived": lambda world: Membership.objects.filter(pk=world.bob.pk).update(until_on=date(2099, 1, 1)),
    "a membership made": lambda world: Membership.objects.create(
        person=world.bob.person, agency=world.plains, roles=["investigator"]
    ),
    "a membership deleted": lambda world: connection.cursor().execute(
        "DELETE FROM identity_membership WHERE id = %s", [world.bob.pk]
    ),
    "an account made": lambda world: Person.objects.create_user("mallory@cedar.example", "Mallory"),
    "an account opened": lambda world: Person.objects.filter(pk=world.bob.person_id).update(is_active=True),
    "an address changed": lambda world: Person.objects.filter(pk=world.bob.person_id).update(email="m@cedar.example"),
    "a password set": lambda world: Person.objects.filter(pk=world.bob.person_id).update(password="x"),
    "an agency made": lambda world: Agency.objects.create(name="Third", short_name="T", kind="local"),
    "an agency renamed": lambda world: Agency.objects.filter(pk=world.cedar.pk).update(name="Other"),
    "an agency closed": lambda world: Agency.objects.filter(pk=world.cedar.pk).update(active=False),
}


@transaction.atomic
def commit(change: Callable[[], object]) -> None:
    """Change something and let the database look, as it does at commit."""
    change()
    connection.check_constraints()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_refused_at_commit(world, change) -> None:
    with pytest.raises(IntegrityError, match="no leaf, no change"):
        commit(lambda: change(world))


def test_with_its_leaf_it_stands(world) -> None:
    Membership.objects.filter(pk=world.bob.pk).update(roles=["analyst"])
    noted(world.bob)
    connection.check_constraints()
    world.bob.refresh_from_db()
    assert world.bob.roles == ["analyst"]


def test_another_records_leaf_does_not_do(world) -> None:
    noted(world.alice, world.bob.person)
    with pytest.raises(IntegrityError, match="no leaf, no change"):
        commit(lambda: Membership.objects.filter(pk=world.bob.pk).update(roles=["administrator"]))


def test_bookkeeping_goes_through(world) -> None:
    Person.objects.filter(pk=world.bob.person_id).update(last_login=timezone.now())
    Person.objects.filter(pk=world.bob.person_id).update(language="es")
    connection.check_constraints()


def test_an_old_hash_is_not_renewed_in_silence(world, settings) -> None:
    world.bob.person.set_password("correct horse battery")
    kept = world.bob.person.password
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher", *settings.PASSWORD_HASHERS]
    assert world.bob.person.check_password("correct horse battery")
    assert world.bob.person.password == kept


def test_leaving_in_a_hurry_is_logged_before_anybody_chose_a_purpose(scene) -> None:
    from django.test import Client

    from .. import demo
    from .conftest import leaves

    client = Client()
    client.get(demo.sign_in_link(scene.bob.person))
    assert client.post("/exit/").status_code == 303
    assert [entry["record_id"] for entry in leaves("session.left")] == [scene.bob.person_id]
