"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from manumit.spine.identity.models import Membership

from ..models import TipDesk


def examples(person: Membership) -> dict[str, str]:
    """Open a desk at the person's agency, and return values by argument."""
    desk, _made = TipDesk.objects.get_or_create(agency_id=person.agency_id, defaults={"address": "example"})
    return {"desk": desk.address}
