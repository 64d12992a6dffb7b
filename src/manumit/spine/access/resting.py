"""What a read of another agency's record rests on, as its leaf tells: the releases, or the agreement of partners."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils import timezone

from manumit.spine.audit.lending import lent
from manumit.spine.identity.actor import Actor

from . import kinds
from .models import Agreement, Release


def rests_on(actor: Actor | None, record: Model, group: str = "summary") -> Mapping[str, Any]:
    """Return the detail of the leaf of a read of `group`; empty for the owner's own reads.

    Names the lender, the live releases of that group to the asker's agency for its purpose with the agreements they
    stand under, the groups shown where `record` was found by `access.find`, else the agreement that makes a partner.
    """
    owner = getattr(record, "owner_id", None)
    if actor is None or owner is None or owner == actor.agency_id:
        return {}
    releases = _releases(actor, record, group)
    told: dict[str, Any] = {"releases": [release.pk for release in releases]} if releases else _partner(actor)
    if under := sorted({release.under.agreement for release in releases if release.under}):
        told["agreements"] = under
    shown = [name for name in kinds.of(type(record))[0].groups if getattr(record, f"can_read_{name}", False)]
    return lent(owner, {**told, **({"groups": shown} if shown else {})})


def _releases(actor: Actor, record: Model, group: str) -> list[Release]:
    rows = Release.objects.filter(
        kind=kinds.of(type(record))[0].name, record_id=record.pk, agency_id=actor.agency_id,
        ended_at=None, expires_at__gt=timezone.now(), groups__contains=[group], purposes__contains=[actor.purpose],
    )  # fmt: skip
    return list(rows.select_related("under").order_by("id"))


def _partner(actor: Actor) -> dict[str, Any]:
    found = Agreement.live(timezone.now()).filter(agency_id=actor.agency_id).order_by("-expires_at").first()
    return {"partner_agreement": found.reference} if found else {}
