"""Withdraw a part that was entered in error, a basis that no longer stands, or the tie to a case."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version, demand_version
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import CourtDate, SuspectCase, SuspectPart, VictimNotice
from .court_calendar import take_from_calendar
from .standing_on import repeated


@action("suspect.part.withdraw")
def withdraw_part(actor: Actor, part: SuspectPart, *, expected_version: int, reason: str) -> None:
    """Take `part` out of the record as it stands; its row, the reason and who withdrew it stay.

    Where no basis is left nobody moves the person by itself: the page says so until somebody does. Raises Denied or
    Hidden, Conflict, Refused without a reason, for one withdrawn already, a notice, or the last tie to a case.
    """
    suspect = part.suspect
    require(actor, "edit", suspect)
    why = demand_words(reason, _("Say why it is withdrawn."))
    demand_version(suspect, {}, expected_version)
    _demand_withdrawable(part)
    part.withdrawn_at = timezone.now()
    type(part).unscoped.filter(pk=part.pk).update(withdrawn_at=part.withdrawn_at)
    steps = {f"{part.part}.{part.pk}.withdrawn_at": (None, part.withdrawn_at)}
    said = provenance.said(why)
    count_version(suspect, actor, steps, said, expected_version=expected_version, **repeated(suspect))
    detail = {"part": part.part, "id": part.pk}
    audit.record(actor, "suspect.part.withdraw", kind=suspect.kind, record_id=suspect.pk, detail=detail)
    if isinstance(part, CourtDate):
        take_from_calendar(actor, suspect, part)


def _demand_withdrawable(part: SuspectPart) -> None:
    if isinstance(part, VictimNotice):
        raise Refused(_("A notice is not withdrawn: say how the victims were told, or why nobody was."))
    rows = type(part).unscoped.filter(suspect=part.suspect, withdrawn_at=None)
    if not rows.filter(pk=part.pk).exists():
        raise Refused(_("This was withdrawn already."))
    if isinstance(part, SuspectCase) and rows.count() == 1:
        raise Refused(_("Nobody is of interest outside a case: tie the person to another first, or clear them."))
