"""The table of clocks, and an agency's own limits."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access import allowed
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.models import Agency
from manumit.spine.workflow.actions.set_clock import set_clock
from manumit.spine.workflow.clocks import Clock
from manumit.spine.workflow.clocks.in_words import in_words
from manumit.spine.workflow.clocks.offered import all_clocks, named
from manumit.spine.workflow.clocks.standing import Standing, standing

from ...forms import open_form
from ...forms.work import SetClockForm
from ...screen import render
from .asking import asking, attempt


@signed_in("The table holds published law and the agency's own settings, no record")
def clock_table(request: HttpRequest) -> HttpResponse:
    """Show every clock with its law, limit, whom it binds, and the agency's own limit."""
    actor, today = asking(request), timezone.localdate()
    rows = [_row(clock, standing(clock, actor.agency_id, today)) for clock in all_clocks()]
    may_set = allowed(actor, "edit", Agency.objects.get(pk=actor.agency_id))
    return render(request, "ui/work/clocks.html", {"rows": rows, "may_set": may_set})


@signed_in("The action asks whether the person may administer their agency")
def set_limit(request: HttpRequest, clock: str) -> HttpResponse:
    """Set the agency's own limit for a clock."""
    found, actor = named(clock), asking(request)
    if found is None:
        raise Http404
    form = open_form(SetClockForm, request, initial={"effective_on": timezone.localdate()})
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: set_clock(actor, found, **form.cleaned_data))
    ):
        messages.success(request, _("The limit is set, for clocks started on or after that day."))
        return redirect("clocks")
    return render(request, "ui/work/set_clock.html", {"clock": found, "form": form}, status=422 if form.errors else 200)


def _row(clock: Clock, stands: Standing | None) -> dict[str, Any]:
    own = in_words(stands.limit) if stands and not stands.verified else ""
    return {"clock": clock, "limit": in_words(clock.limit), "stands": stands, "own": own}
