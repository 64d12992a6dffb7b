"""What time ended is noted as ended, and who is concerned is told before and after; access needed none of this."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import kinds
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.jobs import once
from manumit.spine.records import Record, action, releasing
from manumit.spine.records.changing import lock, write
from manumit.spine.records.choices import Ended
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell

from ..choices import AgreementState
from ..models import SharingAgreement

BATCH = 200
AHEAD = timedelta(days=7)
"""How long before its end a release is said to end soon; one shorter than twice that is not."""


@action("release.tidy")
def end_expired(nobody: Actor | None) -> int:
    """Note up to `BATCH` expired releases as ended at the moment they expired, and tell both; return how many."""
    rows = Release.objects.filter(ended_at=None, expires_at__lte=timezone.now()).order_by("id")
    found = list(rows.select_for_update(skip_locked=True)[:BATCH])
    Release.objects.filter(pk__in=[each.pk for each in found], ended_at=None).update(ended_at=F("expires_at"))
    for each in found:
        each.ended_at = each.expires_at
    audit.record(None, "release.tidy", kind="release", record_id=0, detail={"ended": len(found)})
    releasing.tell_ended(None, found, Ended.EXPIRED)
    return len(found)


@action("release.tell_soon")
def tell_soon(nobody: Actor | None, release: Release) -> bool:
    """Tell giver and receiver once that a release ends within a week; return whether this run did."""
    record = _record(release)
    audit.record(None, "release.tell_soon", kind=release.kind, record_id=release.record_id)
    if record is None or not once(f"release_ending {release.pk} {release.expires_at.isoformat()}"):
        return False
    giver = supervisors(release.giver_id) if release.giver_id else ()
    tell("release_ending", beside(record), [*supervisors(release.agency_id), *giver])
    return True


def ending_soon() -> QuerySet[Release]:
    """Return the live releases that end within a week and were made for longer than two."""
    now = timezone.now()
    rows = Release.objects.filter(ended_at=None, expires_at__gt=now, expires_at__lte=now + AHEAD)
    return rows.filter(expires_at__gt=F("created_at") + 2 * AHEAD).order_by("id")


@action("agreement.run_out")
def run_out(nobody: Actor | None, agreement: SharingAgreement) -> bool:
    """Note an agreement whose last day has passed as ended, and tell both; return whether this run did."""
    stands: SharingAgreement = lock(agreement)
    audit.record(None, "agreement.run_out", kind=stands.kind, record_id=stands.pk)
    if stands.state != AgreementState.IN_FORCE or stands.expires_on >= timezone.localdate():
        return False
    ended = timezone.make_aware(datetime.combine(stands.expires_on + timedelta(days=1), time.min))
    SharingTerms.objects.filter(agreement=stands.number, ended_at=None).update(ended_at=ended)
    moved = {"state": AgreementState.ENDED, "state_since_at": ended}
    write(stands, None, moved, expected_version=stands.version, source=str(_("The calendar")))
    tell("agreement_ended", beside(stands), [*supervisors(stands.owner_id), *supervisors(stands.other_id)])
    return True


def past_their_last_day() -> list[SharingAgreement]:
    """Return the agreements that are said to be in force although their last day has passed."""
    rows = SharingAgreement.unscoped.filter(state=AgreementState.IN_FORCE, expires_on__lt=timezone.localdate())
    return list(rows.order_by("expires_on", "id"))


def _record(release: Release) -> Record | None:
    model: Any = kinds.get(release.kind).model_class
    found: Record | None = model.unscoped.filter(pk=release.record_id).first()
    return found
