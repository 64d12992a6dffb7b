"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership

from ..actions.open_case import Report, open_case
from .conftest import DAY, PLACE, ROSA


def examples(person: Membership) -> dict[str, str]:
    """Open a case as `person` and return values by argument name."""
    actor = actor_for(person.pk, "investigation")
    report = Report({"case_type": "missing", **DAY, **PLACE}, source="Reporting party, by telephone", people=[ROSA])
    case = open_case(actor, report)
    return {
        "number": case.number,
        "person_id": str(case.people.visible_to(actor).get().pk),
        "step": "activate",
        "group": "whereabouts",
        "hold_id": "1",
        "release_id": "1",
    }
