"""Start, pause, resume and stop a clock."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.workflow.actions.pause_clock import pause_clock
from manumit.spine.workflow.actions.resume_clock import resume_clock
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.stop_clock import stop_clock
from manumit.spine.workflow.clocks.offered import of_kind
from manumit.spine.workflow.models import RunningClock

from ...forms import open_form
from ...forms.work import BecauseForm, NothingForm, StartClockForm, StopClockForm
from .asking import OWN, Verb, ask, asking, find_row

START = Verb(_("Start a clock"), _("Start it"), _("The clock runs."), _("Aid, not legal advice: read what binds you."))
PAUSE = Verb(_("Pause the clock"), _("Pause it"), _("The clock stands still until it is resumed."))
RESUME = Verb(_("Resume the clock"), _("Resume it"), _("The clock runs on; its end has moved by the pause."))
STOP = Verb(_("Stop the clock"), _("Stop it"), _("The clock is stopped."))


@guarded_of_any_kind("work")
def start(request: HttpRequest, record: Record) -> HttpResponse:
    """Choose a clock and say when it started."""
    form, actor = open_form(StartClockForm, request, clocks=of_kind(record.kind)), asking(request)

    def act(given: dict[str, Any]) -> object:
        clock = next(clock for clock in of_kind(record.kind) if clock.name == given["clock"])
        return start_clock(actor, record, clock, started_at=form.started_at(), zone=given["zone"])

    return ask(request, record, START, form, act)


@signed_in(OWN)
def pause(request: HttpRequest, clock_id: int) -> HttpResponse:
    """Say why it stands still."""
    clock, actor = find_row(request, RunningClock, clock_id), asking(request)
    return ask(request, clock, PAUSE, open_form(BecauseForm, request), lambda given: pause_clock(actor, clock, **given))


@signed_in(OWN)
def resume(request: HttpRequest, clock_id: int) -> HttpResponse:
    """Confirm that it runs on."""
    clock, actor = find_row(request, RunningClock, clock_id), asking(request)
    return ask(request, clock, RESUME, open_form(NothingForm, request), lambda given: resume_clock(actor, clock))


@signed_in(OWN)
def stop(request: HttpRequest, clock_id: int) -> HttpResponse:
    """Say how it ended."""
    clock, actor = find_row(request, RunningClock, clock_id), asking(request)
    return ask(request, clock, STOP, open_form(StopClockForm, request), lambda given: stop_clock(actor, clock, **given))
