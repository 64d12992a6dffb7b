"""Create an agency."""

from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action


@action("agency.create")
def create_agency(actor: Actor | None, **fields: Any) -> Agency:
    """Return a new agency with `fields` (name, short_name, kind, ori, parent, nation). `actor` None is the command.

    Raises Denied unless the actor operates this installation, IntegrityError for a name already taken.
    """
    if actor:
        require(actor, "create", Agency.objects.get(pk=actor.agency_id))
    agency = Agency.objects.create(**fields)
    audit.record(actor, "agency.create", kind="agency", record_id=agency.pk, detail={"name": agency.name})
    return agency
