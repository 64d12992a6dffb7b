"""Bar a person with a conflict of interest from a record."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Bar
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..beside import beside, demand_words
from ..refusing import Refused


@action("bar.set")
def bar_person(actor: Actor, record: Record, *, person_id: int, because: str) -> Bar:
    """Keep a person from `record`, whichever agency they act for, from their next request on until it is lifted.

    Raises Denied or Hidden without permission `supervise`, Refused without a reason or for somebody barred already.
    """
    require(actor, "supervise", record)
    why = demand_words(because, _("Say what the conflict of interest is."))
    if Bar.objects.filter(person=person_id, record_kind=record.kind, record_id=record.pk, lifted_at=None).exists():
        raise Refused(_("This person is barred already."))
    bar = Bar.objects.create(
        **beside(record), person_id=person_id, agency_id=actor.agency_id, because=why, set_by_id=actor.person_id
    )
    detail = {"bar": bar.pk, "person": person_id}
    audit.record(actor, "bar.set", kind=record.kind, record_id=record.pk, detail=detail)
    return bar
