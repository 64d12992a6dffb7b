"""Note that somebody looked at a case that a complete file no longer lists."""

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Case, FeedEntry


@action("case.import.review")
def review_unlisted(actor: Actor, case: Case, *, reason: str) -> None:
    """Take the case off the list of those that need review, with what was found out.

    It comes back only if a feed lists it again and then no more. Raises Denied, ValueError without a reason or where
    nothing waits.
    """
    require(actor, "edit", case)
    waiting = FeedEntry.unscoped.filter(case_id=case.pk, vanished_at__isnull=False, reviewed_at=None)
    feeds = list(waiting.order_by("pk").values_list("feed_id", flat=True))
    if not feeds:
        raise ValueError(_("Nothing waits here: every file lists this case, or somebody has looked already."))
    if not reason.strip():
        raise ValueError(_("Say what you found out."))
    waiting.update(reviewed_at=timezone.now())
    detail = {"reason": reason.strip(), "feeds": feeds}
    audit.record(actor, "case.import.review", kind=Case.kind, record_id=case.pk, detail=detail)
