"""End a release before its time."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, releasing

from ..models import Case


@action("case.release.recall")
def recall_release(actor: Actor | None, case: Case, release_id: int) -> Release:
    """End a live release of this case now; what was read until then stays read. Raises Denied, ValidationError."""
    require(actor, "release", case)
    rows = Release.objects.select_for_update().filter(kind=Case.kind, record_id=case.pk, pk=release_id)
    release = rows.first()
    if release is None or not release.live(timezone.now()):
        raise ValidationError(_("This release has ended already."))
    releasing.end(actor, [release], "recall")
    audit.record(actor, "case.release.recall", kind=Case.kind, record_id=case.pk, detail={"release": release.pk})
    return release
