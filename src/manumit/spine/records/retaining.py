"""What has been kept long enough: first shown as a plan, then deleted exactly as shown.

A model's `retention` says how long and by what authority, a record's `kept_while` what keeps it however old, and a
legal hold stops any deletion. The plan's digest covers every row in it; `apply` deletes only under the same digest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import BesideRecord, ScopedModel
from manumit.values.retention import Retention

from . import holds
from .actions.delete_record import delete_record
from .models import Record

DAYS_OF_A_YEAR = 365.25
SHOWN = 20


class PlanChanged(Exception):
    """What would be deleted is no longer what was planned."""

    def __init__(self, planned: str, now: str) -> None:
        super().__init__(f"The plan {planned} is no longer what is due (that is {now}): look at a new plan first.")


@dataclass(frozen=True, slots=True)
class Held:
    """A row that is due and stays: its name and the holds that stop it."""

    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What is due of one model: `ids` go, `held` stay. `names` are those of the first `SHOWN` that go."""

    model: str
    authority: str
    verified: bool
    before: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is due on the day `on`, named by `digest`."""

    on: date
    lines: tuple[Line, ...] = field(default=())

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of every row that goes."""
        rows = [[line.model, list(line.ids)] for line in self.lines if line.ids]
        return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]

    @property
    def count(self) -> int:
        """How many rows go."""
        return sum(len(line.ids) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a plan: how many rows went, and which stayed after all."""

    digest: str
    deleted: int
    kept: tuple[Held, ...]


def plan(now: datetime | None = None) -> Plan:
    """Return what is due at `now`, deleting nothing."""
    moment = now or timezone.now()
    lines = [_line(model, moment) for model in _timed()]
    return Plan(moment.date(), tuple(line for line in lines if line.ids or line.held))


def apply(digest: str, now: datetime | None = None) -> Applied:
    """Delete what the plan of `digest` shows, each record in its own transaction; return what went and what stayed.

    A record that is no longer due, was put under hold meanwhile, or is named by others stays. Killed half way, it
    leaves whole records; plan again and go on. Raises PlanChanged.
    """
    moment = now or timezone.now()
    due = plan(moment)
    if due.digest != digest:
        raise PlanChanged(digest, due.digest)
    kept = [each for line in due.lines for each in _delete(line, moment)]
    return Applied(due.digest, due.count - len(kept), tuple(kept))


def cutoff(retention: Retention, now: datetime) -> datetime:
    """Return the moment before which rows of this retention are due; whole years end on the same calendar day."""
    years = retention.years or 0
    if years != int(years):
        return now - timedelta(days=DAYS_OF_A_YEAR * years)
    day = min(now.day, 28) if now.month == 2 else now.day
    return now.replace(year=now.year - int(years), day=day)


def _timed() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        retention = getattr(model, "retention", None)
        if isinstance(retention, Retention) and retention.years is not None and retention.from_field:
            yield model


def _line(model: type[models.Model], now: datetime) -> Line:
    retention: Retention = model.retention  # type: ignore[attr-defined]
    before = cutoff(retention, now)
    due = list(_due(model, before).values_list("pk", flat=True))
    stopped = holds.live(model.kind, due) if issubclass(model, Record) else {}
    going = tuple(row for row in due if row not in stopped)
    return Line(
        model._meta.label,
        retention.authority,
        retention.verified,
        before.date().isoformat(),
        going,
        tuple(_names(model, going[:SHOWN]).values()),
        tuple(Held(name, stopped[row]) for row, name in _names(model, stopped).items()),
    )


def _names(model: type[models.Model], ids: Iterable[int]) -> dict[int, str]:
    return {row.pk: str(row) for row in _rows(model).filter(pk__in=list(ids)).order_by("pk")}


def _due(model: type[models.Model], before: datetime) -> Any:
    retention: Retention = model.retention  # type: ignore[attr-defined]
    column = model._meta.get_field(retention.from_field)
    limit = before if isinstance(column, models.DateTimeField) else timezone.localdate(before)
    due = models.Q(**{f"{retention.from_field}__lt": limit})
    kept = getattr(model, "kept_while", None)
    rows = _rows(model).filter(due & ~kept if kept else due)
    return rows.order_by("pk")


def _rows(model: type[models.Model]) -> Any:
    if issubclass(model, BesideRecord):
        return model.unscoped.exclude(models.Exists(holds.standing_on(models.OuterRef("record_id"))))
    return model.unscoped.all() if issubclass(model, ScopedModel) else model._default_manager.all()


def _delete(line: Line, now: datetime) -> Iterator[Held]:
    model = next(model for model in _timed() if model._meta.label == line.model)
    if not issubclass(model, Record):
        _delete_rows(model, line)
        return
    for record_id in line.ids:
        reason = _delete_record(model, record_id, line.authority, now)
        if reason:
            yield Held(f"{model.kind} {record_id}", (reason,))


def _delete_record(model: type[Record], record_id: int, authority: str, now: datetime) -> str:
    """Delete one record and return nothing, or why it stays."""
    try:
        with transaction.atomic():
            due = _due(model, cutoff(model.retention, now)).select_for_update(of=("self",))
            delete_record(None, due.get(pk=record_id), authority=authority)
    except model.DoesNotExist:
        return "no longer due"
    except (holds.Held, models.ProtectedError) as error:
        return str(error)
    return ""


@transaction.atomic
def _delete_rows(model: type[models.Model], line: Line) -> None:
    _rows(model).filter(pk__in=line.ids).delete()
    detail = {"model": line.model, "rows": len(line.ids), "authority": line.authority}
    audit.record(None, "retention.delete", detail=detail)
