"""The invented records of the demonstration: whatever the installed modules offer."""

from manumit.spine.identity.models import Membership
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData

from . import people

WANTED = 2_000


def load(memberships: list[Membership]) -> int:
    """See to it that each module that offers sample data has WANTED records; return how many there are."""
    offers = registry.providers(SampleData)
    for offer in offers:
        if offer.count() < WANTED:
            offer.load(people.actors(memberships), WANTED)
    return sum(offer.count() for offer in offers)
