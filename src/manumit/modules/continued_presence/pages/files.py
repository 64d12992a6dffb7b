"""Files of a request: attached, opened for a purpose, withdrawn, set aside."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.routes import guarded
from manumit.spine.records.files import FileGone
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form, TextField, open_form
from manumit.spine.ui.refusing import asking
from manumit.spine.workflow.refusing import Refused

from ..actions.attach_file import LONGEST, attach_file
from ..actions.open_file import open_file, set_aside, withdraw_file
from ..choices import FILE_KINDS
from ..models import PresenceRequest, RequestFile
from ..questions import files_of
from ..sending_files import sent_as_file
from .asking import ask, done, identity_of, sent
from .forms import PurposeForm


class FileForm(Form):
    """Attaches a file."""

    file = forms.FileField(label=gettext_lazy("File"))
    file_kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=FILE_KINDS)
    words = TextField(label=gettext_lazy("What others must know of it"), required=False, max_length=LONGEST)
    lawful = forms.BooleanField(label=gettext_lazy("It holds no sexual image of anybody under 18"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "Pictures, PDF, sound, video or plain text, up to %(most)s MB. Its name is not kept."
        ) % {"most": settings.MANUMIT_FILE_MOST_MB}


@guarded("read_identity", "presence_request")
def files(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """List what is attached: kinds, sizes and days; whoever may seal attaches more."""
    actor, form = asking(request), open_form(FileForm, request)

    def act() -> object:
        given = form.cleaned_data
        return attach_file(actor, record, given["file_kind"], given["file"], words=given["words"])

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Saved."))
        return redirect("continued_presence:files", record.number)
    context = {
        **identity_of(record), "form": form, "files": files_of(actor, record), "heading": _("Attachments"),
        "may_attach": bool(allowed(actor, "seal", record)),
    }  # fmt: skip
    return render(request, "continued_presence/files.html", context, status=422 if form.errors else 200)


@guarded("read_identity", "presence_request")
def one_file(request: HttpRequest, record: PresenceRequest, file_id: int) -> HttpResponseBase:
    """Ask what a file is needed for; then log it and send the file to be saved."""
    actor, row, form = asking(request), _found(request, record, file_id), PurposeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            return sent_as_file(row, open_file(actor, row, form.cleaned_data["note"]))
        except (FileGone, Refused) as refused:
            form.add_error(None, str(refused))
    context = {
        **identity_of(record), "form": form, "file": row, "heading": row.get_file_kind_display(),
        "may_withdraw": bool(allowed(actor, "seal", record)),
    }  # fmt: skip
    return render(request, "continued_presence/one_file.html", context, status=422 if form.errors else 200)


@guarded("read_identity", "presence_request")
def aside(request: HttpRequest, record: PresenceRequest, file_id: int) -> HttpResponse:
    """Set a suspected file aside at once, unviewed; a visit without the click goes back to the file."""
    row = _found(request, record, file_id)
    if request.method == "POST":
        set_aside(asking(request), row)
        messages.success(request, _("Set aside. Nobody can open it now, you included. Tell your supervisor."))
    return redirect("continued_presence:one_file", record.number, row.pk)


@guarded("seal", "presence_request")
def withdraw(request: HttpRequest, record: PresenceRequest, file_id: int) -> HttpResponse:
    """Ask first, then withdraw a file attached in error."""
    row, actor = _found(request, record, file_id), asking(request)
    return ask(
        request, record, Form(sent(request)), _("Withdraw this file"), lambda: withdraw_file(actor, row),
        then="continued_presence:files",
    )  # fmt: skip


def _found(request: HttpRequest, record: PresenceRequest, file_id: int) -> RequestFile:
    row = next((each for each in files_of(asking(request), record) if each.pk == file_id), None)
    if row is None:
        raise Hidden
    return row
