"""From the papers of exchange to what programs get."""

from typing import Any

from manumit.spine.access.models import Onward, Release
from manumit.spine.identity.actor import Actor

from . import questions, request_questions
from .actions.sign_agreement import hash_of
from .models import ReleaseRequest, SharingAgreement, Transfer
from .schemas import (
    AgreementOut,
    ReceivedReleaseOut,
    RecordReleaseOut,
    ReleaseRequestOut,
    SignatureOut,
    TransferOut,
)  # fmt: skip

AGREEMENT = (
    "number", "version", "title", "state", "mutual", "groups", "purposes", "authority", "onward", "answer_days",
    "starts_on", "expires_on",
)  # fmt: skip
REQUEST = (
    "number", "version", "state", "reference", "groups", "purposes", "authority", "because", "until_on", "needed_by",
    "offered_groups", "offered_until", "said", "refused_because",
)  # fmt: skip
TRANSFER = ("number", "version", "state", "record_kind", "record_number", "reason", "keeps", "keeps_until")
RELEASE = ("id", "groups", "purposes", "authority", "expires_at", "ended_at")


def agreement_out(agreement: SharingAgreement, actor: Actor | None = None) -> AgreementOut:
    """Return an agreement, with its signatures for the actor who reads it."""
    signed = questions.signatures_of(actor, agreement) if actor else []
    told: dict[str, Any] = {"signatures": [_signature(each) for each in signed]} if actor else {}
    return AgreementOut(**_named(agreement, AGREEMENT), terms_hash=hash_of(agreement), **told)


def request_out(actor: Actor, request: ReleaseRequest, *, whole: bool = False) -> ReleaseRequestOut:
    """Return a request; to who was asked, with what they find under its reference where it is read `whole`."""
    held = [number for _, number in request_questions.held_under(actor, request)] if whole else []
    told: dict[str, Any] = {"held": held} if whole and actor.agency_id == request.other_id else {}
    onward_to = request.onward_to.short_name if request.onward_to else ""
    return ReleaseRequestOut(**_named(request, REQUEST), onward_to=onward_to, **told)


def transfer_out(transfer: Transfer) -> TransferOut:
    """Return a transfer."""
    return TransferOut(**_named(transfer, TRANSFER))


def release_out(release: Release) -> RecordReleaseOut:
    """Return a release."""
    return RecordReleaseOut(**_release(release))


def received_out(release: Release, number: str) -> ReceivedReleaseOut:
    """Return a release to the asker's agency, with the number of its record where they may see it."""
    rule = release.under.onward if release.under and not release.onward_of_id else Onward.NEVER
    giver = release.giver.short_name if release.giver else ""
    return ReceivedReleaseOut(**_release(release), kind=release.kind, number=number, giver=giver, onward=rule)


def _release(release: Release) -> dict[str, Any]:
    under = release.under.agreement if release.under else ""
    values: dict[str, Any] = {name: getattr(release, name) for name in RELEASE}
    return {**values, "agency": release.agency_id, "under": under, "onward_of": release.onward_of_id}


def _named(paper: Any, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(paper, name) for name in names}
    return {**values, "owner": paper.owner.short_name, "other": paper.other.short_name}


def _signature(each: Any) -> SignatureOut:
    return SignatureOut(
        agency=each.agency.short_name, person=each.person.full_name, capacity=each.capacity, signed_at=each.signed_at
    )
