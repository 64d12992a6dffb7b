"""Answer a quarter at once: a draft for each commitment answered, all drafts handed on where asked and possible."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import NotNow

from .. import questions
from ..models import Commitment
from .draft_update import draft_update
from .move_update import move_update


@dataclass
class Answered:
    """How many reports were saved and handed on, and which could not be handed on, with the reason."""

    saved: int = 0
    handed: int = 0
    refused: list[tuple[Commitment, str]] = field(default_factory=list)


def answer_quarter(
    actor: Actor, quarter: str, answers: Mapping[Commitment, Mapping[str, Any]], *, submit: bool
) -> Answered:
    """Save each answer as a draft; `version` among its values is that of the draft shown. With `submit` hand every
    draft of the quarter to the lead, those saved before too; one that is refused stays a draft.

    Raises Denied, Refused, Conflict, ValidationError by field; then nothing of the quarter is saved.
    """
    done = Answered()
    with transaction.atomic():
        for commitment, values in answers.items():
            said = {name: value for name, value in values.items() if name != "version"}
            draft_update(actor, commitment, quarter, said, expected_version=values.get("version") or 0)
            done.saved += 1
        if submit:
            _hand_on(actor, quarter, done)
    return done


def _hand_on(actor: Actor, quarter: str, done: Answered) -> None:
    for update in questions.drafts(actor, quarter):
        try:
            move_update(actor, update, "submit", expected_version=update.version)
            done.handed += 1
        except NotNow as not_now:
            done.refused.append((update.commitment, " ".join(map(str, (*not_now.why, *not_now.help)))))
