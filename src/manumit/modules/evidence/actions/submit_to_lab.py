"""Bring an item to a laboratory for an examination."""

from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import HandKind
from ..models import EvidenceItem, LabSubmission
from .hand_over import Handover, hand_over


@action("evidence.submit")
def submit_to_lab(
    actor: Actor, item: EvidenceItem, given: Handover, *, examination: str, expected_version: int
) -> LabSubmission:
    """Pass `item` to a laboratory, the next hand of its chain, and ask for `examination`.

    Raises what `hand_over` raises, Refused for a hand that is no laboratory or without an examination.
    """
    asked = demand_words(examination, _("Say what is to be examined."))
    if given.to.kind != HandKind.LABORATORY:
        raise Refused(_("An examination is asked of a laboratory."))
    hand_over(actor, item, given, expected_version=expected_version)
    submission = LabSubmission(
        item=item, laboratory=given.to.name.strip(), examination=asked, submitted_by_id=actor.person_id,
        submitted_at=given.passed_at, reference=given.receipt.strip(),
    )  # fmt: skip
    LabSubmission.unscoped.bulk_create([submission])
    audit.record(actor, "evidence.submit", kind=item.kind, record_id=item.pk, detail={"submission": submission.pk})
    return submission
