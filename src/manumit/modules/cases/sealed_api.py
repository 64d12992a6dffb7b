"""What is sealed, for programs: asked for with a need, logged before it is read, kept by nobody in between."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.errors import HttpError
from ninja.errors import ValidationError as Malformed

from manumit.spine.access import Hidden
from manumit.spine.records import sealed
from manumit.spine.ui.api.answers import VERSIONED, answer, expected_version

from .actions.record_whereabouts import record_whereabouts
from .actions.reveal_whereabouts import reveal_whereabouts
from .answer_schemas import CaseOut
from .file_schemas import Need, Revealed, ToSeal
from .finding import READ, WRITE, actor_of_program, found, shown
from .kinds import SEALED
from .models import Case

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


@router.patch(
    "/{number}/sealed/{group}",
    response=CaseOut,
    auth=WRITE,
    openapi_extra=VERSIONED,
    summary="Seal values",
    operation_id="seal",
)
def seal(request: HttpRequest, number: str, group: str, body: ToSeal) -> HttpResponse:
    """Seal the values of a group by field. What is sealed already and not sent stays; the answer repeats nothing."""
    if group not in SEALED:
        raise Hidden
    case = found(request, "seal", number)
    _demand_fields(group, body)
    record_whereabouts(
        actor_of_program(request), case, body.values, expected_version=expected_version(request), group=group
    )
    return shown(request, number)


def _demand_fields(group: str, body: ToSeal) -> None:
    known = Case.sealed_fields[group]
    told = f"is no field of {group}: {', '.join(known)}."
    wrong = [{"loc": ("body", "values", name), "msg": told} for name in body.values if name not in known]
    if wrong or not body.values:
        raise Malformed(wrong or [{"loc": ("body", "values"), "msg": f"Send at least one of {', '.join(known)}."}])
