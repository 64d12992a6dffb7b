"""Answer a quarter at once: a draft for each commitment answered, handed on where asked and possible."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import NotNow

from ..models import Commitment
from .draft_update import draft_update
from .move_update import move_update


@dataclass
class Answered:
    """How many reports were saved, and which could not be handed on, with the reason."""

    saved: int = 0
    refused: list[tuple[Commitment, str]] = field(default_factory=list)


def answer_quarter(
    actor: Actor, quarter: str, answers: Mapping[Commitment, Mapping[str, Any]], *, submit: bool
) -> Answered:
    """Save each answer as a draft; with `submit` hand each to the lead. One that is refused stays a draft.

    Raises Denied, Refused, ValidationError by field; then nothing of the quarter is saved.
    """
    done = Answered()
    with transaction.atomic():
        for commitment, values in answers.items():
            update = draft_update(actor, commitment, quarter, values)
            done.saved += 1
            if submit:
                try:
                    move_update(actor, update, "submit", expected_version=update.version)
                except NotNow as not_now:
                    done.refused.append((commitment, " ".join(map(str, (*not_now.why, *not_now.help)))))
    return done
