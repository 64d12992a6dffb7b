"""Ties of suspects to cases, for charts: as the actor may read them."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.matching.ties import Tie, Ties

from .models import Suspect, SuspectCase


def _ties(actor: Actor, kind: str, number: str) -> Iterator[Tie]:
    rows = SuspectCase.objects.visible_to(actor).filter(withdrawn_at=None)
    ends = {"suspect__number": number} if kind == Suspect.kind else {"case_kind": kind, "case_number": number}
    for row in rows.filter(**ends).select_related("suspect", "suspect__owner").order_by("pk"):
        suspect = row.suspect
        yield Tie(
            (Suspect.kind, suspect.number), (row.case_kind, row.case_number), suspect.get_standing_display(),
            suspect.owner.name, row.note, suspect.opened_at.date(),
        )  # fmt: skip


TIES = Ties(_("whoever may read the suspect's cases"), _ties)
