"""Seal who a confidential source is, and read it again."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words

from ..models import Suspect

GROUP = "confidential_source"


@action("suspect.source.record")
def record_source(actor: Actor, suspect: Suspect, values: Mapping[str, str], *, expected_version: int) -> Suspect:
    """Seal `values` (`who`, `how_reached`). Raises Denied or Hidden without permission `seal`, Conflict."""
    require(actor, "seal", suspect)
    sealed.put(suspect, GROUP, values, actor, expected_version=expected_version)
    detail = {"fields": sorted(values)}
    audit.record(actor, "suspect.source.record", kind=suspect.kind, record_id=suspect.pk, group=GROUP, detail=detail)
    return suspect


def reveal_source(actor: Actor, suspect: Suspect, note: str) -> dict[str, Any]:
    """Return the sealed values once the leaf with `note` is committed; not to be called in a transaction.

    Raises Denied, Hidden, Refused without a note, `sealed.SealedReadsClosed` while the log stands still.
    """
    _state_need(actor, suspect, note)
    return sealed.read(actor, suspect, GROUP)


@action("suspect.source.reveal")
def _state_need(actor: Actor, suspect: Suspect, note: str) -> None:
    require(actor, f"read_{GROUP}", suspect)
    why = demand_words(note, _("Say what you need this for."))
    audit.record(
        actor, "suspect.source.reveal", kind=suspect.kind, record_id=suspect.pk, group=GROUP, detail={"note": why}
    )
