"""Every part of a case for programs: add, correct, withdraw; one set of operations a kind, made from its model."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access import Hidden
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer, expected_version, once

from . import answer_schemas, questions, representing, schemas
from .actions.add_part import add_part
from .actions.edit_number import edit_number
from .actions.edit_part import edit_part
from .actions.withdraw_part import withdraw_part
from .actions.withdraw_person import withdraw_person
from .finding import WRITE, actor_of_program, found, said, sent, shown, tag
from .models import NOUNS
from .part_schemas import CHANGE, NEW

LARGEST_ID = 2**63
BOTH = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}


def add_routes(router: Router) -> None:
    """Give `router` the operations of every part, agency, number and person."""
    for part in NEW:
        _add_route(router, part)
    for part in CHANGE:
        _change_route(router, part)
    for part in NOUNS:
        _withdraw_route(router, part)


def _add_route(router: Router, part: str) -> None:
    def create_part(request: HttpRequest, number: str, body: Any) -> HttpResponse:
        """Add it to the case, with its source."""
        case = found(request, "edit", number)
        row = add_part(actor_of_program(request), case, part, sent(body.values), **said(body))
        return answer(representing.part_out(case, row), 201, tag(case))

    create_part.__annotations__["body"] = NEW[part]
    router.post(
        f"/{{number}}/{part}", response={201: answer_schemas.PartOut}, auth=WRITE, openapi_extra=ONCE,
        summary=f"Add to {part}", operation_id=f"add_{part}",
    )(once(create_part))  # fmt: skip


def _change_route(router: Router, part: str) -> None:
    def change_part(request: HttpRequest, number: str, part_id: int, body: Any) -> HttpResponse:
        """Write the values sent, with their source. If-Match is the case's version."""
        case = found(request, "edit", number)
        row, act = row_in(request, case, part, part_id), edit_number if part == "numbers" else edit_part
        version: int = expected_version(request)
        changed: Any = act(actor_of_program(request), row, sent(body.changes), expected_version=version, **said(body))
        return answer(representing.part_out(case, changed), 200, tag(case))

    change_part.__annotations__["body"] = CHANGE[part]
    router.patch(
        f"/{{number}}/{part}/{{part_id}}", response=answer_schemas.PartOut, auth=WRITE, openapi_extra=VERSIONED,
        summary=f"Correct one of {part}", operation_id=f"change_{part}",
    )(change_part)  # fmt: skip


def _withdraw_route(router: Router, part: str) -> None:
    def withdraw(request: HttpRequest, number: str, part_id: int, body: schemas.Withdrawal) -> HttpResponse:
        """Take it out of the case as it stands; row, reason and history stay. If-Match is the case's version."""
        case = found(request, "edit", number)
        row: Any = row_in(request, case, part, part_id)
        act: Any = withdraw_person if part == "people" else withdraw_part
        act(actor_of_program(request), row, expected_version=expected_version(request), reason=body.reason)
        return shown(request, number)

    router.post(
        f"/{{number}}/{part}/{{part_id}}/withdrawal", response=answer_schemas.CaseOut, auth=WRITE, openapi_extra=BOTH,
        summary=f"Withdraw one of {part}", operation_id=f"withdraw_{part}",
    )(once(withdraw))  # fmt: skip


def row_in(request: HttpRequest, case: Any, part: str, part_id: int) -> Any:
    """Return the part of this id, if the asker may read it. Raises Hidden."""
    row = questions.part_in(actor_of_program(request), case, part, part_id) if 0 < part_id < LARGEST_ID else None
    if row is None:
        raise Hidden
    return row
