"""A paper of a request as a tagged PDF, marked CUI; who took it stands in the log."""

from django.http import Http404, HttpRequest, HttpResponse

from manumit.spine.access.routes import guarded
from manumit.spine.ui.refusing import asking

from ..actions.take_paper import take_paper
from ..models import PresenceRequest
from ..papers import BY_NAME, is_made_for, write


@guarded("read_summary", "presence_request")
def paper(request: HttpRequest, record: PresenceRequest, paper: str) -> HttpResponse:
    """Return the paper; who takes it stands in the log first."""
    actor, wanted = asking(request), BY_NAME.get(paper)
    if wanted is None or not is_made_for(actor, record, wanted):
        raise Http404
    take_paper(actor, record, wanted)
    answer = HttpResponse(write(actor, record, wanted), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{record.number}-{wanted.name}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
