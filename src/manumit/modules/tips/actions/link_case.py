"""Link a tip to a case, and take the link away."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, provenance
from manumit.spine.records.rows import count_version, demand_version
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import Tip, TipCase


@action("tip.link")
def link_case(actor: Actor, tip: Tip, case: Record, *, note: str) -> TipCase:
    """Say that a tip may concern `case`: a lead to weigh, no finding, and nobody becomes a suspect by it.

    Raises Denied or Hidden without permission `edit` here and `work` on the case, Refused without saying why, for a
    tip, or a case it is linked to already.
    """
    require(actor, "edit", tip)
    require(actor, "work", case)
    why = demand_words(note, _("Say why it may concern the case."))
    if case.kind == tip.kind:
        raise Refused(_("A tip is linked to cases. Where two tips say the same, one is a duplicate."))
    standing = TipCase.unscoped.filter(tip=tip, case_kind=case.kind, case_id=case.pk, withdrawn_at=None)
    if standing.exists():
        raise Refused(_("It is linked to this case already."))
    link = TipCase(tip=tip, case_kind=case.kind, case_id=case.pk, case_number=case.number, note=why[:300])
    TipCase.unscoped.bulk_create([link])
    steps = {f"cases.{link.pk}.{name}": (None, value) for name, value in (("case_number", case.number), ("note", why))}
    count_version(tip, actor, steps, provenance.said("The agency"))
    audit.record(actor, "tip.link", kind=tip.kind, record_id=tip.pk, detail={"link": link.pk})
    return link


@action("tip.unlink")
def unlink_case(actor: Actor, link: TipCase, *, expected_version: int, reason: str) -> None:
    """Take a link away; its row, the reason and who did it stay.

    Raises Denied or Hidden, Conflict, Refused without a reason or for one taken away already.
    """
    tip = link.tip
    require(actor, "edit", tip)
    why = demand_words(reason, _("Say why the link is taken away."))
    demand_version(tip, {}, expected_version)
    now = timezone.now()
    if not TipCase.unscoped.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=now):
        raise Refused(_("The link was taken away already."))
    steps = {f"cases.{link.pk}.withdrawn_at": (None, now)}
    count_version(tip, actor, steps, provenance.said(why), expected_version=expected_version)
    audit.record(actor, "tip.unlink", kind=tip.kind, record_id=tip.pk, detail={"link": link.pk})
