"""What pages and programs ask about exchange. Every answer starts from who asks."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.access.models import NationRule, NationUse, Release, SharingTerms
from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, releasing

from .models import ReleaseEnd, SharingAgreement, Signature, Transfer

MOST = 200


def list_agreements(actor: Actor, *, after: str | None = None) -> Page[SharingAgreement]:
    """Return a page of the agreements of the actor's agency, newest first. Raises BadKey."""
    return SharingAgreement.objects.page(actor, after=after)


def list_transfers(actor: Actor, *, after: str | None = None) -> Page[Transfer]:
    """Return a page of the transfers of the actor's agency, newest first. Raises BadKey."""
    return Transfer.objects.page(actor, after=after)


def list_ends(actor: Actor, *, after: str | None = None) -> Page[ReleaseEnd]:
    """Return a page of notices that releases from or to the actor's agency ended, newest first. Raises BadKey."""
    return ReleaseEnd.objects.page(actor, after=after)


def signatures_of(actor: Actor, agreement: SharingAgreement) -> list[Signature]:
    """Return who signed an agreement, first to last."""
    rows = Signature.objects.visible_to(actor).filter(agreement=agreement)
    return list(rows.select_related("agency", "person").order_by("signed_at"))


def releases_under(actor: Actor, agreement: SharingAgreement, *, most: int = MOST) -> list[Release]:
    """Return the live releases that rest on an agreement the actor found: those its own agency gave or received."""
    rows = Release.objects.filter(under__agreement=agreement.number, ended_at=None, expires_at__gt=timezone.now())
    return list(rows.select_related("agency", "giver").order_by("-id")[:most])


def received(actor: Actor, *, most: int = MOST) -> list[Release]:
    """Return the live releases to the actor's agency, soonest end first."""
    rows = Release.objects.filter(agency=actor.agency_id, ended_at=None, expires_at__gt=timezone.now())
    return list(rows.select_related("giver", "under").order_by("expires_at")[:most])


def first_hand(actor: Actor, record: Record, key: int) -> Release | None:
    """Return the live release of `record` to the actor's agency by its owner, None for one that was shown on to it."""
    rows = Release.objects.filter(kind=record.kind, record_id=record.pk, agency=actor.agency_id, onward_of=None)
    live = rows.filter(pk=key, ended_at=None, expires_at__gt=timezone.now())
    return live.select_related("giver", "under").first()


def shown_on(first: Release) -> list[Release]:
    """Return the live releases by which the receiver of `first` showed it on, soonest end first."""
    rows = Release.objects.filter(onward_of=first, ended_at=None, expires_at__gt=timezone.now())
    return list(rows.select_related("agency").order_by("expires_at"))


def ended_of(actor: Actor, kind: str, number: str, *, most: int = MOST) -> list[ReleaseEnd]:
    """Return the papers that say that releases of a record ended, newest first, to those the papers are between."""
    rows = ReleaseEnd.objects.visible_to(actor).filter(lines__contains=[{"kind": kind, "number": number}])
    return list(rows.select_related("other").order_by("-opened_at", "-id")[:most])


def chains_of(record: Record) -> list[tuple[Release, list[Release]]]:
    """Return the live releases of a record, soonest end first, each with those by which its receiver showed it on."""
    live = releasing.live_of(record)
    onward = [each for each in live if each.onward_of_id]
    first = [each for each in live if not each.onward_of_id]
    return [(each, [other for other in onward if other.onward_of_id == each.pk]) for each in first]


def terms_between(giver_id: int, receiver_id: int, kind: str) -> list[SharingTerms]:
    """Return the terms in force by which the one may show the other something of `kind`, longest first."""
    now = timezone.now()
    rows = SharingTerms.objects.filter(giver=giver_id, receiver=receiver_id, ended_at=None, starts_at__lte=now)
    live = rows.filter(expires_at__gt=now).order_by("-expires_at", "-id")
    return [each for each in live if each.groups_of(kind)]


def terms_given(giver_id: int, kind: str) -> list[SharingTerms]:
    """Return the terms in force by which an agency may show others something of `kind`."""
    now = timezone.now()
    rows = SharingTerms.objects.filter(giver=giver_id, ended_at=None, starts_at__lte=now, expires_at__gt=now)
    return [each for each in rows.select_related("receiver").order_by("agreement") if each.groups_of(kind)]


def decisions_of(nation_id: int, *, most: int = MOST) -> list[NationRule]:
    """Return what a nation decided, newest in effect first; its policy is read by every agency that is bound by it."""
    rows = NationRule.objects.filter(nation=nation_id).select_related("agency", "recorded_by")
    return list(rows.order_by(F("effective_at").desc(), "-id")[:most])


def uses_of(actor: Actor, nation_id: int, *, most: int = MOST) -> list[NationUse]:
    """Return how records of the nation's people were used: all of it to the nation's own, others their agency's."""
    rows = NationUse.objects.filter(nation=nation_id).select_related("agency", "person", "rule")
    rows = rows if actor.nation_id == nation_id else rows.filter(agency=actor.agency_id)
    return list(rows.order_by("-id")[:most])


def with_numbers(releases: Sequence[Release], actor: Actor) -> list[dict[str, Any]]:
    """Return releases with the number of their record, empty where the actor may not see the record."""
    numbers: dict[tuple[str, int], str] = {}
    for kind in {each.kind for each in releases}:
        rows: Any = kinds.get(kind).model_class.objects.visible_to(actor)  # type: ignore[attr-defined]
        found = rows.filter(pk__in=[each.record_id for each in releases if each.kind == kind])
        numbers |= {(kind, key): number for key, number in found.values_list("pk", "number")}
    return [{"release": each, "number": numbers.get((each.kind, each.record_id), "")} for each in releases]
