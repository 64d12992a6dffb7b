"""A small world that stays while the pages are visited: two agencies, and people of every role."""

from dataclasses import dataclass

from django.test import Client

from manumit.spine.administration import demo, terms
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership, Person


@dataclass
class World:
    """Alice does everything in Cedar Bend; Bob investigates there; Charlie is a stranger."""

    alice: Membership
    bob: Membership
    charlie: Membership


def build() -> World:
    """Make the world's rows."""
    cedar = Agency.objects.create(name="Cedar Bend Tribal Police", short_name="CBTP", kind=AgencyKind.TRIBAL)
    plains = Agency.objects.create(name="Plains County Sheriff", short_name="PCS", kind=AgencyKind.LOCAL)
    return World(
        alice=member("Alice Redhouse", cedar, *Role),
        bob=member("Bob Tallgrass", cedar, Role.INVESTIGATOR),
        charlie=member("Charlie Stone", plains, Role.INVESTIGATOR),
    )


def member(name: str, agency: Agency, *roles: Role) -> Membership:
    """Make a person who has accepted the terms and holds `roles` at `agency`."""
    first = name.split(maxsplit=1)[0].lower()
    person = Person.objects.create_user(f"{first}@{agency.short_name.lower()}.example", name)
    Person.objects.filter(pk=person.pk).update(terms_version=terms.VERSION)
    return Membership.objects.create(person=person, agency=agency, roles=[*roles])


def session_of(membership: Membership, language: str, purpose: Purpose = Purpose.INVESTIGATION) -> str:
    """Return the session cookie of somebody acting under `membership` for `purpose`, who reads `language`."""
    client = Client()
    client.get(demo.sign_in_link(membership.person))
    answer = client.post("/purpose/", {"membership": membership.pk, "purpose": purpose})
    assert answer.status_code == 302, answer.content
    client.post("/language/", {"language": language})
    return client.cookies["sessionid"].value
