"""Release a record of any kind to one agency, perhaps under an agreement, and recall it: the one way there is."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, releasing
from manumit.spine.records.choices import Ended
from manumit.spine.records.releasable import Releasable, releasable
from manumit.spine.records.releasing import Terms

from ..beside import beside
from ..notices.telling import supervisors, tell
from ..refusing import Refused


@action("record.release")
def release_record(actor: Actor, record: Record, terms: Terms) -> Release:
    """Let an agency read `terms.groups`, and the summary, until it expires or is recalled; its supervisors are told.

    Raises Denied or Hidden without permission `release`, Refused for a kind nobody may release, ValidationError by
    field where the terms make no sense, exceed the agreement, or the nation does not allow it.
    """
    require(actor, "release", record)
    made = releasing.release(actor, record, terms, demand_offer(record))
    tell("released", beside(record), supervisors(terms.agency_id), actor)
    return made


@action("record.recall")
def recall(actor: Actor, record: Record, release_id: int) -> Release:
    """End a live release of `record` now, and with it what was shown on; what was read until then stays read.

    Raises Denied or Hidden without permission `release`, Refused where it has ended.
    """
    require(actor, "release", record)
    rows = Release.objects.select_for_update().filter(kind=record.kind, record_id=record.pk, pk=release_id)
    found = rows.filter(ended_at=None).first()
    if found is None:
        raise Refused(_("This release has ended already."))
    releasing.end(actor, [found], Ended.RECALLED)
    audit.record(actor, "record.recall", kind=record.kind, record_id=record.pk, detail={"release": found.pk})
    return found


def demand_offer(record: Record) -> Releasable:
    """Return how records of this kind are released. Raises Refused where nobody may release them."""
    offer = releasable(record.kind)
    if offer is None:
        raise Refused(_("Records of this kind are released to nobody."))
    return offer
