"""Watch a record."""

from datetime import date

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..beside import beside
from ..models import Watch
from .raise_flag import demand_end


@action("watch.begin")
def watch_record(actor: Actor, record: Record, *, ends_on: date) -> Watch:
    """Tell the actor of changes to `record` through `ends_on`; watched already, only the day changes.

    Raises Hidden where the actor may not know of the record, Refused for a day that is past or too far.
    """
    require(actor, "read_summary", record)
    place = beside(record)
    watch, _new = Watch.unscoped.update_or_create(
        record_kind=place["record_kind"],
        record_id=place["record_id"],
        person_id=actor.person_id,
        agency_id=actor.agency_id,
        defaults={"ends_on": demand_end(ends_on)},
        create_defaults={
            "record_number": record.number,
            "ends_on": demand_end(ends_on),
            "told_version": record.version,
        },
    )
    audit.record(actor, "watch.begin", kind=record.kind, record_id=record.pk, detail={"until": ends_on.isoformat()})
    return watch
