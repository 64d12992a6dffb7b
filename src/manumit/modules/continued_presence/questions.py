"""What is read of requests: lists by hand, the answers behind their seals, clocks, spans, offices."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import Q

from manumit.spine.access.pages import Page
from manumit.spine.administration.memberships import live
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.records import sealed
from manumit.spine.workflow.models import RunningClock

from .choices import Power
from .models import (
    FamilyMember,
    Grant,
    Message,
    Office,
    Operation,
    PresenceRequest,
    RequestFile,
    Sending,
    StageSpan,
)

R = TypeVar("R", RequestFile, FamilyMember)
ANSWERED = ("identity", "elements", "safety", "service")
COLUMNS = (
    "id",
    "opened_at",
    "number",
    "state",
    "state_since_at",
    "due_at",
    "until_on",
    "waits_for_answer",
    "deferred_action",
)


def list_requests(
    actor: Actor, *, stages: Sequence[str] = (), after: str | None = None, limit: int = 25
) -> Page[PresenceRequest]:
    """Return the newest requests the actor may know of, narrowed to `stages`, a page from the key `after`."""
    filters = Q(state__in=list(stages)) if stages else None
    return PresenceRequest.objects.page(actor, filters=filters, after=after, limit=limit, columns=COLUMNS)


def answers_of(actor: Actor, request: PresenceRequest) -> dict[str, Any]:
    """Return every answer by question, of the operation too; each group read leaves its leaf first.

    Not to be called in a transaction. Raises Denied, Hidden, `sealed.SealedReadsClosed`.
    """
    return answers_with(actor, request, operation_of(actor, request))


def answers_with(actor: Actor, request: PresenceRequest, operation: Operation) -> dict[str, Any]:
    """As `answers_of`, for who has the request's operation in hand."""
    found = sealed.read_many(actor, [(operation, "shared"), *((request, group) for group in ANSWERED)])
    return {name: value for values in found for name, value in values.items()}


def operation_of(actor: Actor, request: PresenceRequest) -> Operation:
    """Return the operation of a request."""
    found: Operation = Operation.objects.visible_to(actor).get(pk=request.operation_id)
    return found


def operation_if_known(actor: Actor, request: PresenceRequest) -> Operation | None:
    """Return the operation of a request, None for who may know of the request alone."""
    return Operation.objects.visible_to(actor).filter(pk=request.operation_id).first()


def victims_of(actor: Actor, operation: Operation) -> list[PresenceRequest]:
    """Return the requests of an operation that the actor may know of, oldest first."""
    return list(PresenceRequest.objects.visible_to(actor).filter(operation=operation).order_by("id"))


def thread_of(actor: Actor, request: PresenceRequest) -> list[dict[str, Any]]:
    """Return the messages with their words, oldest first; the read of the group leaves its leaf first."""
    return thread_in(actor, request, sealed.read(actor, request, "correspondence"))


def thread_in(actor: Actor, request: PresenceRequest, words: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the messages with their words as they were read in `words`, oldest first."""
    rows = Message.objects.visible_to(actor).filter(request=request).select_related("by").order_by("place")
    return [{"row": row, "words": words.get(f"message_{row.place}", "")} for row in rows]


def grants_of(actor: Actor, request: PresenceRequest) -> list[Grant]:
    """Return first grant and extensions, oldest first."""
    return list(Grant.objects.visible_to(actor).filter(request=request).order_by("id"))


def spans_of(actor: Actor, request: PresenceRequest) -> list[StageSpan]:
    """Return the stages the request went through, oldest first."""
    return list(StageSpan.objects.visible_to(actor).filter(request=request).order_by("id"))


def clocks_of(actor: Actor, request: PresenceRequest) -> list[RunningClock]:
    """Return the clocks of the actor's agency that run beside a request."""
    rows = RunningClock.objects.visible_to(actor).filter(record_kind=request.kind, record_id=request.pk)
    return list(rows.filter(stopped_at=None).order_by("due_at", "id"))


def sponsors(region: str = "") -> list[Agency]:
    """Return the agencies that sponsor requests of a state, those of the region first, then all others."""
    rows = Office.objects.filter(power=Power.SPONSOR).select_related("agency").order_by("agency__name")
    here = [row.agency for row in rows if row.region == region]
    return list(dict.fromkeys([*here, *(row.agency for row in rows)]))


def is_sponsor(agency_id: int) -> bool:
    """Whether an agency is a federal sponsor anywhere."""
    return Office.objects.filter(power=Power.SPONSOR, agency=agency_id).exists()


def decider() -> Agency | None:
    """Return the agency that decides requests in this install, None where nobody named one."""
    row = Office.objects.filter(power=Power.DECIDER).select_related("agency").order_by("id").first()
    return row.agency if row else None


def permit_codes(agency_id: int) -> list[str]:
    """Return the categories of work permits that an agency which decides gives out, as it named them."""
    rows = Office.objects.filter(power=Power.DECIDER, agency=agency_id).order_by("id")
    return [code for codes in rows.values_list("permit_codes", flat=True) for code in codes]


def offices() -> list[Office]:
    """Return every office: by what it does, by state, by name."""
    return list(Office.objects.select_related("agency").order_by("power", "region", "agency__name"))


def officers(agency_id: int) -> list[Membership]:
    """Return the live investigators and supervisors of an agency, by name."""
    rows = Membership.objects.filter(live(), agency=agency_id, roles__overlap=["investigator", "supervisor"])
    return list(rows.select_related("person").order_by("person__full_name", "pk"))


def files_of(actor: Actor, request: PresenceRequest) -> list[RequestFile]:
    """Return the files of a request in their order, those withdrawn or set aside too."""
    rows = RequestFile.objects.visible_to(actor).filter(request=request).select_related("by").order_by("place")
    return _known(rows, request)


def family_of(actor: Actor, request: PresenceRequest) -> list[FamilyMember]:
    """Return the members of the family that were noted, in their order."""
    return _known(FamilyMember.objects.visible_to(actor).filter(request=request).order_by("place"), request)


def _known(rows: Iterable[R], request: PresenceRequest) -> list[R]:
    """Return `rows` with the request in hand, which was found by its own scope."""
    found = list(rows)
    for row in found:
        row.request = request
    return found


def sendings_of(actor: Actor, request: PresenceRequest) -> list[Sending]:
    """Return what went out, oldest first."""
    return list(Sending.objects.visible_to(actor).filter(request=request).select_related("by").order_by("place"))
