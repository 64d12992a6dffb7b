"""One batch of drafts: weighed under the owner's import lock and written, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from manumit.spine.access import decide_many
from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import Refusal

from ..models import Case
from . import standing, writing
from .draft import Draft
from .standing import Standing
from .weighing import Update, weigh

LOCK = "SELECT pg_advisory_xact_lock(hashtext('cases.importing'), %s)"
"""Held while a batch of an owner (its id is the parameter) is weighed and written: two imports take turns."""


@dataclass(slots=True)
class Weighed:
    """What a batch comes to: every draft is in exactly one of these."""

    new: list[Draft] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    unchanged: list[Draft] = field(default_factory=list)
    refused: list[tuple[Draft, Refusal]] = field(default_factory=list)


def settle(actor: Actor, drafts: Sequence[Draft], *, dry_run: bool) -> Weighed:
    """Weigh the drafts and, unless it is a dry run, write what is new. No number may stand twice among them.

    Committed or not done at all: whatever happens to this process, the same batch can be given again.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [actor.agency_id])
        weighed = _weighed(actor, drafts)
        if not dry_run:
            _write(actor, weighed)
    return weighed


def _weighed(actor: Actor, drafts: Sequence[Draft]) -> Weighed:
    first = _sorted_out(drafts, standing.of(actor.agency_id, drafts))
    if not first.updates:
        return first
    # Somebody may be editing a case we are about to change: wait for them, and look again.
    _lock([update.standing.case for update in first.updates])
    again = _sorted_out(drafts, standing.of(actor.agency_id, drafts))
    return _permitted(actor, again)


def _sorted_out(drafts: Sequence[Draft], stands: Mapping[str, Standing]) -> Weighed:
    weighed = Weighed()
    for draft in drafts:
        found = stands.get(draft.number)
        outcome = weigh(draft, found) if found else None
        if found is None:
            weighed.new.append(draft)
        elif isinstance(outcome, Refusal):
            weighed.refused.append((draft, outcome))
        elif outcome is None:
            weighed.unchanged.append(draft)
        else:
            weighed.updates.append(outcome)
    return weighed


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
