"""Days in court, and the notices that victims are due."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form

from ..actions.record_notice import Told, record_notice
from ..models import Suspect
from ..questions import MOST, court_dates, numbers_of, part_in
from .asking import ask
from .forms import NoticeForm


@signed_in("Each person sees the court dates of suspects whose proceedings they may read")
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the court dates to come, month by month."""
    actor = asking(request)
    dates = court_dates(actor)
    dates, most = dates[:MOST], MOST if len(dates) > MOST else None
    known = numbers_of(actor, {each.suspect_id for each in dates})
    months = [
        {"title": title, "dates": [{"date": each, "suspect": known.get(each.suspect_id)} for each in rows]}
        for title, rows in groupby(dates, key=_month)
    ]
    return render(request, "suspects/court.html", {"months": months, "most": most})


def _month(date: Any) -> str:
    return date_format(timezone.localtime(date.at), "F Y")


@guarded("edit", "suspect")
def notice(request: HttpRequest, record: Suspect, notice_id: int) -> HttpResponse:
    """Record how the victims were told."""
    row = part_in(asking(request), record, "notices", notice_id)
    if row is None:
        raise Hidden
    form = open_form(NoticeForm, request)
    heading = _("Tell the victims: %(event)s") % {"event": row.get_event_display()}
    return ask(request, record, form, heading, lambda: record_notice(asking(request), row, Told(**form.cleaned_data)))
