"""Who did what with a record, and who looked at it: reads of the log, newest first, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from manumit.spine.identity.models import Agency

from .models import Entry

READ = Q(verb__endswith=".read") | Q(verb__endswith=".export")
PAGE = 50


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done or seen: by whom, for which agency and purpose, when (UTC).

    `person` and `agency` are names as they are now, empty for the system; `group` is the field group seen or changed;
    `detail` is canonical JSON, `kind` and `record_id` say of what. `entry_id` is what `manumit audit proof` takes.
    """

    entry_id: int
    at: datetime
    verb: str
    person: str
    agency: str
    purpose: str
    group: str
    detail: str
    kind: str = ""
    record_id: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some acts, newest first; `older` is the `before` of the next page, None on the last."""

    acts: tuple[Act, ...]
    older: int | None


def history_of(kind: str, record_id: int, *, before: int | None = None, limit: int = PAGE) -> Page:
    """Return what was done with a record: every entry but those that say somebody looked."""
    return page_of(_of(kind, record_id).exclude(READ), before, limit)


def readers_of(kind: str, record_id: int, *, before: int | None = None, limit: int = PAGE) -> Page:
    """Return who looked at a record or took it away: the entries whose verb ends in `.read` or `.export`."""
    return page_of(_of(kind, record_id).filter(READ), before, limit)


def acts_of(person_id: int, *, before: int | None = None, limit: int = PAGE) -> Page:
    """Return what a person did and saw, for an auditor or the person."""
    return page_of(Entry.objects.filter(person_id=person_id), before, limit)


def _of(kind: str, record_id: int) -> QuerySet[Entry]:
    return Entry.objects.filter(kind=kind, record_id=record_id)


def page_of(entries: QuerySet[Entry], before: int | None, limit: int) -> Page:
    """Return a page of `entries`, newest first, older than `before`."""
    until = entries if before is None else entries.filter(id__lt=before)
    found = list(until.order_by("-id")[: limit + 1])
    shown = found[:limit]
    older = shown[-1].id if len(found) > limit else None
    return Page(tuple(_acts(shown)), older)


def _acts(entries: list[Entry]) -> Iterable[Act]:
    people = get_user_model().objects.in_bulk({entry.person_id for entry in entries if entry.person_id})
    agencies = Agency.objects.in_bulk({entry.agency_id for entry in entries if entry.agency_id})
    for entry in entries:
        person, agency = people.get(entry.person_id or 0), agencies.get(entry.agency_id or 0)
        yield Act(
            entry_id=entry.id,
            at=entry.at,
            verb=entry.verb,
            person=getattr(person, "full_name", "") if person else "",
            agency=agency.name if agency else "",
            purpose=entry.purpose,
            group=entry.group_name,
            detail=entry.detail,
            kind=entry.kind,
            record_id=entry.record_id,
        )
