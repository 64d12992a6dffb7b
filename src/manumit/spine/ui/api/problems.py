"""Errors of the API: RFC 9457 problem documents, the same for what is hidden and what is absent."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field

MEDIA_TYPE = "application/problem+json"

DETAILS: Mapping[int, str] = {
    400: "The request cannot be read.",
    401: "Sign in, or send a valid bearer token.",
    403: "You may not do this.",
    404: "There is nothing here that you may know of.",
    405: "This address does not answer that method.",
    406: "Only application/json can be sent.",
    409: "The request disagrees with what is there now.",
    412: "Somebody changed the record since you read it.",
    413: "The body is too large.",
    415: "Send application/json in UTF-8.",
    422: "Some values cannot be accepted.",
    428: "Send If-Match with the version you read.",
    500: "Something went wrong here. It has been logged.",
    503: "This cannot be read just now. Try again in a moment.",
}


class FieldProblem(Schema):
    """What is wrong with one value. `field` is a dotted path into the body or the query."""

    field: str
    message: str
    rule: Annotated[str, Field(description="Name of the rule in the rules table, if one refused it")] = ""


class Problem(Schema):
    """A problem document (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    reasons: Annotated[list[str], Field(description="Why it is refused, in words for people")] = []


def problem(
    status: int,
    detail: str = "",
    *,
    errors: Iterable[FieldProblem] = (),
    reasons: Iterable[str] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Return a problem document of `status`; `detail` in words for people, by default those of the status."""
    document = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail or DETAILS.get(status, ""),
        errors=list(errors),
        reasons=list(reasons),
    )
    return HttpResponse(
        document.model_dump_json(exclude_defaults=False), content_type=MEDIA_TYPE, status=status, headers=headers
    )


def is_problem(response: Any) -> bool:
    """Say whether `response` already is a problem document."""
    return str(response.headers.get("Content-Type", "")).startswith(MEDIA_TYPE)
