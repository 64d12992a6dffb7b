"""Add a part to a suspect: a basis, name, vehicle, charge or another of `models.PARTS`."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version

from ..models import PARTS, CourtDate, Suspect, SuspectPart
from ..rules import PART_RULES, PartFacts
from .cleaning import clean_part
from .court_calendar import put_into_calendar
from .standing_on import repeated


@action("suspect.part.add")
def add_part(
    actor: Actor,
    suspect: Suspect,
    part: str,
    values: Mapping[str, Any],
    *,
    source: str,
    certainty: str = Certainty.EXACT,
) -> SuspectPart:
    """Add a `part` ("vehicles") with `values` by field and return it. A court date goes into the calendar.

    Raises Denied or Hidden, Broken, ValidationError by field, LookupError for a part there is not.
    """
    require(actor, "edit", suspect)
    row = PARTS[part](suspect=suspect)
    cleaned = clean_part(row, values)
    for name, value in cleaned.items():
        setattr(row, name, value)
    row.full_clean_part()
    PART_RULES.require(PartFacts(row))
    type(row).unscoped.bulk_create([row])
    steps = {f"{part}.{row.pk}.{name}": (None, value) for name, value in cleaned.items()}
    count_version(suspect, actor, steps, provenance.said(source, certainty), **repeated(suspect))
    detail = {"part": part, "id": row.pk}
    audit.record(actor, "suspect.part.add", kind=suspect.kind, record_id=suspect.pk, detail=detail)
    if isinstance(row, CourtDate):
        put_into_calendar(actor, suspect, row)
    return row
