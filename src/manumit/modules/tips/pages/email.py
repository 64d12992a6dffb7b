"""Forwarded e-mails: take one in, open or set aside what was attached."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records.files import BadFile, FileGone, links
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form
from manumit.spine.workflow.refusing import Refused

from ..actions.arrival import Receipt
from ..actions.import_email import import_email
from ..actions.open_attachment import open_attachment, set_aside
from ..importing.email_file import LARGEST, BadEmail, read
from ..models import Tip, TipAttachment
from .asking import done, identity_of
from .forms import EmailForm


@guarded("create", "tip")
def take_in(request: HttpRequest) -> HttpResponse:
    """Ask for the e-mail; show number and secret."""
    form, told = open_form(EmailForm, request), list[Receipt]()

    def act() -> None:
        try:
            told.append(import_email(asking(request), read(form.cleaned_data["file"].whole(LARGEST))))
        except (BadEmail, BadFile) as bad:
            raise Refused(str(bad)) from None

    if request.method == "POST" and form.is_valid() and done(form, act):
        return render(request, "tips/recorded.html", {"receipt": told[0]})
    return render(request, "tips/email.html", {"form": form}, status=422 if form.errors else 200)


@guarded("read_content", "tip")
def attachment(request: HttpRequest, record: Tip, attachment_id: int) -> HttpResponse:
    """Show what is known of an attachment, with a link that opens it for five minutes; or set it aside."""
    row = _found(request, record, attachment_id)
    if request.method == "POST":
        set_aside(asking(request), row)
        messages.success(request, _("Set aside. Nobody can open it now, you included. Tell your supervisor."))
        return redirect("tips:show", record.number)
    here = row.stored_id is not None and row.quarantined_at is None
    context = {"row": row, "key": links.sign(request, row.stored_id or 0) if here else "", "heading": row.name}
    return render(request, "tips/attachment.html", {**identity_of(record), **context})


@guarded("read_content", "tip")
def content(request: HttpRequest, record: Tip, attachment_id: int) -> HttpResponseBase:
    """Send the content to whom the link was made for, as a file to be saved; the leaf is written first."""
    row = _found(request, record, attachment_id)
    if row.stored_id is None or not links.holds(request, row.stored_id, request.GET.get("key", "")):
        messages.warning(request, _("This link has ended, or was made for another session or purpose. Open it anew."))
        return redirect("tips:attachment", record.number, row.pk)
    try:
        pieces = open_attachment(asking(request), row)
    except (Refused, FileGone) as refused:
        messages.error(request, str(refused))
        return redirect("tips:attachment", record.number, row.pk)
    answer = StreamingHttpResponse(pieces, content_type=row.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, row.name) or "attachment"
    answer["Content-Length"] = str(row.size)
    return answer


def _found(request: HttpRequest, tip: Tip, attachment_id: int) -> TipAttachment:
    rows = TipAttachment.objects.visible_to(asking(request)).filter(tip=tip, pk=attachment_id)
    row = rows.select_related("stored").first()
    if row is None:
        raise Hidden
    row.tip = tip
    return row
