"""Who is barred from a record by a conflict of interest."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import Bar
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.workflow.actions.bar_person import bar_person
from manumit.spine.workflow.actions.lift_bar import lift_bar

from ... import faces
from ...forms import open_form
from ...forms.work import BarForm, BecauseForm
from ...screen import render
from .asking import Verb, ask, asking

BAR = Verb(
    _("Bar somebody"), _("Bar them"), _("They are barred."),
    _("From now on they find nothing of this record, in any list or search, whichever agency they act for."),
)  # fmt: skip
LIFT = Verb(_("Lift the bar"), _("Lift it"), _("The bar is lifted."))


@guarded_of_any_kind("supervise")
def bars(request: HttpRequest, record: Record) -> HttpResponse:
    """Show every bar, those that stand first, with who set and lifted it and why."""
    rows = Bar.objects.filter(record_kind=record.kind, record_id=record.pk)
    shown = rows.select_related("person", "set_by", "lifted_by").order_by("-lifted_at", "-id")
    context = {
        "rows": shown, "record": record, "name": faces.name_of(record.kind, record.number),
        "address": faces.address_of(record.kind, record.number),
    }  # fmt: skip
    return render(request, "ui/work/bars.html", context)


@guarded_of_any_kind("supervise")
def bar(request: HttpRequest, record: Record) -> HttpResponse:
    """Say who has a conflict of interest, and which."""
    actor = asking(request)
    form = BarForm(request.POST or None, agency_id=actor.agency_id)
    return ask(
        request, record, BAR, form,
        lambda given: bar_person(actor, record, person_id=int(given["person"]), because=given["because"]),
    )  # fmt: skip


@guarded_of_any_kind("supervise")
def lift(request: HttpRequest, record: Record, bar_id: int) -> HttpResponse:
    """Say why somebody is no longer barred."""
    actor = asking(request)
    return ask(
        request, record, LIFT, open_form(BecauseForm, request), lambda given: lift_bar(actor, record, bar_id, **given)
    )
