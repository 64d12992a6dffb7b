"""Watch a record, and stop."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.workflow import questions
from manumit.spine.workflow.actions.end_watch import end_watch
from manumit.spine.workflow.actions.watch_record import watch_record
from manumit.spine.workflow.models import Watch

from ... import faces
from ...forms import open_form
from ...forms.work import EndForm, NothingForm
from ...screen import render
from .asking import Verb, ask, asking, find_row

QUARTER = timedelta(days=90)
BEGIN = Verb(
    _("Watch this"), _("Watch it"), _("You are told of changes by others."), _("Nobody else sees that you do.")
)
END = Verb(_("Stop watching"), _("Stop"), _("You are no longer told of changes."))


@signed_in("Each person sees what they watch themselves")
def watched(request: HttpRequest) -> HttpResponse:
    """Show what the person watches, the soonest end first; of what they may no longer know nothing is shown."""
    lines = [
        {
            "watch": each,
            "name": faces.name_of(each.record_kind, each.record_number),
            "href": faces.address_of(each.record_kind, each.record_number),
        }
        for each in questions.watch_list(asking(request))
    ]
    return render(request, "ui/work/watches.html", {"lines": lines})


@guarded_of_any_kind("read_summary")
def begin(request: HttpRequest, record: Record) -> HttpResponse:
    """Say until when."""
    actor = asking(request)
    form = open_form(EndForm, request, initial={"ends_on": timezone.localdate() + QUARTER})
    return ask(request, record, BEGIN, form, lambda given: watch_record(actor, record, **given))


@signed_in("Each person ends their own watches")
def end(request: HttpRequest, watch_id: int) -> HttpResponse:
    """Confirm."""
    watch, actor = find_row(request, Watch, watch_id), asking(request)

    def act(given: object) -> None:
        end_watch(actor, watch)

    return ask(request, watch, END, open_form(NothingForm, request), act)
