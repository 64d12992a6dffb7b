"""Correct a plan, a partnership or what became of a recommendation."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change

from ..choices import PartnershipState
from ..models import Partnership, Plan, Recommendation
from ..refusing import Refused
from .opening import noted


@action("plan.edit_record")
def edit_record(
    actor: Actor,
    record: Plan | Partnership | Recommendation,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
) -> Any:
    """Write `changes`; what is locked or moves by a procedure is refused.

    Raises Denied or Hidden, Refused for a closed partnership, Conflict, NothingToChange, ValidationError, ValueError.
    """
    require(actor, "edit", record)
    if isinstance(record, Partnership) and record.state == PartnershipState.CLOSED:
        raise Refused(_("The partnership is closed: nothing of it changes."))
    done = change(record, actor, changes, expected_version=expected_version, source=source)
    noted(actor, record, "plan.edit_record", {"fields": sorted(done.changes)})
    return record
