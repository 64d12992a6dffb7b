"""Invent inquiries for the demonstration, through the same action as everybody else's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.records import Record
from manumit.spine.records.askable import AskedFor, Question

from ..models import Inquiry, Office
from .ask import ask
from .set_office import set_office

MOST = 6
ORIGIN = "sample"
ASKED = (
    Question(AskedFor.PHONE, "406 555 0104"),
    Question(AskedFor.PLATE, "7KX 402", state="MT"),
    Question(AskedFor.PERSON, family_name="Marlow", given_names="Edgar", born_from=1970, born_until=1999),
)


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that there are `wanted` invented inquiries, at most `MOST`, and an office at each agency; return how
    many inquiries were added.
    """
    for actor in actors:
        if not Office.objects.filter(agency=actor.agency_id).exists():
            set_office(actor, name="Records desk", phone="406 555 0199", hours="Monday to Friday, 8 to 17")
    added = [_invent(actors[index % len(actors)], index) for index in range(count_sample(), min(wanted, MOST))]
    return sum(added)


def count_sample() -> int:
    """Return how many invented inquiries there are."""
    return Inquiry.unscoped.filter(origin=ORIGIN).count()


def _invent(actor: Actor, index: int) -> bool:
    """Ask for a case of the actor's agency; say whether there was one."""
    case = _case(actor, index)
    if case is None:
        return False
    asker = replace(actor, purpose=Purpose.INVESTIGATION.value)
    ask(asker, case, ASKED[index % len(ASKED)], because="Named in a statement", origin=ORIGIN)
    return True


def _case(actor: Actor, index: int) -> Record | None:
    """Return a case of the actor's agency; None where no module has cases."""
    found = [kind for kind in kinds.all_kinds() if kind.name == "case"]
    rows: Any = found[0].model_class.objects.page(actor, limit=25).rows if found else ()  # type: ignore[attr-defined]  # a record's manager
    own = [row for row in rows if row.owner_id == actor.agency_id]
    return own[index % len(own)] if own else None
