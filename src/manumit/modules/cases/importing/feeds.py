"""Feeds: which files an agency keeps importing, and which cases each lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..models import Case, FeedEntry, ImportFeed
from .copying import copy_values
from .difference import Update
from .draft import Draft

Key = tuple[str, str, str]


def key_of(draft: Draft) -> Key:
    """Return layout, state and kind: what makes a feed of an owner."""
    return draft.layout.feed, draft.case.last_seen_state, str(draft.layout.case_type)


def for_drafts(owner_id: int, drafts: Iterable[Draft]) -> dict[Key, ImportFeed]:
    """Return the owner's feed of each draft, made where there is none. The owner's import lock is held."""
    wanted = {key_of(draft) for draft in drafts}
    feeds = {(feed.layout, feed.state, feed.kind): feed for feed in ImportFeed.objects.filter(owner_id=owner_id)}
    new = [
        ImportFeed(owner_id=owner_id, layout=layout, state=state, kind=kind)
        for layout, state, kind in sorted(wanted - feeds.keys())
    ]
    made = ImportFeed.objects.bulk_create(new)
    return {**feeds, **{(feed.layout, feed.state, feed.kind): feed for feed in made}}


def list_new(owner_id: int, drafts: Sequence[Draft]) -> None:
    """Note which feed lists each of the new cases."""
    feeds = for_drafts(owner_id, drafts)
    copy_values(FeedEntry, _ENTRY, [_entry(feeds[key_of(draft)], draft, draft.case) for draft in drafts])


def list_again(owner_id: int, updates: Sequence[Update]) -> None:
    """Note that the feeds list these cases, and what they said of them; a case that had vanished is back."""
    feeds = for_drafts(owner_id, [update.draft for update in updates])
    new, known = [], []
    for update in updates:
        draft, feed = update.draft, feeds[key_of(update.draft)]
        entry = update.standing.entry_in(draft.layout)
        if entry is None:
            new.append(_entry(feed, draft, update.standing.case))
        else:
            known.append(_renewed(entry, feed, draft))
    copy_values(FeedEntry, _ENTRY, new)
    FeedEntry.unscoped.bulk_update(
        known, ["feed", "modified_on", "fingerprint", "vanished_at", "reviewed_at"], batch_size=500
    )


_ENTRY = ("feed_id", "case_id", "modified_on", "fingerprint")


def _entry(feed: ImportFeed, draft: Draft, case: Case) -> tuple[int, int, date, int]:
    return feed.pk, case.pk, draft.modified, draft.fingerprint


def _renewed(entry: FeedEntry, feed: ImportFeed, draft: Draft) -> FeedEntry:
    entry.feed, entry.fingerprint = feed, draft.fingerprint
    entry.modified_on = max(draft.modified, entry.modified_on)
    entry.vanished_at = entry.reviewed_at = None
    return entry
