"""Moving a record by its procedure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine import access
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, RecordHistory, changing

from .states import Guard, Reason, Text, Transition

if TYPE_CHECKING:
    from .procedure import Procedure


class NotNow(Exception):
    """The transition does not lead on from here, or a guard stands against it; `why` and `help` are shown to people."""

    def __init__(self, transition: Transition, why: tuple[Text, ...], help: tuple[Text, ...] = ()) -> None:
        super().__init__(f"{transition.name}: {' '.join(map(str, why))}")
        self.transition = transition
        self.why = why
        self.help = help


class ReasonNeeded(ValidationError):
    """The transition's reason policy is not met: a reason is missing, unknown, needs words, or was not asked for."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave with a transition: reason code, words, answers by field, and the source of the answers."""

    reason: str
    words: str
    answers: Mapping[str, Any]
    source: str


@transaction.atomic
def perform(
    procedure: "Procedure",
    actor: Actor,
    record: Record,
    transition: Transition,
    given: Given,
    *,
    expected_version: int,
) -> RecordHistory:
    """Move `record`: permission, then the table, guards, reason and answers, then one new version of the record.

    Raises Denied or Hidden, NotNow, ReasonNeeded, ValidationError by field for answers, Conflict for a stale version.
    """
    access.require(actor, transition.action, record)
    stands = changing.lock(record)
    if stands.version != expected_version:
        raise changing.conflict(stands, {procedure.field: transition.target}, expected_version)
    _demand_now(procedure, actor, stands, transition)
    reason = demand_reason(transition, given.reason, given.words)
    changes = _changes(procedure, stands, transition, given.answers)
    remark = {"transition": transition.name, "reason": reason.code if reason else "", "words": given.words}
    return changing.write(
        record, actor, changes, expected_version=expected_version,
        source=given.source or _("Decided by the agency"), remarks={procedure.field: remark},
    )  # fmt: skip


def failing(actor: Actor, record: Record, transition: Transition) -> tuple[Guard, ...]:
    """Return the guards that stand against `transition` now."""
    return tuple(guard for guard in transition.guards if not guard.holds(actor, record))


def demand_reason(transition: Transition, code: str, words: str) -> Reason | None:
    """Return the reason given. Raises ReasonNeeded unless it meets the transition's policy."""
    if transition.reasons is None:
        if code:
            raise ReasonNeeded({"reason": _("No reason is asked for here.")})
        return None
    reason = next((each for each in transition.reasons if each.code == code), None)
    if reason is None:
        raise ReasonNeeded({"reason": _("Choose one of the reasons.")})
    if reason.in_words and not words:
        raise ReasonNeeded({"words": _("Say why in your own words.")})
    return reason


def _demand_now(procedure: "Procedure", actor: Actor, record: Record, transition: Transition) -> None:
    stands = procedure.stands(record)
    if stands.name not in transition.sources:
        why = _("“%(transition)s” does not lead on from “%(state)s”.")
        names = {"transition": transition.title, "state": stands.title}
        raise NotNow(transition, (why % names,), (_("Look at what is possible from here."),))
    against = failing(actor, record, transition)
    if against:
        raise NotNow(transition, tuple(guard.why for guard in against), tuple(guard.help for guard in against))


def _changes(
    procedure: "Procedure", record: Record, transition: Transition, answers: Mapping[str, Any]
) -> dict[str, Any]:
    errors = {name: _("Answer this.") for name in transition.asks if answers.get(name) in (None, "", [])}
    errors.update({name: _("This is not asked here.") for name in answers if name not in transition.asks})
    if errors:
        raise ValidationError(errors)
    cleared = {name: _empty(record, name) for name in transition.clears}
    moved = {procedure.field: transition.target, procedure.since: timezone.now()}
    return {**cleared, **answers, **moved}


def _empty(record: Record, name: str) -> Any:
    field = record._meta.get_field(name)
    assert isinstance(field, models.Field)  # noqa: S101 - a relation back has no value to clear
    return None if field.null else field.get_default()
