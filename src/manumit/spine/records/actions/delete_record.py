"""Delete a record whose retention has ended, with all that belongs to it."""

from django.db import connection
from django.db.models import Q

from manumit.spine import audit
from manumit.spine.access import BesideRecord
from manumit.spine.access.beside import models_beside
from manumit.spine.identity.actor import Actor

from .. import files, holds
from ..acting import action, touched
from ..models import Record


@action("record.delete")
def delete_record(actor: Actor | None, record: Record, *, authority: str) -> None:
    """Delete `record`, the rows that refer to it or stand beside it, its history, files and sealed values;
    destroy its key.

    Only `manumit retention apply` calls it, with a plan somebody has seen. The leaf keeps number and `authority`.
    Raises Held under a legal hold.
    """
    holds.demand_none(record)
    detail = {"number": record.number, "authority": authority}
    audit.record(actor, f"{record.kind}.delete", kind=record.kind, record_id=record.pk, detail=detail)
    with connection.cursor() as cursor:
        cursor.execute("SELECT records_erase(%s, %s)", [record.kind, record.pk])
    for model in models_beside():
        _delete_beside(actor, model, record)
    touched(record)
    type(record).unscoped.filter(pk=record.pk).delete()
    files.forget(record)


def _delete_beside(actor: Actor | None, model: type[BesideRecord], record: Record) -> None:
    """Delete the rows beside `record`; of one that joins it with another, the other keeps a leaf."""
    model.unscoped.filter(record_kind=record.kind, record_id=record.pk).delete()
    if not model.scoped_through.joins:
        return
    joined = model.unscoped.filter(Q(("other_kind", record.kind), ("other_id", record.pk)))
    for kind, record_id in joined.values_list("record_kind", "record_id").distinct():
        audit.record(actor, "link.delete", kind=kind, record_id=record_id)
    joined.delete()
