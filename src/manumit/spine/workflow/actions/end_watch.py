"""Stop watching a record."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Watch
from ..refusing import Refused


@action("watch.end")
def end_watch(actor: Actor, watch: Watch) -> None:
    """Stop telling the actor of changes. Raises Refused for a watch that is not theirs or is gone."""
    mine = Watch.unscoped.filter(pk=watch.pk, person=actor.person_id, agency=actor.agency_id)
    if not mine.exists():
        raise Refused(_("You do not watch this."))
    audit.record(actor, "watch.end", kind=watch.record_kind, record_id=watch.record_id)
    mine.delete()
