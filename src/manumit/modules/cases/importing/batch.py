"""One batch of drafts: weighed under the owner's import lock and written, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from manumit.spine.access import decide_many
from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import Refusal

from ..models import Case
from . import standing, writing
from .difference import Update
from .draft import Draft
from .free_numbers import with_free_numbers
from .standing import Listed, Standing
from .weighing import weigh

LOCK = "SELECT pg_advisory_xact_lock(hashtext('cases.importing'), %s)"
"""Held while a batch of an owner (its id is the parameter) is weighed and written: two imports take turns."""


@dataclass(slots=True)
class Weighed:
    """What a batch comes to: every draft is in exactly one of the first four.

    `listed` are those of the unchanged that a feed of theirs must note; `notes` is what people should know.
    """

    new: list[Draft] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    unchanged: list[Draft] = field(default_factory=list)
    refused: list[tuple[Draft, Refusal]] = field(default_factory=list)
    listed: list[Update] = field(default_factory=list)
    notes: list[Refusal] = field(default_factory=list)


def settle(actor: Actor, drafts: Sequence[Draft], *, dry_run: bool) -> Weighed:
    """Weigh the drafts and, unless it is a dry run, write what is new. No number may stand twice among them.

    All are of one scheme of numbers. Committed or not done at all: whatever happens to this process, the same batch can
    be given again.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [actor.agency_id])
        drafts, notes = with_free_numbers(actor.agency_id, drafts)
        weighed = _weighed(actor, drafts)
        weighed.notes.extend(notes)
        if not dry_run:
            _write(actor, weighed)
    return weighed


def _weighed(actor: Actor, drafts: Sequence[Draft]) -> Weighed:
    first = _sorted_out(actor, drafts)
    if not first.updates:
        return first
    # Somebody may be editing a case we are about to change: wait for them, and look again.
    _lock([update.standing.case for update in first.updates])
    return _permitted(actor, _sorted_out(actor, drafts))


def _sorted_out(actor: Actor, drafts: Sequence[Draft]) -> Weighed:
    weighed, ids, now = Weighed(), standing.case_ids(actor.agency_id, drafts), timezone.now()
    listed = standing.listings(ids.values())
    news: dict[str, Draft] = {}
    for draft in drafts:
        if draft.number not in ids:
            weighed.new.append(draft)
        elif _said_before(draft, listed[ids[draft.number]]):
            weighed.unchanged.append(draft)
        else:
            news[draft.number] = draft
    for number, found in standing.of(ids, news.values(), listed).items():
        _place(weighed, news[number], found, now)
    return weighed


def _said_before(draft: Draft, listed: Sequence[Listed]) -> bool:
    """Whether a feed of the same layout lists the case with just these words, and has not missed it since."""
    entry = next((each.entry for each in listed if each.layout == draft.layout.feed), None)
    return entry is not None and entry.vanished_at is None and entry.fingerprint == draft.fingerprint


def _place(weighed: Weighed, draft: Draft, found: Standing, now: datetime) -> None:
    outcome = weigh(draft, found, now)
    if isinstance(outcome, Refusal):
        weighed.refused.append((draft, outcome))
    elif outcome.changes:
        weighed.updates.append(outcome)
    else:
        weighed.unchanged.append(draft)
        weighed.listed.append(outcome)


def _lock(cases: Sequence[Case]) -> None:
    locked = Case.unscoped.select_for_update(no_key=True).filter(pk__in=[case.pk for case in cases])
    list(locked.order_by("pk").values_list("pk"))


def _permitted(actor: Actor, weighed: Weighed) -> Weighed:
    """Refuse the updates of cases that the actor may not edit."""
    decisions = decide_many(actor, [("edit", update.standing.case) for update in weighed.updates])
    for update, decision in zip(list(weighed.updates), decisions, strict=True):
        if not decision:
            weighed.updates.remove(update)
            weighed.refused.append((update.draft, _denied(update.draft, decision.reasons)))
    return weighed


def _denied(draft: Draft, reasons: Sequence[str]) -> Refusal:
    return Refusal(draft.place.file, draft.place.row, "", f"you may not edit this case: {'; '.join(reasons)}")


def _write(actor: Actor, weighed: Weighed) -> None:
    if weighed.new:
        writing.add(actor, weighed.new)
    if weighed.updates:
        writing.change(actor, weighed.updates)
    if weighed.listed:
        writing.list_again(actor, weighed.listed)
