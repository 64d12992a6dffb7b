"""The queue: pairs to judge, the heaviest first, several at once where nothing rests on them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record
from manumit.spine.records.pointed import way_to_ask
from manumit.spine.ui import faces, render
from manumit.spine.workflow.refusing import Refused

from ..actions.judge import judge
from ..alike import offered
from ..choices import Profile, State
from ..models import Candidate, PointerHit
from ..questions import FARTHEST, PAGE, Narrowing, candidate, candidates, common_numbers, page_of, pointers, queue
from ..words import bits, feature
from .forms import BulkForm

SPEAKS = 3
"""How much of what speaks for a pair a list names."""

STATES = (*State.choices, ("all", _("All")))


@signed_in("Each person sees the pairs of which their agency owns a side, and of which they may read both")
def show_queue(request: HttpRequest) -> HttpResponse:
    """Show what waits, narrowed; judge what was ticked."""
    actor, narrowing = asking(request), Narrowing.of(request.GET)
    form = BulkForm(request.POST) if request.method == "POST" else BulkForm()
    if request.method == "POST" and form.is_valid():
        _judge_many(request, actor, form.cleaned_data)
        return redirect(request.get_full_path())
    rows, more = page_of(queue(actor, narrowing), _start(request))
    context = {
        "rows": lines(rows), "asked": narrowing, "profiles": Profile.choices,
        "states": STATES, "form": form, "query": _query(request), "more": more,
    }  # fmt: skip
    return render(request, "links/queue.html", context, status=422 if form.errors else 200)


@guarded_of_any_kind("read_summary")
def of_record(request: HttpRequest, record: Record) -> HttpResponse:
    """Show the pairs and the pointers of one record."""
    actor = asking(request)
    pairs = candidates(actor, Narrowing(state="all", record=(record.kind, record.pk)))
    rows, more = page_of(pairs, _start(request))
    told, more_told = page_of(pointers(actor, record), _start(request, "told"))
    place = (record.kind, record.number)
    context = {
        "rows": lines(rows), "pointers": [pointer_line(each) for each in told], "more": more,
        "more_told": more_told, "query": _query(request), "query_told": _query(request, "told"), "record": record,
        "name": faces.name_of(*place), "address": faces.address_of(*place),
        "common": ", ".join(common_numbers(actor, record)), "behaves": offered(record.kind) is not None,
    }  # fmt: skip
    return render(request, "links/of_record.html", context)


@signed_in("Each person sees the pointers beside records of their own agency that they may read")
def show_pointers(request: HttpRequest) -> HttpResponse:
    """Show whom to ask about which record."""
    found, more = page_of(pointers(asking(request)), _start(request, "told"))
    context = {"pointers": [pointer_line(each) for each in found], "more_told": more}
    return render(request, "links/pointers.html", context)


def lines(rows: list[Candidate]) -> list[dict[str, Any]]:
    """Return what lists show of pairs: what speaks for each, but no value: each look at one is logged."""
    from ..actions.weighing import weigh_all

    weighed = weigh_all(row.pair for row in rows)
    return [_line(row, weighed.get(row.pair)) for row in rows]


def _line(row: Candidate, weighed: Any) -> dict[str, Any]:
    ends = ((row.record_kind, row.record_number), (row.other_kind, row.other_number))
    said = sorted(weighed.score.evidence_for, key=lambda step: -step.weight)[:SPEAKS] if weighed else []
    return {
        "row": row, "what": Profile(row.profile).label, "state": State(row.state).label, "weight": bits(row.weight),
        "one": faces.name_of(*ends[0]), "other": faces.name_of(*ends[1]),
        "speaks": [feature(step.feature) for step in said], "address": reverse("links:show", args=[row.pk]),
    }  # fmt: skip


def pointer_line(hit: PointerHit) -> dict[str, Any]:
    """Return what is told of a pointer: whom to ask, about which of one's own records."""
    place = (hit.record_kind, hit.record_number)
    return {
        "hit": hit, "what": Profile(hit.profile).label, "holder": hit.holder.name,
        "name": faces.name_of(*place), "address": faces.address_of(*place),
        "ask": way_to_ask(hit.holder_id, hit.record_number),
    }  # fmt: skip


def _judge_many(request: HttpRequest, actor: Actor, given: dict[str, Any]) -> None:
    picked = [int(text) for text in request.POST.getlist("pick") if text.isdecimal()][:PAGE]
    done = sum(_judged(request, actor, pk, given) for pk in picked)
    if done:
        told = ngettext("%(count)s pair judged.", "%(count)s pairs judged.", done) % {"count": done}
        messages.success(request, told)
    elif not picked:
        messages.warning(request, _("Tick the pairs first."))


def _judged(request: HttpRequest, actor: Actor, pk: int, given: dict[str, Any]) -> bool:
    try:
        judge(actor, candidate(actor, pk), **given)
    except Refused as refused:
        messages.error(request, str(refused.why))
        return False
    return True


def _start(request: HttpRequest, name: str = "from") -> int:
    asked = request.GET.get(name, "0")
    return min(int(asked), FARTHEST) if asked.isdecimal() else 0


def _query(request: HttpRequest, name: str = "from") -> str:
    kept = request.GET.copy()
    kept.pop(name, None)
    return kept.urlencode()
