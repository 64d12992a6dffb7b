"""Correct what is known of how a suspect looks."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write
from manumit.spine.records.choices import Certainty

from ..choices import Under18
from ..models import Suspect
from ..models.suspect import DESCRIPTION
from ..rules import SUSPECT_RULES, SuspectFacts

EDITABLE = frozenset({*DESCRIPTION, "under_18"}) - {"display_name"}


@action("suspect.edit")
def edit_suspect(
    actor: Actor,
    suspect: Suspect,
    changes: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
) -> Suspect:
    """Write `changes`; what stood before stays in the history. That somebody was an adult, a supervisor alone says.

    Raises Denied or Hidden, Conflict, NothingToChange, Broken, ValidationError by field.
    """
    require(actor, "edit", suspect)
    if foreign := changes.keys() - EDITABLE:
        raise ValidationError({name: [_("This is not edited here.")] for name in sorted(foreign)})
    values = {**changes, **_minor(actor, suspect, changes)}
    step = write(suspect, actor, values, expected_version=expected_version, source=source, certainty=certainty)
    SUSPECT_RULES.require(SuspectFacts(suspect))
    detail = {"fields": sorted(step.changes)}
    audit.record(actor, "suspect.edit", kind=suspect.kind, record_id=suspect.pk, detail=detail)
    return suspect


def _minor(actor: Actor, suspect: Suspect, changes: Mapping[str, Any]) -> dict[str, bool]:
    said = changes.get("under_18", suspect.under_18)
    if said == suspect.under_18:
        return {}
    if said == Under18.NO:
        require(actor, "supervise", suspect)
    return {"minor": said != Under18.NO}
