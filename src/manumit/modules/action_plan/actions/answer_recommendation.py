"""Answer a recommendation."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write

from ..choices import Answer
from ..models import Recommendation
from ..refusing import Refused
from .opening import noted


@action("recommendation.answer")
def answer_recommendation(
    actor: Actor, recommendation: Recommendation, answer: str, reasons: str, *, expected_version: int
) -> Recommendation:
    """Answer for the addressee; whoever does not simply accept gives reasons. Raises Denied, Refused, Conflict."""
    require(actor, "edit", recommendation)
    if not answer:
        raise Refused({"answer": _("Choose an answer.")})
    if answer != Answer.ACCEPT and not reasons.strip():
        raise Refused({"reasons": _("Give the reasons: whoever made it will read them.")})
    changes = {"answer": Answer(answer), "reasons": reasons.strip(), "answered_at": timezone.now()}
    source = str(_("The agency it is addressed to"))
    write(recommendation, actor, changes, expected_version=expected_version, source=source)
    noted(actor, recommendation, "recommendation.answer", {"answer": answer})
    return recommendation
