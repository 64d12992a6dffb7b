"""Draft a progress report, or write it anew while it is a draft."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, action, change

from ..choices import UpdateState
from ..models import Commitment, ProgressUpdate
from ..quarters import last_day
from ..refusing import Refused
from .opening import opened

WRITTEN = ("status", "public_text", "reason", "new_due_on", "internal_text")


@action("progress.draft")
def draft_update(
    actor: Actor, commitment: Commitment, quarter: str, values: Mapping[str, Any], *, expected_version: int = 0
) -> ProgressUpdate:
    """Write the report of the actor's agency on `commitment` for `quarter`; one a quarter, changed while a draft.

    `expected_version` is that of the draft as it was shown; 0 writes upon whatever stands. Raises Denied or Hidden,
    Refused once it has left the contact's hands, Conflict, ValidationError by field, ValueError.
    """
    return drafted(actor, commitment, quarter, values, expected_version=expected_version)


def drafted(
    actor: Actor, commitment: Commitment, quarter: str, values: Mapping[str, Any], *, expected_version: int = 0
) -> ProgressUpdate:
    """Draft within another action."""
    require(actor, "read_summary", commitment)
    if commitment.owner_id != actor.agency_id:
        raise Refused(_("Another agency answers for this commitment. A partner gives its own word instead."))
    last_day(quarter)
    standing = (
        ProgressUpdate.unscoped.filter(commitment=commitment, owner=actor.agency_id, quarter=quarter)
        .exclude(state=UpdateState.WITHDRAWN)
        .select_related("owner", "commitment")
        .first()
    )
    if standing is None:
        return _new(actor, commitment, quarter, values)
    return _again(actor, standing, values, expected_version or standing.version)


def _new(actor: Actor, commitment: Commitment, quarter: str, values: Mapping[str, Any]) -> ProgressUpdate:
    update = ProgressUpdate(
        commitment=commitment,
        quarter=quarter,
        drafted_by_id=actor.person_id,
        state=UpdateState.DRAFT,
        state_since_at=timezone.now(),
        **{name: values[name] for name in WRITTEN if name in values},
    )
    return opened(actor, update, "progress.draft", source=str(_("The reporting agency")), quarter=quarter)


def _again(actor: Actor, update: ProgressUpdate, values: Mapping[str, Any], version: int) -> ProgressUpdate:
    require(actor, "edit", update)
    if update.state != UpdateState.DRAFT:
        raise Refused(
            _("The report is %(state)s: it can be changed once it is returned.") % {"state": update.get_state_display()}
        )
    try:
        change(
            update, actor, {**values, "drafted_by": actor.person_id}, expected_version=version,
            source=str(_("The reporting agency")),
        )  # fmt: skip
    except NothingToChange:
        return update
    audit.record(actor, "progress.draft", kind=update.kind, record_id=update.pk, detail={"quarter": update.quarter})
    return update
