"""Join two records."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..beside import beside, demand_words
from ..models import RecordLink
from ..models.record_link import LinkType
from ..refusing import Refused


@action("link.make")
def link_records(actor: Actor, record: Record, other: Record, *, link_type: str, basis: str, source: str) -> RecordLink:
    """Join two records the actor may work on, on a basis that `source` gave; others who may read both see it.

    Raises Denied or Hidden without permission `work` on either, Refused for a record with itself, an unknown type,
    a missing basis or source, or what is joined so already.
    """
    require(actor, "work", record)
    require(actor, "work", other)
    if (record.kind, record.pk) == (other.kind, other.pk):
        raise Refused(_("A record is not joined with itself."))
    if link_type not in LinkType.values:
        raise Refused(_("Choose how they are joined."))
    first, second = sorted((record, other), key=lambda each: (each.kind, each.pk))
    link = RecordLink(**beside(first), agency_id=actor.agency_id, link_type=link_type, made_by_id=actor.person_id)
    link.other_kind, link.other_id, link.other_number = second.kind, second.pk, second.number
    link.basis = demand_words(basis, _("Say what joins them: it is a lead, and others must be able to weigh it."))
    link.source = demand_words(source, _("Who says so?"))
    _save(link)
    for each in (first, second):
        audit.record(actor, "link.make", kind=each.kind, record_id=each.pk, detail={"link": link.pk, "type": link_type})
    return link


def _save(link: RecordLink) -> None:
    try:
        with transaction.atomic():
            link.save(force_insert=True)
    except IntegrityError as error:
        if "link_once" not in str(error):
            raise
        raise Refused(_("Your agency has joined them so already.")) from None
