"""Files of a case: attach one, look at what is known of it, open it, report it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records.files import FileGone, links
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form
from manumit.spine.ui.forms.refusing import attempt

from .. import questions
from ..actions.add_file import add_file
from ..actions.open_file import NotOpened, open_file
from ..actions.quarantine_file import quarantine_file
from ..kinds import SEE_THE_DEAD
from ..models import Case, CaseFile
from ..sending import sent_as_file
from . import words
from .addresses import address
from .file_forms import FileForm, ReferenceForm
from .labels import label, shown
from .show_case import identity_of

SHOWN = ("file_kind", "name", "media_type", "description", "taken_on", "custodian", "reference", "added_at")


@guarded("edit", "case")
def attach(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, or attach the file and show the case."""
    return _added(request, record, FileForm, _("Attach a file"))


@guarded("edit", "case")
def refer(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, or note what a custodian keeps and show the case."""
    return _added(request, record, ReferenceForm, _("Note what a custodian keeps"))


@guarded("read_narrative", "case")
def show_file(request: HttpRequest, record: Case, file_id: int) -> HttpResponse:
    """Show what is known of a file, with a link that opens it for five minutes."""
    file, actor = _found(request, record, file_id), asking(request)
    restricted = file.shows_dead and not allowed(actor, SEE_THE_DEAD, record)
    here = file.stored_id is not None and file.quarantined_at is None
    context = {
        "file": file,
        "rows": _rows(record, file),
        "restricted": restricted,
        "link": _link(request, record, file) if here and not restricted else "",
        "may_edit": bool(allowed(actor, "edit", record)),
        "may_report": file.stored_id is not None and file.quarantined_at is None,
    }
    return render(request, "cases/file.html", {**identity_of(record), **context})


@guarded("read_narrative", "case")
def open_content(request: HttpRequest, record: Case, file_id: int) -> HttpResponseBase:
    """Send the content to whom the link was made for, as a file to be saved; the leaf is written first."""
    file = _found(request, record, file_id)
    if file.stored_id is None or not links.holds(request, file.stored_id, request.GET.get("key", "")):
        messages.warning(request, _("This link has ended, or was made for another session or purpose. Open it anew."))
        return redirect(address(record, "file", file_id=file.pk))
    try:
        return sent_as_file(file, open_file(asking(request), file))
    except (NotOpened, FileGone) as refused:
        messages.error(request, str(refused))
        return redirect(address(record, "file", file_id=file.pk))


@guarded("read_narrative", "case")
def report(request: HttpRequest, record: Case, file_id: int) -> HttpResponse:
    """Set a suspected file aside at once, unviewed; a visit without the click goes back to the file."""
    file = _found(request, record, file_id)
    if request.method == "POST":
        quarantine_file(asking(request), file)
        messages.success(request, _("Set aside. Nobody can open it now, you included. Tell your supervisor."))
    return redirect(address(record, "file", file_id=file.pk))


def _added(request: HttpRequest, case: Case, kind: type[Any], heading: str) -> HttpResponse:
    people = [(each.pk, each.full_name or str(each.get_role_display())) for each in questions.people_of(case) or ()]
    form = open_form(kind, request, people=people)
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: _add(request, case, form)):
        drafts.discard(request)
        messages.success(request, _("Added: %(what)s.") % {"what": _("a file")})
        return redirect(f"{address(case)}#files")
    context = {**identity_of(case), "form": form, "heading": heading, "refers": kind is ReferenceForm}
    return render(request, "cases/attach.html", context, status=422 if request.method == "POST" else 200)


def _add(request: HttpRequest, case: Case, form: Any) -> CaseFile:
    return add_file(asking(request), case, form.values(), form.cleaned_data.get("file"), **form.said())


def _found(request: HttpRequest, case: Case, file_id: int) -> CaseFile:
    row = questions.part_in(asking(request), case, "files", file_id)
    if not isinstance(row, CaseFile):
        raise Hidden
    return row


def _link(request: HttpRequest, case: Case, file: CaseFile) -> str:
    return f"{address(case, 'content', file_id=file.pk)}?key={links.sign(request, file.stored_id or 0)}"


def _rows(case: Case, file: CaseFile) -> list[dict[str, Any]]:
    named = ((name, getattr(file, name)) for name in SHOWN)
    return [
        words.row(label(name, "files"), shown(name, value, "files"), words.said(case, f"files.{file.pk}.{name}"))
        for name, value in named
        if value
    ]
