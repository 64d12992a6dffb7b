"""Remove a kept search."""

from manumit.spine import audit
from manumit.spine.access import Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import SavedSearch


@action("search.remove")
def remove_search(actor: Actor, search_id: int) -> None:
    """Remove one of the actor's own searches. Raises Hidden for any other."""
    removed, _ = SavedSearch.objects.filter(pk=search_id, person=actor.person_id, agency=actor.agency_id).delete()
    if not removed:
        raise Hidden
    audit.record(actor, "search.remove", kind="person", record_id=actor.person_id, detail={"search": search_id})
