"""Country partnerships: the list, one with all that belongs to it, and closing it out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import decide_many
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render
from manumit.spine.ui.forms import VersionedForm
from manumit.spine.ui.refusing import asking

from ..actions.close_partnership import close_partnership
from ..models import Partnership, PartnershipIndicator
from ..nouns import of_kind
from ..partnership_rules import RULES
from .asking import ask
from .forms import text

UNKNOWN = "?"


@guarded("read_summary", "partnership")
def partnerships(request: HttpRequest) -> HttpResponse:
    """Show the partnerships, running ones first."""
    actor = asking(request)
    found = Partnership.objects.visible_to(actor).order_by("-state", "country", "-begins_on")
    context = {"partnerships": found[:200], "may_begin": "secretariat" in actor.roles}
    return render(request, "action_plan/partnerships.html", context)


@guarded("read_summary", "partnership")
def show_partnership(request: HttpRequest, record: Partnership) -> HttpResponse:
    """Show a partnership."""
    actor = asking(request)
    edits, closes = (d.allowed for d in decide_many(actor, [("edit", record), ("supervise", record)]))
    running = record.state == "running"
    parts = {each.name: (each, _rows(actor, record, each)) for each in of_kind("partnership")}
    indicators = dict(PartnershipIndicator.objects.visible_to(actor).filter(partnership=record)
                      .values_list("pk", "title"))  # fmt: skip
    for dialogue in parts["dialogues"][1]:
        dialogue.about = [indicators.get(each, "") for each in dialogue.indicators]
    context = {
        "partnership": record,
        "parts": parts,
        "measured": [_measured(each, record) for each in parts["indicators"][1]],
        "given": _given(parts["contributions"][1]),
        "may_edit": edits and running,
        "may_close": closes and running,
        "may_publish": closes,
        "rules": RULES,
    }
    return render(request, "action_plan/partnership.html", context)


def _rows(actor: Actor, record: Partnership, noun: Any) -> list[Any]:
    return list(noun.model.objects.visible_to(actor).filter(partnership=record))


def _measured(indicator: PartnershipIndicator, record: Partnership) -> tuple[Any, list[tuple[Any, Any]]]:
    """Return an indicator with target and value of each year."""
    years = map(str, record.years)
    return indicator, [(indicator.targets.get(year, UNKNOWN), indicator.actuals.get(year, UNKNOWN)) for year in years]


def _given(contributions: list[Any]) -> list[dict[str, Any]]:
    """Return what each side planned and gave, summed from the rows."""
    sums: dict[str, dict[str, Any]] = {}
    for each in contributions:
        row = sums.setdefault(each.side, {"side": each.get_side_display(), "planned": 0, "actual": 0})
        row["planned"] += each.planned
        row["actual"] += each.actual or 0
    return list(sums.values())


class CloseForm(VersionedForm):
    """How a partnership ends."""

    words = text(gettext_lazy("What was reached, and what goes on"))


@guarded("supervise", "partnership")
def close_out(request: HttpRequest, record: Partnership) -> HttpResponse:
    """Close a partnership out."""
    form = CloseForm(request.POST or None, initial={"version": record.version})

    def act() -> Any:
        given = form.cleaned_data
        return close_partnership(asking(request), record, given["words"], expected_version=given["version"])

    back = reverse("action_plan:partnership", args=[record.number])
    return ask(request, form, _("Close the partnership"), act, back=back, about=str(record))
