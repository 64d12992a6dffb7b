"""Record paid hours, and move them to paid."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import lock

from ..choices import HoursState
from ..engagement_rules import ASKED, STEPS
from ..models import AdviceRequest, PaidHours, Payee
from ..refusing import Refused
from .give_advice import heard
from .opening import noted

QUARTER = Decimal("0.25")
DAY = Decimal(24)


@action("hours.record")
def record_hours(actor: Actor, request: AdviceRequest, values: Mapping[str, Any]) -> PaidHours:
    """Record hours of one day in quarters of an hour, at the request's rate, up to the hours it offers each adviser.

    Raises Denied or Hidden, Refused by field, ValidationError by field.
    """
    require(actor, "advise", request)
    offered = lock(request).hours
    _demand_sound(values["worked_on"], values["hours"])
    _demand_within(offered, _recorded(actor, request), values["hours"])
    hours = PaidHours(
        request=request, adviser=_number(actor, request), rate=request.rate, state_since_at=timezone.now(), **values
    )
    hours.clean_fields(exclude=["request"])
    hours.save(force_insert=True)
    Payee(paid_hours=hours, person_id=actor.person_id).save(force_insert=True)
    heard(actor, request, paid_hours=hours)
    noted(actor, request, "hours.record", {"hours": hours.pk})
    return hours


def _demand_sound(worked_on: Any, hours: Decimal) -> None:
    if worked_on > timezone.localdate():
        raise Refused({"worked_on": _("This day has not come yet: record hours once they are worked.")})
    if not 0 < hours <= DAY or hours % QUARTER:
        raise Refused({"hours": _("Write quarters of an hour, such as 1.25, at most 24 a day.")})


def _demand_within(offered: Decimal, before: Decimal, hours: Decimal) -> None:
    if before + hours > offered:
        left = {"offered": offered, "left": max(offered - before, Decimal(0))}
        raise Refused({"hours": _("%(offered)s hours are offered; %(left)s are left. Ask for more first.") % left})


def _mine(actor: Actor, request: AdviceRequest) -> Any:
    own = Payee.unscoped.filter(person=actor.person_id, paid_hours__request=request).values("paid_hours")
    return PaidHours.unscoped.filter(pk__in=own)


def _recorded(actor: Actor, request: AdviceRequest) -> Decimal:
    counted = _mine(actor, request).exclude(state=HoursState.RETURNED)
    return counted.aggregate(Sum("hours"))["hours__sum"] or Decimal(0)


def _number(actor: Actor, request: AdviceRequest) -> int:
    """Return under which number the adviser goes in this request."""
    known = _mine(actor, request).values_list("adviser", flat=True).first()
    most = PaidHours.unscoped.filter(request=request).aggregate(Max("adviser"))["adviser__max"]
    return known or (most or 0) + 1


@action("hours.move")
def move_hours(actor: Actor, request: AdviceRequest, hours: PaidHours, step: str, words: str = "") -> PaidHours:
    """Take `step` of the table in `engagement_rules`. Raises LookupError, Denied or Hidden, Refused."""
    rule = STEPS[step]
    require(actor, rule.act, request)
    stands = PaidHours.unscoped.select_for_update(no_key=True).get(pk=hours.pk, request=request)
    if stands.state != rule.source:
        raise Refused(_("Somebody has decided about these hours meanwhile. Look at them again."))
    if rule.not_by(actor.person_id, stands, Payee.unscoped.get(paid_hours=stands).person_id):
        raise Refused(str(rule.why))
    if rule.asks and not words.strip():
        raise Refused({"words": ASKED[rule.asks]})
    _move(actor, stands, step, words.strip())
    noted(actor, request, "hours.move", {"hours": stands.pk, "step": step})
    return stands


def _move(actor: Actor, hours: PaidHours, step: str, words: str) -> None:
    rule = STEPS[step]
    hours.state, hours.state_since_at = rule.target, timezone.now()
    if rule.asks:
        setattr(hours, rule.asks, words)
    if step == "approve":
        hours.approved_by_id = actor.person_id
    hours.full_clean(exclude=["request", "approved_by"])
    hours.save()
