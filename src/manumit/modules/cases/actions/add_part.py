"""Add a part to a case: a feature, vehicle, place, event or another of `models.PARTS`."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version

from ..models import PARTS, Case, CasePart
from ..rules import PART_RULES, PartFacts
from .cleaning import clean_row


@action("case.part.add")
def add_part(
    actor: Actor | None,
    case: Case,
    part: str,
    values: Mapping[str, Any],
    *,
    source: str,
    certainty: str = Certainty.EXACT,
) -> CasePart:
    """Add a `part` ("features") with `values` by field and return it; `person` is one of the case, or its id.

    Raises Denied, Broken, ValidationError, LookupError for a part there is not.
    """
    require(actor, "edit", case)
    row = PARTS[part](case=case)
    cleaned = clean_row(row, values)
    for name, value in cleaned.items():
        setattr(row, name, value)
    PART_RULES.require(PartFacts(case, row))
    type(row).unscoped.bulk_create([row])
    steps = {f"{part}.{row.pk}.{name}": (None, value) for name, value in cleaned.items()}
    count_version(case, actor, steps, provenance.said(source, certainty))
    audit.record(actor, "case.part.add", kind=Case.kind, record_id=case.pk, detail={"part": part, "id": row.pk})
    return row
