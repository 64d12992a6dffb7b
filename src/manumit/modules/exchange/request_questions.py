"""What pages and programs ask about requests. Every answer starts from who asks."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from manumit.spine.access import find, kinds
from manumit.spine.access.errors import Denied, Hidden
from manumit.spine.access.models import Release
from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, registry
from manumit.spine.records.pointed import Found, meant
from manumit.spine.records.releasable import Releasable
from manumit.spine.workflow.models import RunningClock

from .models import ReleaseRequest
from .request_procedure import ANSWER

WAITING = Q(state__in=("asked", "offered"))


def list_requests(actor: Actor, side: str, *, waiting: bool = False, after: str | None = None) -> Page[ReleaseRequest]:
    """Return a page of requests, newest first: those the agency was asked (`in`), or asked (`out`). Raises BadKey."""
    where = Q(other=actor.agency_id) if side == "in" else Q(owner=actor.agency_id)
    return ReleaseRequest.objects.page(actor, filters=where & WAITING if waiting else where, after=after)


def asked_on(actor: Actor, first: Release) -> list[ReleaseRequest]:
    """Return the requests to show on what `first` gave, newest first."""
    rows = ReleaseRequest.objects.visible_to(actor).filter(onward_of=first).select_related("onward_to")
    return list(rows.order_by("-opened_at", "-id"))


def count_waiting(actor: Actor, side: str) -> int:
    """Return how many requests wait for the actor's agency: to be answered (`in`), or to accept an offer (`out`)."""
    where = Q(other=actor.agency_id, state="asked") if side == "in" else Q(owner=actor.agency_id, state="offered")
    return ReleaseRequest.objects.count_visible(actor, filters=where).value


def clock_of(actor: Actor, request: ReleaseRequest) -> RunningClock | None:
    """Return the holder's answer clock, None for others and where there is none."""
    rows = RunningClock.objects.visible_to(actor).beside(request).filter(clock=ANSWER.name)
    return rows.order_by("-started_at").first()


def held_under(actor: Actor, request: ReleaseRequest) -> list[Found]:
    """Return kind and number of the records of the actor's own agency that the request may mean; [] for other agencies.

    A number names a record of any kind that can be released; a pointer's reference is looked up by who pointed.
    """
    if actor.agency_id != request.other_id:
        return []
    by_number = [(kind, request.reference) for kind in _asked_kinds(request) if own(actor, kind, request.reference)]
    pointed = [found for found in meant(actor, request.owner_id, request.reference) if own(actor, *found)]
    return list(dict.fromkeys([*by_number, *pointed]))


def own(actor: Actor, kind: str, number: str) -> Record | None:
    """Return the record of the actor's agency of that kind and number, None where they see none."""
    try:
        found: Record = find(actor, "read_summary", kind, number)
    except (Denied, Hidden):
        return None
    return found if found.owner_id == actor.agency_id else None


def named(actor: Actor, request: ReleaseRequest, number: str) -> Record | None:
    """Return the record of the actor's agency called so, of a kind that was asked for."""
    found = (own(actor, kind, number) for kind in _asked_kinds(request))
    return next((record for record in found if record), None)


def record_of(actor: Actor, release: Release | None) -> Any:
    """Return the record that was released, None for nothing and where the actor sees it no more."""
    if release is None:
        return None
    model: Any = kinds.get(release.kind).model_class
    return model.objects.visible_to(actor).filter(pk=release.record_id).first()


def _asked_kinds(request: ReleaseRequest) -> Iterable[str]:
    offered = {offer.kind for offer in registry.providers(Releasable)}
    return sorted(offered & {pair.split(".", 1)[0] for pair in request.groups})
