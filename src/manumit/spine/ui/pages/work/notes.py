"""Write and correct a note."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.workflow.actions.correct_note import correct_note
from manumit.spine.workflow.actions.write_note import write_note
from manumit.spine.workflow.models import Note

from ...forms import open_form
from ...forms.work import NoteForm
from .asking import OWN, Verb, ask, asking, find_row

WRITE = Verb(_("Write a note"), _("Keep it"), _("The note is kept."), _("Your agency reads it; it is never rewritten."))
CORRECT = Verb(_("Correct the note"), _("Keep the correction"), _("The correction is kept beside what it corrects."))


@guarded_of_any_kind("work")
def write(request: HttpRequest, record: Record) -> HttpResponse:
    """Write something down."""
    actor = asking(request)
    return ask(request, record, WRITE, open_form(NoteForm, request), lambda given: write_note(actor, record, **given))


@signed_in(OWN)
def correct(request: HttpRequest, note_id: int) -> HttpResponse:
    """Say it right."""
    note, actor = find_row(request, Note, note_id), asking(request)
    form = open_form(NoteForm, request, initial={"text": note.text, "source": note.source})
    return ask(request, note, CORRECT, form, lambda given: correct_note(actor, note, **given))
