"""Note an agency's part in a case."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version

from ..models import Case, CaseAgency
from .cleaning import clean_row


@action("case.agency.add")
def add_agency(
    actor: Actor | None, case: Case, values: Mapping[str, Any], *, source: str, certainty: str = Certainty.EXACT
) -> CaseAgency:
    """Note an agency with its role, number and contact. It gains no right by this. Raises Denied, ValidationError."""
    require(actor, "edit", case)
    agency = CaseAgency(case=case)
    for name, value in clean_row(agency, values).items():
        setattr(agency, name, value)
    CaseAgency.unscoped.bulk_create([agency])
    steps = {f"agencies.{agency.pk}.{name}": (None, value) for name, value in values.items()}
    count_version(case, actor, steps, provenance.said(source, certainty))
    audit.record(actor, "case.agency.add", kind=Case.kind, record_id=case.pk, detail={"agency": agency.agency_name})
    return agency
