"""Sign an agreement for one's own agency."""

import hashlib
from datetime import datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import lock
from manumit.spine.records.plain import plain
from manumit.spine.workflow.beside import beside, demand_words
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused
from manumit.values import strict_json

from .. import procedure
from ..choices import AgreementState
from ..models import TERMS, SharingAgreement, Signature


@action("agreement.sign")
def sign_agreement(actor: Actor, agreement: SharingAgreement, *, capacity: str, terms_hash: str) -> Signature:
    """Sign what `terms_hash` says was read, for the actor's agency; with the second signature it enters into force.

    Raises Denied or Hidden without permission `supervise`, Refused where it is not offered, was read in other words, or
    this agency or this person has signed already: nobody signs for two.
    """
    require(actor, "supervise", agreement)
    stands: SharingAgreement = lock(agreement)
    _demand_open(stands, terms_hash)
    made = _signed(actor, stands, demand_words(capacity, _("Say in what capacity you sign.")))
    audit.record(actor, "agreement.sign", kind=stands.kind, record_id=stands.pk, detail={"capacity": made.capacity})
    if Signature.unscoped.filter(agreement=stands).count() == len({stands.owner_id, stands.other_id}):
        _enter(actor, agreement, stands)
    tell("agreement_signed", beside(stands), supervisors(stands.across(actor.agency_id)), actor)
    return made


def hash_of(agreement: SharingAgreement) -> str:
    """Return the SHA-256 of everything that binds, in hexadecimal."""
    said = {name: plain(getattr(agreement, name)) for name in TERMS}
    parties = {"number": agreement.number, "owner": agreement.owner_id, "other": agreement.other_id}
    return hashlib.sha256(strict_json.canonical({**said, **parties})).hexdigest()


def _demand_open(stands: SharingAgreement, terms_hash: str) -> None:
    if stands.state != AgreementState.OFFERED:
        raise Refused(_("It is not open for signature."))
    if terms_hash != hash_of(stands):
        raise Refused(_("Its terms are not those you read: open it again and read before you sign."))
    if stands.expires_on < timezone.localdate():
        raise Refused(_("Its last day has passed: draft a new one."))


def _signed(actor: Actor, stands: SharingAgreement, capacity: str) -> Signature:
    made = Signature(
        agreement=stands, agency_id=actor.agency_id, person_id=actor.person_id, capacity=capacity,
        signed_at=timezone.now(), terms_hash=hash_of(stands),
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if "signature_" not in str(error):
            raise
        raise Refused(_("Your agency, or you for another, has signed it already: nobody signs for two.")) from None
    return made


def _enter(actor: Actor, agreement: SharingAgreement, stands: SharingAgreement) -> None:
    """Bring it into force: its terms become the rows that releases rest on, one a direction."""
    procedure.AGREEMENT.perform(actor, agreement, "enter", expected_version=stands.version)
    both = [(stands.owner_id, stands.other_id), (stands.other_id, stands.owner_id)]
    for giver, receiver in both if stands.mutual else both[:1]:
        SharingTerms.objects.create(giver_id=giver, receiver_id=receiver, **_terms(stands))


def _terms(stands: SharingAgreement) -> dict[str, Any]:
    same = ("groups", "purposes", "authority", "onward", "answer_days")
    return {
        "agreement": stands.number,
        "starts_at": timezone.make_aware(datetime.combine(stands.starts_on, time.min)),
        "expires_at": timezone.make_aware(datetime.combine(stands.expires_on + timedelta(days=1), time.min)),
        **{name: getattr(stands, name) for name in same},
    }
