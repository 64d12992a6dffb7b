"""Correct a note by another."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words, place_of
from ..models import Note
from ..refusing import Refused


@action("note.correct")
def correct_note(actor: Actor, note: Note, *, text: str, source: str = "") -> Note:
    """Write a note that stands in the place of `note`, which is kept and shown as corrected.

    Raises Denied or Hidden without permission `work`, Refused for an empty or unchanged text and for a note that was
    corrected meanwhile: the newest is the one to correct.
    """
    require(actor, "work", note)
    said = demand_words(text, _("Write something."))
    if (said, source.strip()) == (note.text, note.source):
        raise Refused(_("Nothing to correct: this is what the note says."))
    correction = Note(
        **place_of(note),
        agency_id=note.agency_id,
        text=said,
        source=source.strip(),
        author_id=actor.person_id,
        corrects=note,
    )
    _save(correction)
    detail = {"note": correction.pk, "corrects": note.pk}
    audit.record(actor, "note.correct", kind=note.record_kind, record_id=note.record_id, detail=detail)
    return correction


def _save(correction: Note) -> None:
    try:
        with transaction.atomic():
            correction.save(force_insert=True)
    except IntegrityError as error:
        if "corrects" not in str(error):
            raise
        raise Refused(_("Somebody corrected this note meanwhile: read theirs, and correct that.")) from None
