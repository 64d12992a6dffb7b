"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership

from ..actions.add_part import add_part
from ..actions.open_case import Report, open_case
from .conftest import DAY, PLACE, ROSA
from .parts import BY, EXAMPLES


def examples(person: Membership) -> dict[str, str]:
    """Open a case as `person` and return values by argument name."""
    actor = actor_for(person.pk, "investigation")
    report = Report({"case_type": "missing", **DAY, **PLACE}, source="Reporting party, by telephone", people=[ROSA])
    case = open_case(actor, report)
    mark = add_part(
        actor, case, "features", {"feature_kind": "tattoo", "site": "arm", "description": "A swallow"}, **BY
    )
    for part, values in EXAMPLES.items():
        add_part(actor, case, part, values, **BY)
    return {
        "number": case.number,
        "part": "features",
        "cases/<case_number:number>/<case_part:part>/ part": "people",
        "part_id": str(mark.pk),
        "step": "activate",
        "group": "whereabouts",
        "hold_id": "1",
        "release_id": "1",
    }
