"""Move a case by its procedure."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from .. import procedure
from ..models import Case
from ..rules import CASE_RULES, CaseFacts


@action("case.move")
def move_case(
    actor: Actor,
    case: Case,
    step: str,
    *,
    expected_version: int,
    reason: str = "",
    words: str = "",
    answers: Mapping[str, Any] | None = None,
) -> Case:
    """Take `step` of the procedure with its reason and answers.

    Raises LookupError for no such step, Denied, Hidden, NotNow, ReasonNeeded, Conflict, Broken, ValidationError.
    """
    before, given = case.state, dict(answers or {})
    _demand_outcome(step, given)
    procedure.CASE.perform(
        actor, case, step, expected_version=expected_version, reason=reason, words=words, answers=given
    )
    CASE_RULES.require(CaseFacts(case, reason=words))
    detail = {"step": step, "from": before, "to": case.state, "reason": reason}
    audit.record(actor, "case.move", kind=Case.kind, record_id=case.pk, detail=detail)
    return case


def _demand_outcome(step: str, answers: Mapping[str, Any]) -> None:
    if answers.get("outcome") and answers["outcome"] not in procedure.OUTCOMES.get(step, ()):
        raise ValidationError({"outcome": [_("This step cannot have that outcome.")]})
