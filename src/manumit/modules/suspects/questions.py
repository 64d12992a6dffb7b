"""What pages ask about suspects. Every answer starts from what the asker may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from manumit.spine.access import belonging
from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.records import questions as records
from manumit.spine.records.questions import Step

from .choices import CourtDateState, Standing
from .kinds import GROUPS
from .models import NOUNS, CourtDate, Suspect, SuspectCase, SuspectPart, VictimNotice

MOST = 200
FEW = 10
SOON = timedelta(days=90)
PART_GROUPS = {name: model.scoped_through.group for name, model in NOUNS.items()}
"""The field group of each part, by the name with which history speaks of it."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list is narrowed by: a standing, words of a name, due for review, one case."""

    standing: str = ""
    name: str = ""
    due: bool = False
    case: tuple[str, int] | None = None

    def where(self, actor: Actor) -> Q:
        """Return the condition; a name or case is asked only of records whose group the actor may read."""
        where = Q(standing=self.standing) if self.standing in Standing.values else Q()
        if self.due:
            where &= Q(review_on__lte=timezone.localdate() + SOON)
        if self.name:
            readable = Suspect.objects.visible_to(actor, "read_description")
            where &= Q(pk__in=readable.filter(display_name__icontains=self.name).values("pk"))
        if self.case:
            ties = SuspectCase.objects.visible_to(actor).filter(
                case_kind=self.case[0], case_id=self.case[1], withdrawn_at=None
            )
            where &= Q(pk__in=ties.values("suspect_id"))
        return where


def list_suspects(actor: Actor, narrowing: Narrowing, *, after: str | None = None) -> Page[Suspect]:
    """Return a page of suspects, newest first."""
    page: Page[Suspect] = Suspect.objects.page(
        actor, filters=narrowing.where(actor), after=after, readable=("description",)
    )
    return page


def parts_of(suspect: Suspect) -> dict[str, Sequence[SuspectPart]]:
    """Return the parts of a suspect found by `access.find` by name; those of a group not readable are absent."""
    found = belonging(suspect, NOUNS.values(), standing="withdrawn_at")
    return {name: found[model] for name, model in NOUNS.items() if model in found}


def part_in(actor: Actor, suspect: Suspect, part: str, part_id: int) -> Any:
    """Return one part that stands, if the actor may read its group; None otherwise."""
    rows: Any = NOUNS[part].objects.visible_to(actor).filter(suspect=suspect, withdrawn_at=None)
    row = rows.filter(pk=part_id).first()
    if row is not None:
        row.suspect = suspect
    return row


def history_of(suspect: Suspect, *, most: int | None = None) -> tuple[Step, ...]:
    """Return the versions of a suspect found by `access.find`, newest first, with what its asker may read."""
    readable = frozenset(group for group in GROUPS if getattr(suspect, f"can_read_{group}", False))
    return records.history(suspect, readable, parts=PART_GROUPS, limit=most)


def due_for_review(actor: Actor) -> list[Suspect]:
    """Return the suspects of the agency whose review is due within ninety days, the oldest first; one beyond MOST."""
    rows = Suspect.objects.visible_to(actor).filter(owner=actor.agency_id)
    return list(rows.filter(review_on__lte=timezone.localdate() + SOON).order_by("review_on", "id")[: MOST + 1])


def court_dates(actor: Actor) -> list[CourtDate]:
    """Return the court dates that are set and to come, the nearest first; one beyond MOST where there are more."""
    rows = CourtDate.objects.visible_to(actor).filter(withdrawn_at=None, state=CourtDateState.SET)
    return list(rows.filter(at__gte=timezone.now()).order_by("at", "id")[: MOST + 1])


def open_notices(actor: Actor) -> int:
    """Return how many notices to victims of the actor's agency wait."""
    mine = Suspect.objects.visible_to(actor).filter(owner=actor.agency_id)
    return VictimNotice.objects.visible_to(actor).filter(told_by="", suspect__in=mine.values("pk")).count()


def notices_due(actor: Actor) -> list[VictimNotice]:
    """Return the notices to victims that wait at the actor's agency, the earliest due first; one beyond MOST."""
    mine = Suspect.objects.visible_to(actor).filter(owner=actor.agency_id)
    rows = VictimNotice.objects.visible_to(actor).filter(told_by="", suspect__in=mine.values("pk"))
    return list(rows.order_by("due_on", "id")[: MOST + 1])


def also_in(actor: Actor, suspect: Suspect, case: tuple[str, int]) -> tuple[list[Suspect], bool]:
    """Return the others of interest in a case that the actor may see, at most FEW, and whether there are more."""
    ties = SuspectCase.objects.visible_to(actor).filter(case_kind=case[0], case_id=case[1], withdrawn_at=None)
    others = Q(pk__in=ties.values("suspect_id")) & ~Q(pk=suspect.pk)
    page: Page[Suspect] = Suspect.objects.page(actor, filters=others, limit=FEW, readable=("description",))
    return page.rows, page.next_key is not None


def numbers_of(actor: Actor, ids: set[int]) -> dict[int, Suspect]:
    """Return the suspects of these ids that the actor may see, by id."""
    return {row.pk: row for row in Suspect.objects.visible_to(actor).filter(pk__in=ids)}
