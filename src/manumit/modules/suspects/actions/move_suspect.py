"""Move a suspect by the procedure: by a person, with the reason the table asks."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.refusing import Refused

from .. import procedure
from ..choices import ForcedCriminality, NoticeEvent, Outcome
from ..models import Suspect
from .raising import membership_of, raise_notice

TOLD: Mapping[str, tuple[NoticeEvent, ...]] = {
    "arrest": (NoticeEvent.ARREST,),
    "let_go": (NoticeEvent.RELEASE,),
    "charge": (NoticeEvent.CHARGES,),
    "conclude": (NoticeEvent.VERDICT,),
}
"""Of which steps victims are told."""
SENTENCED = frozenset({Outcome.CONVICTED, Outcome.PLEADED})


@action("suspect.move")
def move_suspect(
    actor: Actor | None,
    suspect: Suspect,
    step: str,
    *,
    expected_version: int,
    reason: str = "",
    words: str = "",
    answers: Mapping[str, Any] | None = None,
) -> Suspect:
    """Take `step` of the procedure, raise the notices that victims are due, and what forced criminality asks for.

    Raises Refused where no person asks: nobody becomes a suspect automatically. Raises LookupError for no such step,
    Denied, Hidden, NotNow, ReasonNeeded, Conflict, ValidationError.
    """
    if actor is None:
        raise Refused(_("No step is taken automatically: a person decides."))
    before, given = suspect.standing, dict(answers or {})
    _demand_known(given)
    procedure.SUSPECT.perform(
        actor, suspect, step, expected_version=expected_version, reason=reason, words=words, answers=given
    )
    detail = {"step": step, "from": before, "to": suspect.standing, "reason": reason}
    audit.record(actor, "suspect.move", kind=suspect.kind, record_id=suspect.pk, detail=detail)
    for event in (*TOLD.get(step, ()), *_sentence(step, suspect)):
        raise_notice(actor, suspect, event)
    if given.get("forced_criminality") == ForcedCriminality.POSSIBLE:
        title = _("Possible forced criminality: tell the prosecutor and a victim specialist")
        give_task(actor, suspect, title=title, assignee=membership_of(actor))
    return suspect


def _demand_known(answers: Mapping[str, Any]) -> None:
    known = {"outcome": Outcome.values, "forced_criminality": ForcedCriminality.values}
    foreign = [name for name, codes in known.items() if answers.get(name) and answers[name] not in codes]
    wrong = {name: [_("Choose one of the answers.")] for name in foreign}
    if wrong:
        raise ValidationError(wrong)


def _sentence(step: str, suspect: Suspect) -> tuple[NoticeEvent, ...]:
    return (NoticeEvent.SENTENCE,) if step == "conclude" and suspect.outcome in SENTENCED else ()
