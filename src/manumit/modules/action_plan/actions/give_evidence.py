"""Add what shows that a commitment was kept."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Commitment, Evidence
from .opening import noted


@action("commitment.give_evidence")
def give_evidence(actor: Actor, commitment: Commitment, values: Mapping[str, Any]) -> Evidence:
    """Add a piece of evidence; the public sees it with the next report accepted. Raises Denied, ValidationError."""
    require(actor, "edit", commitment)
    evidence = Evidence(commitment=commitment, given_at=timezone.now(), **values)
    evidence.clean_fields(exclude=["commitment"])
    evidence.save(force_insert=True)
    noted(actor, commitment, "commitment.give_evidence", {"evidence": evidence.pk})
    return evidence
