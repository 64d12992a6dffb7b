"""From what actions and questions raise to the problem a program is told."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.utils.translation import gettext
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as Malformed

from manumit.spine.access import BadKey, Denied
from manumit.spine.matching.keeping_up import Behind
from manumit.spine.records import Clash, Conflict, NothingToChange
from manumit.spine.records.plain import plain
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused
from manumit.spine.workflow.rulebook import Broken
from manumit.values.strict_json import BadJson

from .problems import FieldProblem, problem

Answer = Callable[[HttpRequest, Any], HttpResponse]


def register(api: NinjaAPI) -> None:
    """Teach `api` every refusal; what is not listed is a fault of ours and becomes a 500 that is logged."""
    for raised, answer in ANSWERS.items():
        api.add_exception_handler(raised, answer)


def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404)


def _denied(request: HttpRequest, error: Denied) -> HttpResponse:
    return problem(403, reasons=map(gettext, error.decision.reasons))


def _unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, headers={"WWW-Authenticate": 'Bearer realm="manumit"'})


def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    cause = error.__cause__
    return problem(error.status_code, str(cause) if isinstance(cause, BadJson) else error.message)


def _malformed(request: HttpRequest, error: Malformed) -> HttpResponse:
    return problem(422, errors=[FieldProblem(field=_path(each["loc"]), message=each["msg"]) for each in error.errors])


def _path(location: Iterable[object]) -> str:
    return ".".join(str(part) for part in list(location)[1:]) or "body"


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    found = error.message_dict if hasattr(error, "error_dict") else {"body": error.messages}
    return problem(
        422, errors=[FieldProblem(field=name, message=text) for name, texts in found.items() for text in texts]
    )


def _broken(request: HttpRequest, error: Broken) -> HttpResponse:
    return problem(
        422,
        errors=[
            FieldProblem(field=finding.fields[0], message=str(finding.message), rule=finding.rule)
            for finding in error.findings
        ],
    )


def _conflict(request: HttpRequest, error: Conflict) -> HttpResponse:
    return problem(412, errors=map(_clash, error.clashes), headers={"ETag": f'"{error.version}"'})


def _clash(clash: Clash) -> FieldProblem:
    return FieldProblem(field=clash.field, message=f"Yours: {plain(clash.yours)}; now: {plain(clash.theirs)}")


def _nothing(request: HttpRequest, error: NothingToChange) -> HttpResponse:
    return problem(409, "Every value sent is the one that stands already.")


def _not_now(request: HttpRequest, error: NotNow) -> HttpResponse:
    return problem(409, reasons=map(str, (*error.why, *error.help)))


def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problem(409, reasons=[str(error.why)])


def _behind(request: HttpRequest, error: Behind) -> HttpResponse:
    return problem(503, reasons=[str(error.why)])


def _bad_key(request: HttpRequest, error: BadKey) -> HttpResponse:
    return problem(422, errors=[FieldProblem(field="after", message="This is no key of this list.")])


def _too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem(413)


def _unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(400)


ANSWERS: dict[type[Exception], Answer] = {
    Http404: _not_found,
    Denied: _denied,
    AuthenticationError: _unauthenticated,
    HttpError: _http_error,
    Malformed: _malformed,
    ValidationError: _invalid,
    Broken: _broken,
    Conflict: _conflict,
    NothingToChange: _nothing,
    NotNow: _not_now,
    Refused: _refused,
    Behind: _behind,
    BadKey: _bad_key,
    RequestDataTooBig: _too_big,
    SuspiciousOperation: _unreadable,
    UnreadablePostError: _unreadable,
}
