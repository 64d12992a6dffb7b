"""Change what is known of a case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change
from manumit.spine.records.choices import Certainty

from ..models import Case
from ..rules import CASE_RULES, CaseFacts

EDITABLE = frozenset(
    {
        "case_type", "acute", "protected", "nation", "reported_on", "last_seen_earliest_on",
        "last_seen_latest_on", "last_seen_precision", "last_seen_state", "last_seen_county", "tribal_land",
        "last_seen_city", "place_precision", "place_detail", "circumstances", "circumstance", "missing_category",
        "alert", "ncic_entered_on", "residence_on_tribal_land", "contains_cji",
    }
)  # fmt: skip
"""What an edit may touch. State and outcome move, the level is set, people and agencies have verbs of their own."""


@action("case.edit")
def edit_case(
    actor: Actor | None,
    case: Case,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
    said_on: date | None = None,
) -> Case:
    """Write `changes` if the case still has `expected_version`; every value remembers `source` and how sure it was.

    Raises Denied, Conflict, NothingToChange, Broken, ValidationError, ValueError for a field that is not edited so.
    """
    require(actor, "edit", case)
    if foreign := changes.keys() - EDITABLE:
        raise ValueError(f"edit_case does not change {', '.join(sorted(foreign))}")
    step = change(
        case, actor, changes, expected_version=expected_version, source=source, certainty=certainty, said_on=said_on
    )
    CASE_RULES.require(CaseFacts(case, list(case.people.visible_to(actor, "read_people"))))
    audit.record(actor, "case.edit", kind=Case.kind, record_id=case.pk, detail={"fields": sorted(step.changes)})
    return case
