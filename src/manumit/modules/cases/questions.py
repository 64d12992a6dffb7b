"""What pages and programs ask about cases. Every answer starts from who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.db import connection, models
from django.db.models import F, Q
from django.utils import timezone

from manumit.spine.access import belonging
from manumit.spine.access.pages import Count, Facets, Page
from manumit.spine.audit.prepared import prepared, wide
from manumit.spine.identity.actor import Actor
from manumit.spine.records import questions as records
from manumit.spine.records.questions import Step

from .filters import Narrowing
from .kinds import GROUPS, SEALED
from .models import (
    NOUNS,
    PARTS,
    Case,
    CaseAgency,
    CaseEvent,
    CaseFile,
    CasePart,
    CasePerson,
    FeedEntry,
    OutsideNumber,
    SpellingMerge,
)

PAGE = 25
COUNT_CAP = 1000
LIST_COLUMNS = (
    "id", "number", "case_type", "state", "acute", "opened_at", "owner_id", "level", "subject_name",
    "last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision", "last_seen_state", "last_seen_county",
)  # fmt: skip


def list_cases(actor: Actor, narrowing: Narrowing, *, after: str | None = None, limit: int = PAGE) -> Page[Case]:
    """Return a page of cases, newest first; `can_read_people` on each tells whether its name may be shown.

    Raises BadKey for an `after` no page gave out.
    """
    return Case.objects.page(
        actor,
        after=after,
        limit=limit,
        filters=narrowing.where(actor),
        within=narrowing.within(actor),
        readable=("people",),
        columns=LIST_COLUMNS,
    )


def count_cases(actor: Actor, narrowing: Narrowing) -> Count:
    """Return how many cases a list has, counting to a thousand."""
    return Case.objects.count_visible(
        actor, filters=narrowing.where(actor), within=narrowing.within(actor), cap=COUNT_CAP
    )


def newer_cases(actor: Actor, narrowing: Narrowing, since: datetime) -> Sequence[Case]:
    """Return the cases of a list that were opened after `since`, newest first, a page of them at the most."""
    where = narrowing.where(actor) & Q(opened_at__gt=since)
    return Case.objects.page(actor, limit=PAGE, filters=where, within=narrowing.within(actor)).rows


FACETS = ("state", "case_type", "outcome", "last_seen_state", "tribal_land", "missing_category", "acute")


def facets_of(actor: Actor, narrowing: Narrowing) -> Facets:
    """Return how many cases of a list have each value of `FACETS`, among its newest ten thousand."""
    where, within = narrowing.where(actor), narrowing.within(actor)
    return Case.objects.facets(actor, FACETS, filters=where, within=within)


def agency_names() -> Mapping[int, str]:
    """Return the short name of every agency by id; which agencies there are is public."""
    with prepared(connection) as cursor:
        cursor.execute("SELECT id, short_name FROM identity_agency ORDER BY short_name")
        return dict(cursor.fetchall())


@dataclass(frozen=True)
class Parts:
    """What stands in a case beside its events, as far as the asker may read it; None where they may not.

    `other` holds every further part by its name ("features"), as far as its group is readable.
    """

    people: Sequence[CasePerson] | None
    agencies: Sequence[CaseAgency] | None
    numbers: Sequence[OutsideNumber] | None
    files: Sequence[CaseFile] | None = None
    other: Mapping[str, Sequence[CasePart]] = field(default_factory=dict)


LISTED: tuple[type[models.Model], ...] = (
    CasePerson, CaseAgency, OutsideNumber, CaseFile, *(model for model in PARTS.values() if model is not CaseEvent),
)  # fmt: skip


def parts_of(case: Case) -> Parts:
    """Return everything that stands in a case found by `access.find` but its events, in one query."""
    found = belonging(case, LISTED, standing="withdrawn_at")
    return Parts(
        people=cast(Sequence[CasePerson] | None, found.get(CasePerson)),
        agencies=cast(Sequence[CaseAgency] | None, found.get(CaseAgency)),
        numbers=cast(Sequence[OutsideNumber] | None, found.get(OutsideNumber)),
        files=cast(Sequence[CaseFile] | None, found.get(CaseFile)),
        other={name: cast(Sequence[CasePart], found[model]) for name, model in PARTS.items() if model in found},
    )


def events_of(case: Case, *, most: int | None = None, after: CaseEvent | None = None) -> list[CaseEvent] | None:
    """Return what happened in a case found by `access.find`, newest first; None where the asker may not read it.

    Entries that were withdrawn, or superseded by a later one, are left out. `after` continues after that event.
    """
    if "narrative" not in readable_groups(case):
        return None
    rows = CaseEvent.objects.get_queryset().of_found(case).filter(withdrawn_at=None, superseded_by=None)
    rows = rows.filter(_older(after)) if after else rows
    return list(rows.order_by(F("latest_on").desc(nulls_last=True), "-id")[:most])


def people_of(case: Case) -> list[CasePerson] | None:
    """Return the people of a case found by `access.find`; None where its asker may not read them."""
    if "people" not in readable_groups(case):
        return None
    return list(CasePerson.objects.get_queryset().of_found(case).filter(withdrawn_at=None))


def event_of(case: Case, event_id: int) -> CaseEvent | None:
    """Return an event of a case found by `access.find`, standing or not, if its asker may read it."""
    return CaseEvent.objects.get_queryset().of_found(case).filter(pk=event_id).first()


def _older(event: CaseEvent) -> Q:
    undated = Q(latest_on=None)
    if event.latest_on is None:
        return undated & Q(pk__lt=event.pk)
    return undated | Q(latest_on__lt=event.latest_on) | Q(latest_on=event.latest_on, pk__lt=event.pk)


def part_in(actor: Actor, case: Case, part: str, part_id: int) -> CasePart | CasePerson | None:
    """Return one person, agency, number or part of the case that stands, if the actor may read its group.

    An event that was superseded gives the one that stands for it. Raises LookupError for no such part.
    """
    rows = NOUNS[part].objects.visible_to(actor).filter(case=case, withdrawn_at=None)
    row = rows.filter(pk=part_id).first()
    while isinstance(row, CaseEvent) and row.superseded_by_id:
        row = rows.filter(pk=row.superseded_by_id).first()
    if row is not None:
        row.case = case
    return row


def readable_groups(case: Case) -> frozenset[str]:
    """Return the groups the asker for whom `case` was found may read."""
    return frozenset(group for group in GROUPS if getattr(case, f"can_read_{group}", False))


def sealed_groups(case: Case) -> list[str]:
    """Return the sealed groups the asker may read."""
    return [group for group in SEALED if group in readable_groups(case)]


def person_in(actor: Actor, case: Case, person_id: int) -> CasePerson | None:
    """Return a person of the case, if the actor may read its people."""
    return case.people.visible_to(actor).filter(pk=person_id).first()


def possible_duplicates(actor: Actor, person: Mapping[str, Any], state: str, *, most: int = 5) -> list[Case]:
    """Return cases the actor may see, with people they may read, that share name and state with a new report.

    What the actor may not see is not looked at: the check tells nothing about it, not even by its silence.
    """
    family, given = str(person.get("family_name", "")).strip(), str(person.get("given_names", "")).strip()
    if not family:
        return []
    same = Q(subject_name__istartswith=f"{family},") | Q(subject_name__iexact=family)
    same &= Q(subject_name__icontains=given.split()[0]) if given else Q()
    return Case.objects.page(actor, filters=same & Q(last_seen_state=state), limit=most).rows


PART_GROUPS = {
    "people": "people",
    "agencies": "agencies",
    "numbers": "agencies",
    **{name: model.scoped_through.group for name, model in PARTS.items()},
}
"""The field group of each thing that belongs to a case, by the name with which history speaks of it."""


def history_of(case: Case, *, most: int | None = None) -> tuple[Step, ...]:
    """Return the versions of a case found by `access.find`, newest first, with the changes its asker may read."""
    return records.history(case, readable_groups(case), parts=PART_GROUPS, limit=most)


def count_releases(case: Case) -> int:
    """Return how many live releases there are of a case the caller may release or whose log they may read."""
    with prepared(connection) as cursor:
        cursor.execute(LIVE, (Case.kind, wide(case.pk), timezone.now()))
        return int(cursor.fetchone()[0])


LIVE = "SELECT count(*) FROM access_release WHERE kind = %s AND record_id = %s AND ended_at IS NULL AND expires_at > %s"


def merges_of(actor: Actor, noun: str, *, most: int = 20) -> list[SpellingMerge]:
    """Return the newest merges of spellings in the cases of the actor's agency; the asker supervises there."""
    rows = SpellingMerge.objects.filter(owner_id=actor.agency_id, noun=noun)
    return list(rows.select_related("merged_by").order_by("-id")[:most])


MOST_UNLISTED = 100


def unlisted(actor: Actor) -> list[dict[str, Any]]:
    """Return what complete files no longer list of the agency's cases and nobody has looked at, the longest first."""
    columns = ("case__number", "case__case_type", "feed__layout", "feed__state", "modified_on", "vanished_at")
    return list(_unlisted(actor).order_by("vanished_at", "pk").values(*columns)[:MOST_UNLISTED])


def count_unlisted(actor: Actor) -> int:
    """Return how many there are, counting to a hundred."""
    return len(_unlisted(actor).values("pk")[:MOST_UNLISTED])


def missed_by(case: Case) -> FeedEntry | None:
    """Return where a case found by `access.find` is no longer listed and nobody has looked, if its asker may know.

    Only what came from a file can be missed by one: of all other cases nothing is asked.
    """
    if "agencies" not in readable_groups(case) or not case.origin.startswith("import"):
        return None
    entries = FeedEntry.objects.get_queryset().of_found(case).filter(vanished_at__isnull=False, reviewed_at=None)
    return entries.select_related("feed").order_by("vanished_at", "pk").first()


def _unlisted(actor: Actor) -> models.QuerySet[FeedEntry]:
    waiting = FeedEntry.objects.visible_to(actor).filter(vanished_at__isnull=False, reviewed_at=None)
    return waiting.filter(feed__owner_id=actor.agency_id)
