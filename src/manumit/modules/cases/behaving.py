"""The behaviour of offenders in cases, as cases are ranked by it. Nothing of a protected case."""

from collections.abc import Iterator, Mapping
from typing import Any

from manumit.spine.identity.actor import Actor
from manumit.spine.matching.behaving import Behaved, Behaviours

from .choices import Dimension
from .models import Behaviour, Case

COMPARED: Mapping[str, str] = {
    **{each: each for each in (
        Dimension.APPROACH, Dimension.ENCOUNTER_SITE, Dimension.TRANSPORT, Dimension.RESTRAINT, Dimension.WEAPON,
        Dimension.CAUSE_OF_DEATH, Dimension.DISPOSAL, Dimension.POSING, Dimension.ITEMS_TAKEN, Dimension.PRECAUTIONS,
        Dimension.COMMUNICATION, Dimension.PLATFORM,
    )},
    Dimension.VICTIM_CIRCUMSTANCES: "victim_risk",
    Dimension.TIMING: "time_of_day",
}  # fmt: skip
"""The dimensions that are compared, and what the library calls them."""
TITLES: Mapping[str, Any] = {name: Dimension(each).label for each, name in COMPARED.items()}


def read(actor: Actor, most: int, number: str = "") -> Iterator[Behaved]:
    """Yield the behaviour in up to `most` cases of which the actor may read it, the newest; of one by its number."""
    cases = Case.objects.visible_to(actor, "read_narrative").filter(protected=False)
    cases = cases.filter(number=number) if number else cases.filter(pk__in=_told(actor))
    found = dict(cases.order_by("-pk").values_list("pk", "number")[:most])
    rows = Behaviour.objects.visible_to(actor).filter(case__in=found, withdrawn_at=None, dimension__in=COMPARED)
    done: dict[int, dict[str, str]] = {}
    for case, dimension, value in rows.order_by("pk").values_list("case_id", "dimension", "value"):
        done.setdefault(case, {})[COMPARED[dimension]] = value
    for case, known in found.items():
        if case in done:
            yield Behaved(case, known, done[case])


def _told(actor: Actor) -> Any:
    rows = Behaviour.objects.visible_to(actor).filter(withdrawn_at=None, dimension__in=COMPARED)
    return rows.order_by().values("case_id")


BEHAVIOURS = Behaviours("case", TITLES, read)
