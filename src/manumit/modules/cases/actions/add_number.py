"""Note the number another system gave a case."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version

from ..models import Case, OutsideNumber
from ..rules import NUMBER_RULES, NumberFacts
from .cleaning import clean_row


@action("case.number.add")
def add_number(
    actor: Actor | None, case: Case, scheme: str, value: str, *, source: str, certainty: str = Certainty.EXACT
) -> OutsideNumber:
    """Note `value` as the case's number in `scheme`. Raises Denied, Broken, ValidationError for one the owner has."""
    require(actor, "edit", case)
    number = OutsideNumber(case=case, owner_id=case.owner_id)
    cleaned = clean_row(number, {"scheme": scheme, "value": value.strip().upper()})
    number.scheme, number.value = cleaned["scheme"], cleaned["value"]
    NUMBER_RULES.require(NumberFacts(number.scheme, number.value))
    refuse_second(number)
    OutsideNumber.unscoped.bulk_create([number])
    steps = {f"numbers.{number.pk}.{number.scheme}": (None, number.value)}
    count_version(case, actor, steps, provenance.said(source, certainty))
    audit.record(actor, "case.number.add", kind=Case.kind, record_id=case.pk, detail={"scheme": number.scheme})
    return number


def refuse_second(number: OutsideNumber) -> None:
    """Raise ValidationError where the owner holds this number already, in this case or another.

    Their own people may read that other case, so nothing is given away.
    """
    same = OutsideNumber.unscoped.filter(owner_id=number.owner_id, scheme=number.scheme, value=number.value)
    taken = same.filter(withdrawn_at=None).exclude(pk=number.pk)
    if taken.exists():
        raise ValidationError({"value": _("Another case of your agency has this number already.")})
