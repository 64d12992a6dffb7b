"""Edit an agency."""

from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action


@action("agency.edit")
def edit_agency(actor: Actor | None, agency: Agency, **fields: Any) -> Agency:
    """Give `agency` new `fields` (name, short_name, kind, ori, parent, nation); the entry keeps old and new of each.

    Raises Denied, IntegrityError for a name already taken.
    """
    kept = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    require(actor, "edit", kept)
    changed = {name: value for name, value in fields.items() if getattr(kept, name) != value}
    detail = {name: {"from": str(getattr(kept, name) or ""), "to": str(value or "")} for name, value in changed.items()}
    for name, value in changed.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(changed))
    audit.record(actor, "agency.edit", kind="agency", record_id=kept.pk, detail=detail)
    return kept
