"""Answers of the API: a schema as JSON with its version, and requests that happen once however often they are sent."""

import hmac
import json
import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.errors import HttpError

from manumit.spine.access.middleware import actor_of
from manumit.spine.records import IdempotencyKey

KEY_HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,100}")
VERSION = re.compile(r'(?:W/)?"?(\d{1,9})"?')
REPEATED = ("Location", "ETag")

ONCE: dict[str, Any] = {
    "parameters": [
        {
            "in": "header",
            "name": KEY_HEADER,
            "required": False,
            "schema": {"type": "string", "pattern": "^[\\x21-\\x7e]{1,100}$"},
            "description": "Any text of yours; the same key with the same body gets the same answer for a day.",
        }
    ]
}
"""`openapi_extra` of an operation made with `once`."""

VERSIONED: dict[str, Any] = {
    "parameters": [
        {
            "in": "header",
            "name": "If-Match",
            "required": False,
            "schema": {"type": "string", "pattern": '^"?\\d{1,9}"?$'},
            "description": "The ETag you read. Without it: 428. If somebody was faster: 412.",
        }
    ]
}
"""`openapi_extra` of an operation that calls `expected_version`."""

Operation = TypeVar("Operation", bound=Callable[..., HttpResponse])


def answer(body: Schema, status: int = 200, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """Return `body` as JSON; fields never set, such as groups not readable, are absent."""
    return HttpResponse(
        body.model_dump_json(exclude_unset=True), content_type="application/json", status=status, headers=headers
    )


def expected_version(request: HttpRequest) -> int:
    """Return the version in If-Match. Raises HttpError 428 without one, 412 for what is no version."""
    given = request.headers.get("If-Match")
    if given is None:
        raise HttpError(428, "Send If-Match with the ETag you read.")
    match = VERSION.fullmatch(given.strip())
    if match is None:
        raise HttpError(412, "This If-Match is no version of this record.")
    return int(match[1])


def once(operation: Operation) -> Operation:
    """Make a POST repeatable: the answer to an Idempotency-Key is kept in the transaction of what it did.

    A process killed before the commit leaves neither; after it, both. The same key with another body is 422, while the
    first request still runs 409. Refusals are not kept: they changed nothing, and may be tried again.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        key = request.headers.get(KEY_HEADER)
        if key is None:
            return operation(request, *args, **named)
        if not KEY.fullmatch(key):
            raise HttpError(400, "An Idempotency-Key is 1 to 100 visible ASCII characters.")
        with transaction.atomic():
            return _once(request, key, lambda: operation(request, *args, **named))

    return run  # type: ignore[return-value]


def _once(request: HttpRequest, key: str, act: Callable[[], HttpResponse]) -> HttpResponse:
    person = _person(request)
    _lock(person, key)
    kept = IdempotencyKey.objects.filter(person_id=person, key=key).first()
    if kept is not None:
        return _again(kept, _hash(request))
    response = act()
    IdempotencyKey.objects.create(
        person_id=person,
        key=key,
        request_hash=_hash(request),
        status=response.status_code,
        answer=_stored(response),
    )
    return response


def _person(request: HttpRequest) -> int:
    actor = actor_of(request)
    if actor is None:
        raise HttpError(401, "Sign in, or send a valid bearer token.")
    return actor.person_id


def _lock(person: int, key: str) -> None:
    """Hold the key until the transaction ends. Raises HttpError 409 where somebody else holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 1))", [f"idempotency|{person}|{key}"])
        if not cursor.fetchone()[0]:
            raise HttpError(409, "The first request with this Idempotency-Key is still running.")


def _hash(request: HttpRequest) -> str:
    """Return what tells one request from another; keyed, since a short body could be guessed from a bare hash."""
    parts = (request.method or "", request.get_full_path(), request.headers.get("If-Match", ""))
    return hmac.digest(settings.SECRET_KEY.encode(), "\n".join(parts).encode() + b"\n" + _sent(request), "sha256").hex()


def _sent(request: HttpRequest) -> bytes:
    """Return what stands for the body: itself, or the fields of a form and the SHA-256 of each file in it."""
    if request.content_type != "multipart/form-data":
        return request.body
    uploads: Any = request.FILES
    files = [(name, each.name, each.sha256) for name, several in sorted(uploads.lists()) for each in several]
    return repr((sorted(request.POST.lists()), files)).encode()


def _stored(response: HttpResponse) -> str:
    headers = {name: response.headers[name] for name in REPEATED if name in response.headers}
    return json.dumps({"headers": headers, "body": response.content.decode()})


def _again(kept: IdempotencyKey, request_hash: str) -> HttpResponse:
    if kept.request_hash != request_hash:
        raise HttpError(422, "This Idempotency-Key was used for another request.")
    stored = json.loads(kept.answer)
    return HttpResponse(stored["body"], content_type="application/json", status=kept.status, headers=stored["headers"])
