"""Tell an agency's supervisors that suspects are due for review, and let go of those whose day has passed."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, following
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell

from ..events import REVIEW_WAITS
from ..models import Suspect

AHEAD, LATELY = timedelta(days=30), timedelta(days=31)


def first_due() -> Sequence[Suspect]:
    """Return of each agency the suspect whose review is due first, of those due within thirty days."""
    rows = Suspect.unscoped.filter(review_on__lte=timezone.localdate() + AHEAD).exclude(standing="cleared")
    return list(rows.order_by("owner_id", "review_on", "id").distinct("owner_id"))


@action("suspect.review.tell")
def tell_of_reviews(nobody: Actor | None, first: Suspect) -> None:
    """Tell the supervisors of its agency, by the record that is due first; how many there are the page says."""
    audit.record(None, "suspect.review.tell", kind=first.kind, record_id=first.pk)
    tell(REVIEW_WAITS.code, beside(first), supervisors(first.owner_id))


@transaction.atomic
def let_go() -> int:
    """Have what follows records look anew at those whose day of review has lately passed; return how many there are.

    The calendar lets them go, and no action: nothing is changed in them, so that nothing is logged.
    """
    today = timezone.localdate()
    rows = Suspect.unscoped.filter(review_on__lt=today, review_on__gte=today - LATELY)
    ids = list(rows.order_by("id").values_list("id", flat=True))
    following.tell([(Suspect.kind, pk) for pk in ids])
    return len(ids)
