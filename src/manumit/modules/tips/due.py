"""Tips given to somebody by a day, among their work and in their calendar."""

from collections.abc import Sequence

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.questions import SOON, Line, WorkOffer

from .models import Tip


def given(actor: Actor, most: int) -> Sequence[Line]:
    """Return the tips given to `actor` that are worked on, the earliest due first, at most so many."""
    rows = Tip.objects.visible_to(actor, "read_triage").filter(assigned_to=actor.person_id, state="pending")
    return [_line(tip) for tip in rows.order_by(F("due_on").asc(nulls_last=True), "id")[:most]]


def _line(tip: Tip) -> Line:
    today = timezone.localdate()
    late = tip.due_on is not None and tip.due_on < today
    soon = tip.due_on is not None and not late and tip.due_on <= today + SOON
    title = _("A tip given to you")
    return Line("record", tip.pk, title, tip.kind, tip.number, tip.due_on, mine=True, overdue=late, soon=soon)


WORK = WorkOffer("tips", given)
