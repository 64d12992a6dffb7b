"""Who works on how much, for supervisors of an agency that asks."""

from dataclasses import dataclass

from django.db.models import Count, Min
from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Person

from .choices import Stage
from .models import PresenceRequest
from .questions import officers

OVER = (Stage.DENIED, Stage.WITHDRAWN, Stage.REVOKED, Stage.SUPERSEDED, Stage.ENDED, Stage.EXPIRED)


@dataclass(frozen=True, slots=True)
class Load:
    """One officer: how many requests are open, for how many whole days the oldest stands in its stage, whether here.

    `officer_id` None and no name: requests of nobody.
    """

    officer_id: int | None
    name: str
    here: bool
    count: int
    oldest_days: int


def workload(actor: Actor) -> list[Load]:
    """Return a row for each officer with open requests that the actor supervises, most first."""
    rows = PresenceRequest.objects.visible_to(actor, "concur").exclude(state__in=OVER).order_by()
    counted = list(rows.values("officer").annotate(n=Count("pk"), oldest=Min("state_since_at")))
    names = dict(Person.objects.filter(pk__in=[each["officer"] for each in counted]).values_list("pk", "full_name"))
    here, now = {each.person_id for each in officers(actor.agency_id)}, timezone.now()
    loads = [
        Load(each["officer"], names.get(each["officer"], ""), each["officer"] in here, each["n"],
             (now - each["oldest"]).days)
        for each in counted
    ]  # fmt: skip
    return sorted(loads, key=lambda load: (-load.count, load.name))
