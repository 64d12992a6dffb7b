"""Write a note beside a record."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..beside import beside, demand_words
from ..models import Note


@action("note.write")
def write_note(actor: Actor, record: Record, *, text: str, source: str = "") -> Note:
    """Keep `text` for the actor's agency, with who said it if that was somebody else.

    Raises Denied or Hidden without permission `work`, Refused for an empty note.
    """
    require(actor, "work", record)
    said = demand_words(text, _("Write something."))
    note = Note(
        **beside(record),
        agency_id=actor.agency_id,
        text=said,
        source=source.strip(),
        author_id=actor.person_id,
    )
    note.save(force_insert=True)
    audit.record(actor, "note.write", kind=record.kind, record_id=record.pk, detail={"note": note.pk})
    return note
