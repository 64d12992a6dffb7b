"""Move an agreement by its procedure: offer, decline, withdraw."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, releasing
from manumit.spine.records.choices import Ended
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell

from .. import procedure
from ..models import SharingAgreement

EVENTS = {"offer": "agreement_offered", "withdraw": "agreement_ended", "decline": "agreement_ended"}


@action("agreement.move")
def move_agreement(
    actor: Actor, agreement: SharingAgreement, step: str, *, expected_version: int, words: str = ""
) -> SharingAgreement:
    """Take `step` of the procedure. To withdraw ends everything released under the agreement, at once.

    Raises LookupError for no such step, Denied, Hidden, NotNow, ReasonNeeded, Conflict.
    """
    reason = "other" if procedure.AGREEMENT.transition(step).reasons else ""
    procedure.AGREEMENT.perform(actor, agreement, step, expected_version=expected_version, reason=reason, words=words)
    ended = _end(actor, agreement) if step == "withdraw" else []
    detail = {"step": step, **({"ended": ended} if ended else {})}
    audit.record(actor, "agreement.move", kind=agreement.kind, record_id=agreement.pk, detail=detail)
    tell(EVENTS[step], beside(agreement), supervisors(agreement.across(actor.agency_id)), actor)
    return agreement


def _end(actor: Actor | None, agreement: SharingAgreement) -> list[int]:
    """End the terms: the database ends every release under them; each record's log says so."""
    live = Release.objects.filter(under__agreement=agreement.number, ended_at=None)
    releases = list(live.select_for_update().order_by("id"))
    SharingTerms.objects.filter(agreement=agreement.number, ended_at=None).update(ended_at=timezone.now())
    releasing.tell_ended(actor, releases, Ended.AGREEMENT, agreement.number)
    return [release.pk for release in releases]
