"""What pages ask about tips. Every answer starts from what the asker may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from manumit.spine.access import belonging
from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.records import questions as records
from manumit.spine.records.questions import Step

from .choices import Channel
from .kinds import GROUPS
from .models import NOUNS, Tip, TipCase, TipHandover, TipPart
from .procedure import TIP

MOST = 200
PART_GROUPS = {name: model.scoped_through.group for name, model in NOUNS.items()}
"""The field group of each part, by the name with which history speaks of it."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list is narrowed by: a disposition, a channel, only mine, only with unread words, one case."""

    state: str = ""
    channel: str = ""
    mine: bool = False
    unread: bool = False
    case: tuple[str, int] | None = None

    def where(self, actor: Actor) -> Q:
        """Return the condition; whose it is and its cases are asked only of tips whose group the actor may read."""
        where = Q(state=self.state) if self.state in {state.name for state in TIP.states} else Q()
        if self.channel in Channel.values:
            where &= Q(channel=self.channel)
        if self.unread:
            where &= Q(unread__gt=0)
        if self.mine:
            readable = Tip.objects.visible_to(actor, "read_triage").filter(assigned_to=actor.person_id)
            where &= Q(pk__in=readable.values("pk"))
        if self.case:
            links = TipCase.objects.visible_to(actor).filter(
                case_kind=self.case[0], case_id=self.case[1], withdrawn_at=None
            )
            where &= Q(pk__in=links.values("tip_id"))
        return where


def list_tips(actor: Actor, narrowing: Narrowing, *, after: str | None = None) -> Page[Tip]:
    """Return a page of tips, newest first."""
    page: Page[Tip] = Tip.objects.page(actor, filters=narrowing.where(actor), after=after, readable=("content",))
    return page


def waiting(actor: Actor) -> list[Tip]:
    """Return the tips of the agency that wait for triage, the most urgent first; one beyond MOST where more wait."""
    rows = Tip.objects.visible_to(actor).filter(owner=actor.agency_id, state="received")
    return list(rows.order_by("triage_by", "id")[: MOST + 1])


def counts(actor: Actor) -> dict[str, int]:
    """Return how many tips of the agency wait, are late for triage, given to the actor and due, or have unread words.

    Each is counted up to MOST + 1.
    """
    rows = Tip.objects.visible_to(actor).filter(owner=actor.agency_id)
    own = Tip.objects.visible_to(actor, "read_triage").filter(assigned_to=actor.person_id, state="pending")
    asked = {
        "waiting": rows.filter(state="received"),
        "late": rows.filter(state="received", triage_by__lt=timezone.now()),
        "mine": own,
        "due": own.filter(due_on__lt=timezone.localdate()),
        "unread": rows.filter(unread__gt=0),
    }
    return {name: len(some.order_by().values_list("pk")[: MOST + 1]) for name, some in asked.items()}


def list_handovers(actor: Actor, *, after: str | None = None) -> Page[TipHandover]:
    """Return a page of the tips handed over by and to the actor's agency, newest first. Raises BadKey."""
    return TipHandover.objects.page(actor, after=after)


def takers(agency_id: int) -> QuerySet[Agency]:
    """Return the other active agencies in which somebody triages tips, by name."""
    able = Membership.objects.filter(active=True, person__is_active=True, roles__contains=["triage"])
    others = Agency.objects.filter(active=True, pk__in=able.values("agency")).exclude(pk=agency_id)
    return others.exclude(kind="service_provider").order_by("name")


def parts_of(tip: Tip) -> dict[str, Sequence[TipPart]]:
    """Return the parts of a tip found by `access.find` by name; those of a group not readable are absent."""
    found: Any = belonging(tip, NOUNS.values(), standing="")
    return {name: found[model] for name, model in NOUNS.items() if model in found}


def history_of(tip: Tip, *, most: int | None = None) -> tuple[Step, ...]:
    """Return the versions of a tip found by `access.find`, newest first, with what its asker may read."""
    readable = frozenset(group for group in GROUPS if getattr(tip, f"can_read_{group}", False))
    return records.history(tip, readable, parts=PART_GROUPS, limit=most)


def colleagues(actor: Actor) -> list[Membership]:
    """Return the active members of the actor's agency to whom a tip may be given, by name."""
    rows = Membership.objects.filter(agency=actor.agency_id, active=True, person__is_active=True)
    able = rows.filter(roles__overlap=["triage", "investigator", "supervisor", "analyst"])
    return list(able.select_related("person").order_by("person__full_name", "pk"))
