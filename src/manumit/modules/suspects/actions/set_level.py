"""Choose how far a suspect is shared."""

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change
from manumit.spine.records.choices import Level

from ..models import Suspect


@action("suspect.level.set")
def set_level(actor: Actor, suspect: Suspect, level: str, *, expected_version: int, source: str) -> Suspect:
    """Share the record as `level` says from now on; somebody who may be under 18 crosses by release alone all the same.

    Raises Denied, Hidden, Conflict, NothingToChange, ValueError for no level.
    """
    require(actor, "release", suspect)
    before = suspect.level
    change(suspect, actor, {"level": Level(level)}, expected_version=expected_version, source=source)
    detail = {"from": before, "to": suspect.level}
    audit.record(actor, "suspect.level.set", kind=Suspect.kind, record_id=suspect.pk, detail=detail)
    return suspect
