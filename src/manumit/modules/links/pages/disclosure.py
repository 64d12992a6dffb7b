"""The disclosure pack of a pair, as JSON and as PDF."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in

from ..actions.disclose import disclose
from ..questions import candidate
from .show_candidate import BOTH


@signed_in(BOTH)
def as_json(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the pack for programs."""
    actor = asking(request)
    answer = JsonResponse(disclose(actor, candidate(actor, pk)), json_dumps_params={"indent": 1})
    return _named(answer, pk, "json")


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
