"""Values for the arguments of this app's addresses, for the tests that visit every page."""

from manumit.spine.identity.models import Membership


def examples(person: Membership) -> dict[str, str]:
    """Return values by argument name."""
    return {"path": "style-guide/"}
