"""What is sealed, for programs: asked for with a need, logged before it is read, kept by nobody in between."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.errors import HttpError

from manumit.spine.access import Hidden
from manumit.spine.records import sealed
from manumit.spine.ui.api.answers import answer

from .actions.reveal_whereabouts import reveal_whereabouts
from .file_schemas import Need, Revealed
from .finding import READ, actor_of_program, found
from .kinds import SEALED

router = Router()
CLOSED = {"responses": {"503": {"description": "The log stands still: what is sealed stays closed until it goes on."}}}


@router.post(
    "/{number}/sealed/{group}",
    response=Revealed,
    auth=READ,
    openapi_extra=CLOSED,
    summary="Read what is sealed",
    operation_id="read_sealed",
)
def read_sealed(request: HttpRequest, number: str, group: str, body: Need) -> HttpResponse:
    """The sealed values of a group. A POST, so that nothing between us keeps it; it takes no Idempotency-Key."""
    if group not in SEALED:
        raise Hidden
    case = found(request, f"read_{group}", number)
    try:
        values = reveal_whereabouts(actor_of_program(request), case, body.note, group)
    except sealed.SealedReadsClosed:
        raise HttpError(503, CLOSED["responses"]["503"]["description"]) from None
    except sealed.Erased as erased:
        raise HttpError(409, str(erased)) from None
    return answer(Revealed(group=group, values=values), headers={"Cache-Control": "no-store"})
