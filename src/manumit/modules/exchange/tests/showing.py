"""A case released to the bureau under an agreement of each rule about showing it on, and what is shown on."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

from ..actions.show_on import Onwards
from .cases import open_case
from .conftest import draft_of, put_in_force

DAYS = timedelta(days=1)


def give(ada: Actor, fay: Actor, bureau: Agency, rule: str, **changed: Any) -> tuple[Any, Release]:
    """Return a case, and the release of its people to the bureau for thirty days by an agreement of that rule."""
    put_in_force(ada, fay, draft_of(bureau, onward=rule))
    case, under = open_case(ada, **changed), SharingTerms.objects.get()
    said = frozenset({"people"}), frozenset({"investigation"}), "Order", timezone.now() + 30 * DAYS
    return case, release_record(ada, case, Terms(bureau.pk, *said, under=under))


def to(agency: Agency, **changed: Any) -> Onwards:
    """Return that the agency reads people for nine days."""
    said = {
        "groups": frozenset({"people"}), "purposes": frozenset({"investigation"}), "authority": "Task force",
        "until_on": timezone.localdate() + 9 * DAYS,
    }  # fmt: skip
    return Onwards(agency.pk, **{**said, **changed})


def why(**changed: Any) -> dict[str, Any]:
    """Return what an owner's word is asked for."""
    return {"because": "Their stop, their camera", "needed_by": timezone.localdate() + 5 * DAYS, **changed}
