"""Tie a suspect to one more case."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, provenance
from manumit.spine.records.rows import count_version
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import Suspect, SuspectCase


@action("suspect.tie")
def tie_case(actor: Actor, suspect: Suspect, case: Record, *, how: str, source: str) -> SuspectCase:
    """Say that the person is of interest in `case` too.

    Raises Denied or Hidden without permission `edit` here and `work` on the case, Refused without saying how, for the
    record itself, or a case they are tied to already.
    """
    require(actor, "edit", suspect)
    require(actor, "work", case)
    note = demand_words(how, _("Say how the person comes into the case."))
    if case.kind == suspect.kind:
        raise Refused(_("A suspect is tied to cases, not to suspects: link the two records instead."))
    tied = SuspectCase.unscoped.filter(suspect=suspect, case_kind=case.kind, case_id=case.pk, withdrawn_at=None)
    if tied.exists():
        raise Refused(_("The person is tied to this case already."))
    tie = SuspectCase(suspect=suspect, case_kind=case.kind, case_id=case.pk, case_number=case.number, note=note)
    SuspectCase.unscoped.bulk_create([tie])
    steps = {f"cases.{tie.pk}.{name}": (None, value) for name, value in (("case_number", case.number), ("note", note))}
    count_version(suspect, actor, steps, provenance.said(source))
    audit.record(actor, "suspect.tie", kind=suspect.kind, record_id=suspect.pk, detail={"tie": tie.pk})
    return tie
