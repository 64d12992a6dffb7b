"""Correct a part of a case."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version, demand_version, differing, steps_of

from ..models import Case, CaseEvent, CasePart
from ..rules import PART_RULES, PartFacts
from .cleaning import clean_row


@action("case.part.edit")
def edit_part(
    actor: Actor | None,
    part: CasePart,
    values: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
) -> CasePart:
    """Write `values` if the part's case still has `expected_version`, and return what stands now.

    An event is not written over: a new entry supersedes it, and the earlier stays on the timeline's record.
    Raises Denied, Conflict, NothingToChange, Broken, ValidationError.
    """
    case = part.case
    require(actor, "edit", case)
    changes = differing(part, clean_row(part, values))
    if not changes:
        raise NothingToChange(tuple(values))
    earlier = part.pk
    demand_version(case, steps_of(part, changes), expected_version)
    for name, (_, new) in changes.items():
        setattr(part, name, new)
    PART_RULES.require(PartFacts(case, part))
    _write(part, changes)
    said = provenance.said(source, certainty)
    same = {f"{part.part}.{part.pk}.{name}": f"{part.part}.{earlier}.{name}" for name in part.own_fields()}
    count_version(case, actor, steps_of(part, changes), said, expected_version=expected_version, carried=same)
    detail = {"part": part.part, "id": part.pk, **({"supersedes": earlier} if part.pk != earlier else {})}
    audit.record(actor, "case.part.edit", kind=Case.kind, record_id=case.pk, detail=detail)
    return part


def _write(part: CasePart, changes: Mapping[str, tuple[Any, Any]]) -> None:
    rows = type(part).unscoped
    if isinstance(part, CaseEvent):
        earlier, part.pk = part.pk, None
        rows.bulk_create([part])
        rows.filter(pk=earlier).update(superseded_by=part)
    else:
        rows.filter(pk=part.pk).update(**{name: new for name, (_, new) in changes.items()})
