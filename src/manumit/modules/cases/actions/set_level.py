"""Choose how far a case is shared."""

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change
from manumit.spine.records.choices import Level

from ..models import Case


@action("case.level.set")
def set_level(actor: Actor | None, case: Case, level: str, *, expected_version: int, source: str) -> Case:
    """Share the case as `level` says from now on. Raises Denied, Conflict, NothingToChange, ValueError."""
    require(actor, "release", case)
    before = case.level
    change(case, actor, {"level": Level(level)}, expected_version=expected_version, source=source)
    audit.record(actor, "case.level.set", kind=Case.kind, record_id=case.pk, detail={"from": before, "to": case.level})
    return case
