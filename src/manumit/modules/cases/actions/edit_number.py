"""Correct the number another system gave a case."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version, demand_version, differing, steps_of

from ..models import Case, OutsideNumber
from ..rules import NUMBER_RULES, NumberFacts
from .add_number import refuse_second
from .cleaning import clean_row


@action("case.number.edit")
def edit_number(
    actor: Actor | None,
    number: OutsideNumber,
    values: Mapping[str, Any],
    *,
    expected_version: int,
    source: str,
    certainty: str = Certainty.EXACT,
) -> OutsideNumber:
    """Write `scheme` or `value` if the number's case still has `expected_version`.

    Raises Denied, Conflict, NothingToChange, Broken, ValidationError for one the owner has.
    """
    case = number.case
    require(actor, "edit", case)
    given = {name: str(value).strip().upper() if name == "value" else value for name, value in values.items()}
    changes = differing(number, clean_row(number, given))
    if not changes:
        raise NothingToChange(tuple(values))
    steps = steps_of(number, changes)
    demand_version(case, steps, expected_version)
    for name, (_, new) in changes.items():
        setattr(number, name, new)
    NUMBER_RULES.require(NumberFacts(number.scheme, number.value))
    refuse_second(number)
    OutsideNumber.unscoped.filter(pk=number.pk).update(**{name: new for name, (_, new) in changes.items()})
    count_version(case, actor, steps, provenance.said(source, certainty), expected_version=expected_version)
    audit.record(actor, "case.number.edit", kind=Case.kind, record_id=case.pk, detail={"scheme": number.scheme})
    return number
