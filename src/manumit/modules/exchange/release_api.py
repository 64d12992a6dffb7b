"""Releases of records of any kind, for programs."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from manumit.spine.access.middleware import asking
from manumit.spine.access.models import SharingTerms
from manumit.spine.records import releasing
from manumit.spine.records.releasing import Terms
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.workflow.actions.release_record import recall, release_record

from . import schemas
from .api_words import READ, WRITE, Key, record_of
from .representing import release_out

router = Router()


@router.get(
    "/{kind}/{number}", response=schemas.RecordReleasesOut, auth=READ, summary="List releases of a record",
    operation_id="list_record_releases",
)  # fmt: skip
def releases(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """Live releases of a record, for who may release it."""
    record = record_of(request, "release", kind, number)
    return answer(schemas.RecordReleasesOut(items=[release_out(each) for each in releasing.live_of(record)]))


@router.post(
    "/{kind}/{number}", response={201: schemas.RecordReleaseOut}, auth=WRITE, summary="Release a record",
    operation_id="release_record", openapi_extra=ONCE,
)  # fmt: skip
@once
def release(request: HttpRequest, kind: str, number: str, body: schemas.NewRecordRelease) -> HttpResponse:
    """Let one agency read groups of a record until a moment, perhaps under an agreement."""
    record = record_of(request, "release", kind, number)
    terms = Terms(
        body.agency, frozenset(body.groups), frozenset(body.purposes), body.authority, body.expires_at,
        terms_of(body.under, record.owner_id, body.agency),
    )  # fmt: skip
    return answer(release_out(release_record(asking(request), record, terms)), 201)


@router.post(
    "/{kind}/{number}/{key}/recall", response=schemas.RecordReleaseOut, auth=WRITE, summary="Recall a release",
    operation_id="recall_record_release", openapi_extra=ONCE,
)  # fmt: skip
@once
def end(request: HttpRequest, kind: str, number: str, key: Key) -> HttpResponse:
    """End a release now, and what was shown on by it; what was read stays read."""
    record = record_of(request, "release", kind, number)
    return answer(release_out(recall(asking(request), record, key)))


def terms_of(agreement: str, giver_id: int, receiver_id: int) -> SharingTerms | None:
    """Return the terms of an agreement between the two, None for none named. Raises ValidationError."""
    if not agreement:
        return None
    rows = SharingTerms.objects.filter(agreement=agreement, giver=giver_id, receiver=receiver_id)
    found = rows.first()
    if found is None:
        raise ValidationError({"under": [_("This agreement is not in force between these agencies.")]})
    return found
