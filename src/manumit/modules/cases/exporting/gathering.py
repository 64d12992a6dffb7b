"""Walking through the cases of an export, batch by batch: right, reading, leaf, and only then the case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db.models import Model, Q
from django.utils import timezone

from manumit.spine.access import decide_many, nations
from manumit.spine.access.unions import Within
from manumit.spine.identity.actor import Actor

from .. import questions
from ..actions.export_cases import Leaving, export_cases
from ..filters import Narrowing
from ..kinds import GROUPS, SEALED
from ..models import Case, CaseEvent
from .account import NO_NATION, NO_RIGHT, Account
from .dossier import Dossier, cut
from .format import Format

BATCH = 200
OPEN_GROUPS = tuple(group for group in GROUPS if group not in SEALED)
"""The groups an export may carry: what is sealed never leaves by it."""


@dataclass(frozen=True)
class Wish:
    """Who wants which cases in which format, and what for, in words."""

    actor: Actor
    format: Format
    narrowing: Narrowing
    note: str


def export(wish: Wish, out: BinaryIO, account: Account | None = None) -> Account:
    """Write the cases of `wish` to `out` in bounded memory, and return what was done. Raises ValidationError."""
    account = account or Account()
    wish.format.write(dossiers(wish, account), out, account)
    return account


def dossiers(wish: Wish, account: Account) -> Iterator[Dossier]:
    """Yield each case that may leave, newest first, its leaf written; `account` counts all others by reason."""
    where, within = wish.narrowing.where(wish.actor), wish.narrowing.within(wish.actor)
    after: str | None = None
    while True:
        at = timezone.now()
        cases, after = _page(wish.actor, where, within, after, at)
        for dossier in _leaving(wish, cases, account, at):
            account.written += 1
            yield dossier
        if after is None:
            return


def _page(
    actor: Actor, where: Q, within: Within | None, after: str | None, at: datetime
) -> tuple[list[Case], str | None]:
    page = Case.objects.page(actor, filters=where, within=within, after=after, limit=BATCH, readable=OPEN_GROUPS, at=at)
    return page.rows, page.next_key


def _leaving(wish: Wish, cases: Sequence[Case], account: Account, at: datetime) -> list[Dossier]:
    decisions = decide_many(wish.actor, [("export", case) for case in cases], at)
    allowed = [case for case, decision in zip(cases, decisions, strict=True) if decision]
    account.leave_out(NO_RIGHT, len(cases) - len(allowed))
    listed = _that_nations_allow(wish.format, allowed, account, at)
    read = read_cases(wish.actor, listed, wish.format.models, at)
    fitting = [each for each in read if _fits(wish.format, each, account)]
    if fitting:
        log = [Leaving(each.case, wish.format.fields_in(each.groups)) for each in fitting]
        export_cases(wish.actor, log, format_name=wish.format.name, note=wish.note, use=wish.format.use)
    return fitting


def _that_nations_allow(wanted: Format, cases: Sequence[Case], account: Account, at: datetime) -> Sequence[Case]:
    """Leave out cases of people whose nation does not allow what the format is made for; no word of it means no."""
    if not wanted.use or not any(case.nation_id for case in cases):
        return cases
    allowing = nations.allowing(wanted.use, at)
    kept = [case for case in cases if case.nation_id is None or case.nation_id in allowing]
    account.leave_out(NO_NATION, len(cases) - len(kept))
    return kept


def _fits(wanted: Format, dossier: Dossier, account: Account) -> bool:
    reason = wanted.objection(dossier)
    if reason:
        account.leave_out(reason)
    return not reason


def read_cases(actor: Actor, cases: Sequence[Case], models: Sequence[type[Model]], at: datetime) -> Iterator[Dossier]:
    """Yield each case, of which `can_read_<group>` is known, with the rows of `models` that the actor may read."""
    rows = {model: _rows(actor, model, cases, at) for model in models} if cases else {}
    names = questions.agency_names() if cases else {}
    for case in cases:
        groups = questions.readable_groups(case) & frozenset(OPEN_GROUPS)
        own = {model: found[case.pk] for model, found in rows.items() if case.pk in found}
        yield Dossier(cut(case, groups), groups, own, names.get(case.owner_id, ""))


def _rows(actor: Actor, model: type[Model], cases: Sequence[Case], at: datetime) -> Mapping[int, list[Model]]:
    """Return what stands of a model in the cases, as far as the actor may read its group, by case."""
    standing = {"superseded_by": None} if model is CaseEvent else {}
    scoped = model.objects.visible_to(actor, at=at)  # type: ignore[attr-defined]
    found: dict[int, list[Model]] = defaultdict(list)
    for row in scoped.filter(case__in=[case.pk for case in cases], withdrawn_at=None, **standing).order_by("pk"):
        found[row.case_id].append(row)
    return found
