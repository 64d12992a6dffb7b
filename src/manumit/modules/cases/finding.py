"""What every operation on cases needs: who asks, the case they may reach, and the answer with its version."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.errors import HttpError

from manumit.spine import access
from manumit.spine.identity.actor import Actor
from manumit.spine.ui.api.answers import answer
from manumit.spine.ui.api.authentication import may

from . import representing, schemas
from .models import Case

READ, WRITE = may("cases:read"), may("cases:write")


def actor_of_program(request: HttpRequest) -> Actor:
    """Return who asks. Raises HttpError 401."""
    actor = getattr(request, "auth", None)
    if not isinstance(actor, Actor):
        raise HttpError(401, "Sign in, or send a valid bearer token.")
    return actor


def found(request: HttpRequest, action: str, number: str) -> Case:
    """Return the case of this number, on which the asker may do `action`. Raises Denied, Hidden."""
    case: Case = access.find(actor_of_program(request), action, Case.kind, number)
    return case


def shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    """Return the case as it stands now."""
    return answered(request, found(request, "read_summary", number), status)


def answered(request: HttpRequest, case: Case, status: int = 200) -> HttpResponse:
    """Return a case as JSON with its version, and its place where it is new."""
    place = {"Location": f"/api/v1/cases/{case.number}"} if status == 201 else {}
    return answer(representing.case_out(actor_of_program(request), case), status, {**tag(case), **place})


def tag(case: Case) -> dict[str, str]:
    """Return the header that names the version of a case."""
    return {"ETag": f'"{case.version}"'}


def sent(values: Schema) -> dict[str, Any]:
    """Return the values that were sent, nulls too, and no others."""
    return values.model_dump(exclude_unset=True, exclude_none=False)


def said(body: schemas.Said) -> dict[str, Any]:
    """Return source and certainty as actions take them."""
    return {"source": body.source, "certainty": body.certainty}
