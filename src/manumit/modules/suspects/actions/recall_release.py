"""End a release before its time."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, releasing
from manumit.spine.workflow.refusing import Refused

from ..models import Suspect


@action("suspect.release.recall")
def recall_release(actor: Actor, suspect: Suspect, release_id: int) -> Release:
    """End a live release now; what was read until then stays read. Raises Denied, Hidden, Refused where it ended."""
    require(actor, "release", suspect)
    rows = Release.objects.select_for_update().filter(kind=Suspect.kind, record_id=suspect.pk, pk=release_id)
    release = rows.first()
    if release is None or not release.live(timezone.now()):
        raise Refused(_("This release has ended already."))
    releasing.end(actor, [release], "recall")
    detail = {"release": release.pk}
    audit.record(actor, "suspect.release.recall", kind=Suspect.kind, record_id=suspect.pk, detail=detail)
    return release
