"""Move a tip, or its reward, by the procedure: by a person, with the reason the table asks."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import Hidden, find
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused
from manumit.values.record_number import BadRecordNumber, RecordNumber

from ..models import Tip
from ..procedure import TIP, TIP_REWARD


@action("tip.move")
def move_tip(
    actor: Actor | None,
    tip: Tip,
    step: str,
    *,
    expected_version: int,
    reason: str = "",
    words: str = "",
    answers: Mapping[str, Any] | None = None,
) -> Tip:
    """Take `step` of the tip's procedure. Nobody becomes a suspect by it, whatever the step.

    Raises Refused where no person asks, LookupError for no such step, Denied, Hidden, NotNow, ReasonNeeded, Conflict,
    ValidationError by field.
    """
    if actor is None:
        raise Refused(_("No step is taken automatically: a person decides."))
    before, given = tip.state, dict(answers or {})
    if given.get("duplicate_of"):
        given["duplicate_of"] = _other(actor, tip, str(given["duplicate_of"]))
    TIP.perform(actor, tip, step, expected_version=expected_version, reason=reason, words=words, answers=given)
    detail = {"step": step, "from": before, "to": tip.state, "reason": reason}
    audit.record(actor, "tip.move", kind=tip.kind, record_id=tip.pk, detail=detail)
    return tip


@action("tip.reward.move")
def move_reward(actor: Actor, tip: Tip, step: str, *, expected_version: int, reason: str = "", words: str = "") -> Tip:
    """Take `step` of the reward's procedure. Raises as `move_tip`."""
    before = tip.reward
    TIP_REWARD.perform(actor, tip, step, expected_version=expected_version, reason=reason, words=words)
    detail = {"step": step, "from": before, "to": tip.reward, "reason": reason}
    audit.record(actor, "tip.reward.move", kind=tip.kind, record_id=tip.pk, detail=detail, group="reward")
    return tip


def _other(actor: Actor, tip: Tip, number: str) -> str:
    """Return the number of the tip that says the same; one hidden and one that is not there are refused alike."""
    try:
        found: Tip = find(actor, "read_summary", Tip.kind, str(RecordNumber.parse(number, Tip.number_prefix)))
    except (Hidden, BadRecordNumber):
        found = tip
    if found.pk == tip.pk or found.owner_id != tip.owner_id:
        raise ValidationError({"duplicate_of": [_("There is no other tip of your agency with that number.")]})
    return found.number
