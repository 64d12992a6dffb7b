"""The disclosure pack of a pair, as JSON and as PDF."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.workflow.refusing import Refused

from ..actions.disclose import disclose
from ..choices import Audience
from ..questions import candidate
from .show_candidate import BOTH


@signed_in(BOTH)
def as_json(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the pack for programs; `?to=family` or `public` what those may be told, once they may."""
    actor = asking(request)
    pair = candidate(actor, pk)
    try:
        pack = disclose(actor, pair, request.GET.get("to", Audience.COURT))
    except Refused as refused:
        messages.error(request, str(refused.why))
        return redirect("links:show", pk)
    return _named(JsonResponse(pack, json_dumps_params={"indent": 1}), pk, "json")


@signed_in(BOTH)
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the pack for people."""
    from ..exporting.pack_pdf import write

    actor = asking(request)
    pack = write(disclose(actor, candidate(actor, pk)))
    return _named(HttpResponse(pack, content_type="application/pdf"), pk, "pdf")


def _named(answer: HttpResponse, pk: int, ending: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="link-{pk}.{ending}"'
    return answer
