"""Seal what vetting found."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed

from ..models import PresenceRequest


@action("presence.vet")
def record_vetting(
    actor: Actor, request: PresenceRequest, values: Mapping[str, Any], *, expected_version: int
) -> PresenceRequest:
    """Seal `checks`, `hits`, `mitigation` and `assessment`, as far as given. Raises Denied or Hidden, Conflict."""
    require(actor, "review", request)
    given = {name: value for name, value in values.items() if value}
    sealed.put(request, "vetting", given, actor, expected_version=expected_version)
    detail = {"fields": sorted(given)}
    audit.record(actor, "presence.vet", kind=request.kind, record_id=request.pk, group="vetting", detail=detail)
    return request
