"""Making the public's copy of a partnership, recommendation or decision, and keeping the advice beside it true."""

from typing import Any, Final

from django.utils import timezone

from ..choices import PublicNoun
from ..models import (
    AdviceRequest,
    MeetingDecision,
    Partnership,
    PartnershipActivity,
    PartnershipIndicator,
    PartnershipObjective,
    PublicRecord,
    Recommendation,
)
from .publishing import advice_told, iso, let_out, queue, turn_edition

Shown = Partnership | Recommendation | MeetingDecision
NOUNS: Final = {
    Partnership: PublicNoun.PARTNERSHIP,
    Recommendation: PublicNoun.RECOMMENDATION,
    MeetingDecision: PublicNoun.DECISION,
}


def number_of(record: Shown) -> str:
    """Return the number in the record's permanent address; decisions go by `D-` and their id."""
    return f"D-{record.pk}" if isinstance(record, MeetingDecision) else record.number


def write_copy(record: Shown) -> None:
    """Write the public's copy as the record stands; what was kept of pages before is void at once."""
    queue()
    record = _standing(record)
    told = {**_TELLERS[type(record)](record), "advice": _advice(record)}
    values = {"noun": NOUNS[type(record)], "title": _title(record), "told": told, "changed_at": timezone.now()}
    PublicRecord.objects.update_or_create(number=number_of(record), defaults=values)
    turn_edition()


def remove_copy(record: Shown) -> bool:
    """Take the public's copy away; say whether there was one."""
    queue()
    gone, _each = PublicRecord.objects.filter(number=number_of(record)).delete()
    turn_edition()
    return bool(gone)


def tell_advice_again(record: Shown) -> None:
    """Write the advice beside a published record anew, and leave the rest as the secretariat published it."""
    queue()
    if (copy := PublicRecord.objects.filter(number=number_of(record)).first()) is None:
        return
    copy.told["advice"] = _advice(record)
    copy.changed_at = timezone.now()
    copy.save(update_fields=["told", "changed_at"])
    turn_edition()


def _standing(record: Shown) -> Shown:
    """Return the record as it stands now, whatever whoever publishes it has read before."""
    if isinstance(record, MeetingDecision):
        return MeetingDecision.unscoped.select_related("meeting").get(pk=record.pk)
    return type(record).unscoped.get(pk=record.pk)


def _advice(record: Shown) -> list[dict[str, str]]:
    about = {Recommendation: "recommendation", MeetingDecision: "decision"}.get(type(record))
    return [advice_told(each) for each in let_out(**{about: record})] if about else []


def _title(record: Shown) -> str:
    if isinstance(record, Partnership):
        return f"{record.country} {record.begins_on:%Y}\N{EN DASH}{record.ends_on:%Y}"
    if isinstance(record, Recommendation):
        return f"{record.body} {record.item}: {record.agency_code}"
    return f"{record.meeting.title}, {record.meeting.held_on.isoformat()}"


def _partnership(record: Partnership) -> dict[str, Any]:
    objectives = PartnershipObjective.unscoped.filter(partnership=record)
    activities = PartnershipActivity.unscoped.filter(partnership=record).select_related("objective")
    return {
        "partnership_kind": record.partnership_kind,
        "country": record.country,
        "begins_on": iso(record.begins_on),
        "ends_on": iso(record.ends_on),
        "state": record.state,
        "text": record.objectives,
        "objectives": [{"pillar": each.pillar, "text": each.text} for each in objectives],
        "activities": [_activity(each) for each in activities],
        "years": list(record.years),
        "indicators": [_indicator(each) for each in PartnershipIndicator.unscoped.filter(partnership=record)],
    }


def _activity(activity: PartnershipActivity) -> dict[str, str]:
    return {
        "side": activity.side,
        "objective": activity.objective.text,
        "text": activity.text,
        "due_on": iso(activity.due_on),
        "done_on": iso(activity.done_on),
        "result": activity.result,
    }


def _indicator(indicator: PartnershipIndicator) -> dict[str, Any]:
    return {
        "title": indicator.title,
        "baseline": indicator.baseline,
        "targets": indicator.targets,
        "actuals": indicator.actuals,
    }


def _recommendation(record: Recommendation) -> dict[str, Any]:
    plain = ("body", "item", "text", "answer", "reasons", "status")
    return {
        **{name: getattr(record, name) for name in plain},
        "agency": record.agency_code,
        "made_on": iso(record.made_on),
        "answer_due_on": iso(record.answer_due_on),
        "answered_on": iso(record.answered_at.date()) if record.answered_at else "",
        "promise": record.commitment_number,
    }


def _decision(record: MeetingDecision) -> dict[str, Any]:
    return {
        "text": record.text,
        "meeting": record.meeting.title,
        "held_on": iso(record.meeting.held_on),
        "promise": record.commitment_number,
    }


_TELLERS: Final[dict[Any, Any]] = {
    Partnership: _partnership, Recommendation: _recommendation, MeetingDecision: _decision,
}  # fmt: skip


def beside(request: AdviceRequest) -> Shown | None:
    """Return the recommendation or decision that advice is asked about; None where it is a promise."""
    if request.recommendation_id:
        return Recommendation.unscoped.get(pk=request.recommendation_id)
    if request.decision_id:
        return MeetingDecision.unscoped.select_related("meeting").get(pk=request.decision_id)
    return None
