"""Cases that a complete file no longer lists: they need review, and nothing else happens to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import decide_many
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.acting import current_verb

from ..choices import NumberScheme
from ..models import Case, FeedEntry, ImportFeed, OutsideNumber
from .presence import Presence

BATCH = 500


@dataclass(slots=True)
class Found:
    """How many cases have `vanished`, and of what it could not be judged, with the reason."""

    vanished: int = 0
    not_judged: list[str] = field(default_factory=list)


def mark(actor: Actor, presence: Presence, states: frozenset[str], *, dry_run: bool = False) -> Found:
    """Mark every case that a feed lists, which was complete in this run, and of which no file spoke.

    `states` are the postal codes the files were declared complete for; where empty, each file counts for the one state
    it is of. Run twice it marks nothing more.
    """
    found = Found(not_judged=list(_not_judged(presence, states)))
    for layout, state, kind in sorted(presence.complete(frozenset(code.upper() for code in states))):
        feed = ImportFeed.objects.filter(owner_id=actor.agency_id, layout=layout, state=state, kind=kind).first()
        missing = _missing(feed, presence.numbers[layout]) if feed else iter(())
        while batch := list(islice(missing, BATCH)):
            found.vanished += len(batch) if dry_run else len(mark_vanished(actor, batch))
        if feed and not dry_run:
            ImportFeed.objects.filter(pk=feed.pk).update(complete_at=timezone.now())
    return found


def _not_judged(presence: Presence, states: frozenset[str]) -> Iterator[str]:
    if presence.unreadable:
        yield "a file holds cases whose number could not be read, so nothing can be said to have vanished"
    for layout, kind in sorted(presence.doubtful):
        yield f"{layout} {kind}: a refused row may be any case, so nothing can be said to have vanished"
    several = {(layout, kind) for layout, _, kind in presence.feeds - presence.whole}
    if not states and several:
        yield "a file of several states is complete for none: name the state with --state CODE"


def _missing(feed: ImportFeed, listed: set[str]) -> Iterator[FeedEntry]:
    """Yield the entries of the feed whose case has none of the `listed` numbers."""
    entries = FeedEntry.unscoped.filter(feed=feed, vanished_at=None).order_by("pk")
    after = 0
    while batch := list(entries.filter(pk__gt=after).select_related("case")[:BATCH]):
        after = batch[-1].pk
        present = _present([entry.case_id for entry in batch], listed)
        yield from (entry for entry in batch if entry.case_id not in present)


def _present(case_ids: Sequence[int], listed: set[str]) -> set[int]:
    rows = OutsideNumber.unscoped.filter(case_id__in=case_ids, scheme=NumberScheme.NAMUS)
    return {case_id for case_id, value in rows.values_list("case_id", "value") if value in listed}


def mark_vanished(actor: Actor, entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Mark those of the entries whose case the actor may edit, and return them."""
    decisions = decide_many(actor, [("edit", entry.case) for entry in entries])
    allowed = [entry for entry, decision in zip(entries, decisions, strict=True) if decision]
    if allowed:
        _mark(actor, allowed)
    return allowed


@action("case.import.vanish")
def _mark(actor: Actor | None, entries: Sequence[FeedEntry]) -> None:
    pks = [entry.pk for entry in entries]
    FeedEntry.unscoped.filter(pk__in=pks).update(vanished_at=timezone.now(), reviewed_at=None)
    subjects = [audit.Subject(Case.kind, entry.case_id, {"feed": entry.feed_id}) for entry in entries]
    audit.record_many(actor, current_verb(), subjects)
