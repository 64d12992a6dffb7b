"""Choose the federal sponsor: that of the region, or another."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..choices import Stage
from ..models import Operation, PresenceRequest
from ..questions import is_sponsor
from .reckoning import set_columns

CHOOSING = frozenset({Stage.DRAFT, Stage.CONCURRENCE})
"""Stages in which the sponsor may still be another."""


@action("presence.choose_sponsor")
def choose_sponsor(actor: Actor, request: PresenceRequest, sponsor: Agency) -> PresenceRequest:
    """Name `sponsor` for the request and its operation, before the supervisor concurs.

    Raises Denied or Hidden, Refused for an agency that sponsors nothing or a request that has gone on.
    """
    require(actor, "edit", request)
    request.refresh_from_db()
    if request.stage not in CHOOSING:
        raise Refused(_("The sponsor is chosen before the supervisor concurs."))
    if not is_sponsor(sponsor.pk):
        raise Refused(_("This agency is no federal sponsor here: choose one of the list."))
    operation = Operation.unscoped.get(pk=request.operation_id)
    set_columns(actor, request, {"sponsor": sponsor})
    audit.record(actor, "presence.choose_sponsor", kind=request.kind, record_id=request.pk)
    if not operation.with_sponsor:
        set_columns(actor, operation, {"sponsor": sponsor})
        audit.record(actor, "presence.choose_sponsor", kind=operation.kind, record_id=operation.pk)
    return request
