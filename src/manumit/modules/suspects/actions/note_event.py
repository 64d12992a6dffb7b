"""Say that something happened of which victims are told, where no step of the procedure does."""

from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..choices import NoticeEvent
from ..models import Suspect, VictimNotice
from .raising import raise_notice


@action("suspect.notice.raise")
def note_event(actor: Actor, suspect: Suspect, event: str) -> VictimNotice:
    """Raise the notice of `event` and its task: bail after charges, an escape, a sentence after the verdict.

    Raises Denied or Hidden without permission `edit`, Refused for no event of the table.
    """
    require(actor, "edit", suspect)
    if event not in NoticeEvent.values:
        raise Refused(_("Choose what happened."))
    notice = raise_notice(actor, suspect, NoticeEvent(event))
    detail = {"notice": notice.pk, "event": event}
    audit.record(actor, "suspect.notice.raise", kind=suspect.kind, record_id=suspect.pk, detail=detail)
    return notice
