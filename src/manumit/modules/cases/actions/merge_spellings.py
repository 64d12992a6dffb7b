"""Write an agency or a place in one way where an owner's cases write it in several."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, action, provenance
from manumit.spine.records.rows import count_version, steps_of

from ..models import Case, CaseAgency, CasePlace, SpellingMerge

MOST = 2_000
"""Rows one merge changes at most: it is one transaction, and its plan is read by a person."""
FIELDS: Mapping[str, tuple[Any, str]] = {"agencies": (CaseAgency, "agency_name"), "places": (CasePlace, "city")}
UNSAID = ("", None, "unknown")


@dataclass(frozen=True)
class Planned:
    """What a merge does with one row: write it as is kept, or withdraw it because another of its case says as much."""

    row: Any
    before: str
    withdrawn: bool


def plan_merge(actor: Actor, noun: str, spellings: Collection[str], kept: str, state: str = "") -> list[Planned]:
    """Return what merging would change, changing nothing. Raises Denied, Hidden, ValidationError for too much."""
    model, field = FIELDS[noun]
    rows = model.unscoped.select_related("case").filter(case__owner_id=actor.agency_id, withdrawn_at=None)
    rows = rows.filter(**{f"{field}__in": {*spellings, kept}}, **({"state": state} if noun == "places" else {}))
    found = list(rows.order_by("case_id", "pk")[: MOST + 1])
    if len(found) > MOST:
        raise ValidationError(_("More than 2,000 rows would change. Merge fewer spellings at a time."))
    for case in {row.case for row in found}:
        require(actor, "supervise", case)
    return [each for rows in _by_case(found) for each in _planned(rows, field, kept)]


@action("case.spellings.merge")
def merge_spellings(
    actor: Actor, noun: str, spellings: Collection[str], kept: str, *, state: str = ""
) -> SpellingMerge:
    """Do what `plan_merge` shows, each case a version of its own, and return what can be undone.

    Raises Denied, Hidden, ValidationError, NothingToChange.
    """
    planned = plan_merge(actor, noun, spellings, kept, state)
    if not planned:
        raise NothingToChange(tuple(spellings))
    merge = SpellingMerge.objects.create(
        owner_id=actor.agency_id,
        noun=noun,
        kept=kept,
        spellings=sorted(spellings),
        changed={str(each.row.pk): each.before for each in planned if not each.withdrawn},
        withdrawn=[each.row.pk for each in planned if each.withdrawn],
        merged_by_id=actor.person_id,
    )
    for case, changes in _written(noun, planned, kept).items():
        count_version(case, actor, changes, provenance.said("Several spellings of one name were made one"))
        audit.record(actor, "case.spellings.merge", kind=Case.kind, record_id=case.pk, detail={"merge": merge.pk})
    return merge


def _by_case(rows: Sequence[Any]) -> list[list[Any]]:
    cases: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        cases[row.case_id].append(row)
    return list(cases.values())


def _planned(rows: Sequence[Any], field: str, kept: str) -> list[Planned]:
    """Return what becomes of the rows of one case; of two that say the same, the later goes."""
    standing: list[Any] = []
    found: list[Planned] = []
    for row in rows:
        spare = any(_says_no_more(row, other, field) for other in standing)
        if spare or getattr(row, field) != kept:
            found.append(Planned(row, getattr(row, field), spare))
        if not spare:
            standing.append(row)
    return found


def _says_no_more(row: Any, other: Any, field: str) -> bool:
    names = (each.attname for each in row._meta.concrete_fields if each.name in row.own_fields() and each.name != field)
    return all(getattr(row, name) in UNSAID or getattr(row, name) == getattr(other, name) for name in names)


def _written(noun: str, planned: Sequence[Planned], kept: str) -> dict[Case, dict[str, tuple[Any, Any]]]:
    model, field = FIELDS[noun]
    now, steps = timezone.now(), defaultdict(dict)  # type: ignore[var-annotated]
    for each in planned:
        change = {"withdrawn_at": (None, now)} if each.withdrawn else {field: (each.before, kept)}
        steps[each.row.case].update(steps_of(each.row, change))
    gone = [each.row.pk for each in planned if each.withdrawn]
    model.unscoped.filter(pk__in=gone).update(withdrawn_at=now)
    model.unscoped.filter(pk__in=[each.row.pk for each in planned if not each.withdrawn]).update(**{field: kept})
    return dict(steps)
