"""Validate what is kept of a suspect: it may be kept for another period."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import Standing
from ..models import Suspect
from .reviewing import restart_clock, review_on


@action("suspect.validate")
def validate_suspect(actor: Actor, suspect: Suspect, *, because: str, expected_version: int) -> Suspect:
    """Say that the information still meets what it was entered for, and why; its time begins anew.

    Raises Denied or Hidden without permission `supervise`, Conflict, Refused without a reason, without a basis, or
    for somebody who was cleared.
    """
    require(actor, "supervise", suspect)
    why = demand_words(because, _("Say why the information is still valid."))
    if suspect.standing == Standing.CLEARED:
        raise Refused(_("The person was cleared: what is kept of them is not validated, it goes when its time ends."))
    if not suspect.has_basis:
        raise Refused(_("No basis stands: record one with its source first, or clear the person."))
    now = timezone.now()
    values = {"validated_at": now, "review_on": review_on(suspect.owner_id, now)}
    write(suspect, actor, values, expected_version=expected_version, source=why)
    audit.record(actor, "suspect.validate", kind=suspect.kind, record_id=suspect.pk)
    restart_clock(actor, suspect)
    return suspect
