"""Correct a part of a suspect."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version, demand_version, differing, steps_of

from ..models import CourtDate, SuspectPart
from ..rules import PART_RULES, PartFacts
from .cleaning import clean_part
from .court_calendar import put_into_calendar, take_from_calendar
from .standing_on import repeated


@action("suspect.part.edit")
def edit_part(
    actor: Actor,
    part: SuspectPart,
    values: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
) -> SuspectPart:
    """Write `values` if the part's suspect still has `expected_version`; what stood before stays in the history.

    A court date that is moved takes its task along. Raises Denied or Hidden, Conflict, NothingToChange, Broken,
    ValidationError by field.
    """
    suspect = part.suspect
    require(actor, "edit", suspect)
    changes = differing(part, clean_part(part, values))
    if not changes:
        raise NothingToChange(tuple(values))
    demand_version(suspect, steps_of(part, changes), expected_version)
    for name, (_, new) in changes.items():
        setattr(part, name, new)
    part.full_clean_part()
    PART_RULES.require(PartFacts(part))
    type(part).unscoped.filter(pk=part.pk).update(**{name: new for name, (_, new) in changes.items()})
    said = provenance.said(source, certainty)
    count_version(suspect, actor, steps_of(part, changes), said, expected_version=expected_version, **repeated(suspect))
    detail = {"part": part.part, "id": part.pk}
    audit.record(actor, "suspect.part.edit", kind=suspect.kind, record_id=suspect.pk, detail=detail)
    if isinstance(part, CourtDate) and changes.keys() & {"at", "state"}:
        take_from_calendar(actor, suspect, part)
        put_into_calendar(actor, suspect, part)
    return part
