"""May this use include this record? What nations decided about their people's records (CARE, authority to control).

Statistics, research and public listing of a nation's people need its permission: no decision means no. Who may
investigate is the owner's to decide until the nation decides it: from its first decision only the agencies it named,
and its own. For each agency the newest decision counts that names it or names none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Model, Q, QuerySet
from django.utils import timezone

from manumit.spine.audit.prepared import asked
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency

from . import kinds
from .models import NationRule, NationUse, Use

HELD = "SELECT id FROM identity_nation WHERE id = %s FOR NO KEY UPDATE"


@dataclass(frozen=True, slots=True)
class Word:
    """What stands for a use: `allowed`, and the `rule` it rests on, None where the nation decided nothing."""

    allowed: bool
    rule: NationRule | None = None


def word(nation_id: int, use: str, agency_id: int | None = None, at: datetime | None = None) -> Word:
    """Return what the nation says to `use` at the moment `at`, for investigation by the agency."""
    if use != Use.INVESTIGATION:
        return _newest(nation_id, use, None, at)
    newest = {rule.agency_id: rule for rule in _of_each_agency(nation_id, use, at)}
    if not newest or _own(nation_id, agency_id):
        return Word(True)
    said = [newest[key] for key in {agency_id, None} if key in newest]
    rule = max(said, key=lambda each: (each.effective_at, each.pk), default=None)
    return Word(bool(rule and rule.allowed), rule)


def includes(record: Model, use: str, agency_id: int | None = None, at: datetime | None = None) -> Word:
    """Return whether `use` may include `record`; kinds that name no nation are nobody's people's."""
    nation_id = nation_of(record)
    return Word(True) if nation_id is None else word(nation_id, use, agency_id, at)


def hold(nation_id: int) -> None:
    """Hold the nation's word still until the transaction ends: no decision is recorded while a release reads it."""
    asked(HELD, nation_id)


def nation_of(record: Model) -> int | None:
    """Return the nation whose people `record` is about, None where its kind or the record names none."""
    column = kinds.of(type(record))[0].nation
    found: int | None = getattr(record, column) if column else None
    return found


def allowing(use: str, at: datetime | None = None) -> Mapping[int, NationRule]:
    """Return the nations that allow `use`, each with its rule; one query."""
    rows = _in_effect(use, at).filter(agency=None).order_by("nation", F("effective_at").desc(), F("id").desc())
    newest = rows.distinct("nation")
    return {rule.nation_id: rule for rule in newest if rule.allowed}


def included(kind: kinds.Kind, use: str, at: datetime | None = None) -> Q:
    """Return the filter that keeps of a list those records that `use` may include."""
    if not kind.nation:
        return Q()
    return Q(**{kind.nation: None}) | Q(**{f"{kind.nation}__in": list(allowing(use, at))})


def note_use(actor: Actor, use: str, records: Iterable[Model], what: str) -> None:
    """Keep that the actor used `records` so, a row for each nation, by the permission that stands. Raises LookupError.

    Called in the transaction of the use, after `includes` or `included` let the records in.
    """
    counted: dict[int, int] = {}
    for nation_id in filter(None, map(nation_of, records)):
        counted[nation_id] = counted.get(nation_id, 0) + 1
    rules, now = allowing(use) if counted else {}, timezone.now()
    if missing := counted.keys() - rules.keys():
        raise LookupError(f"Nations {sorted(missing)} do not allow {use}: leave their records out first.")
    NationUse.objects.bulk_create(
        NationUse(
            nation_id=nation_id, rule=rules[nation_id], use=use, agency_id=actor.agency_id, person_id=actor.person_id,
            what=what, records=count, at=now,
        )
        for nation_id, count in counted.items()
    )  # fmt: skip


def _own(nation_id: int, agency_id: int | None) -> bool:
    return agency_id is not None and Agency.objects.filter(pk=agency_id, nation=nation_id).exists()


def _of_each_agency(nation_id: int, use: str, at: datetime | None) -> Iterable[NationRule]:
    """Return the newest rule in effect for each agency that any names, and for all (None); one query."""
    rows = _in_effect(use, at).filter(nation=nation_id)
    return rows.order_by("agency_id", F("effective_at").desc(), F("id").desc()).distinct("agency_id")


def _newest(nation_id: int, use: str, agency_id: int | None, at: datetime | None) -> Word:
    rows = _in_effect(use, at).filter(nation=nation_id, agency=agency_id)
    rule = rows.order_by(F("effective_at").desc(), F("id").desc()).first()
    return Word(bool(rule and rule.allowed), rule)


def _in_effect(use: str, at: datetime | None) -> QuerySet[NationRule]:
    at = at or timezone.now()
    return NationRule.objects.filter(Q(ends_at=None) | Q(ends_at__gt=at), use=use, effective_at__lte=at)
