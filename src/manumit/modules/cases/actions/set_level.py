"""Choose how far a case is shared."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import nations, require
from manumit.spine.access.models import Use
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change
from manumit.spine.records.choices import Level

from ..models import Case


@action("case.level.set")
def set_level(actor: Actor | None, case: Case, level: str, *, expected_version: int, source: str) -> Case:
    """Share the case as `level` says from now on. Raises Denied, Conflict, NothingToChange, ValueError,
    ValidationError where its people's nation named who may investigate and did not name everybody."""
    require(actor, "release", case)
    if level == Level.OPEN and not nations.includes(case, Use.INVESTIGATION).allowed:
        text = _("The nation whose people it is about named who may investigate: release it to these instead.")
        raise ValidationError({"level": [text]})
    before = case.level
    change(case, actor, {"level": Level(level)}, expected_version=expected_version, source=source)
    audit.record(actor, "case.level.set", kind=Case.kind, record_id=case.pk, detail={"from": before, "to": case.level})
    return case
