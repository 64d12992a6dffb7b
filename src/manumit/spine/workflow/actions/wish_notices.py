"""Choose when mail says that notices wait."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import NoticeWish
from ..notices.events import Mail, all_events
from ..refusing import Refused


@action("notice.wish")
def wish_notices(actor: Actor, wishes: Mapping[str, str]) -> None:
    """Keep the actor's own wishes, by event. Raises Refused for an unknown event or way."""
    known = {event.code for event in all_events()}
    if not (wishes.keys() <= known and set(wishes.values()) <= set(Mail.values)):
        raise Refused(_("Choose among the ways offered."))
    rows = [NoticeWish(person_id=actor.person_id, event=event, mail=mail) for event, mail in wishes.items()]
    NoticeWish.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person", "event"], update_fields=["mail"]
    )
    audit.record(actor, "notice.wish", kind="person", record_id=actor.person_id, detail=dict(wishes))
