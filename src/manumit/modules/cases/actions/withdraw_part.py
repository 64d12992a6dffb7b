"""Withdraw a part that was entered in error."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version, demand_version

from ..models import Case, CasePart


@action("case.part.withdraw")
def withdraw_part(actor: Actor | None, part: CasePart, *, expected_version: int, reason: str) -> None:
    """Take `part` out of the case as it stands; its row, the reason and who withdrew it stay.

    Raises Denied, Conflict, ValueError without a reason or for one withdrawn already.
    """
    case = part.case
    require(actor, "edit", case)
    if part.withdrawn_at is not None:
        raise ValueError("This was withdrawn already.")
    said = provenance.said(reason)
    demand_version(case, {}, expected_version)
    part.withdrawn_at = timezone.now()
    type(part).unscoped.filter(pk=part.pk).update(withdrawn_at=part.withdrawn_at)
    steps = {f"{part.part}.{part.pk}.withdrawn_at": (None, part.withdrawn_at)}
    count_version(case, actor, steps, said, expected_version=expected_version)
    detail = {"part": part.part, "id": part.pk}
    audit.record(actor, "case.part.withdraw", kind=Case.kind, record_id=case.pk, detail=detail)
