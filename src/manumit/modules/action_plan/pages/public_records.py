"""What is published beside promises: partnerships, recommendations and decisions, each at its permanent address."""

from typing import Any

from django.http import HttpRequest

from manumit.spine.access.routes import open_to_all

from ..choices import Answer, BecameOf, PartnershipKind, PartnershipState, PlanPillar, PublicNoun, Side, Status
from ..exporting import record_tables
from ..models import PublicCommitment, PublicRecord
from ..public.keeping import Answer as Kept
from ..public.keeping import kept
from .public import WHY, page

UNKNOWN = "?"


@open_to_all(WHY)
@kept
def public_records(request: HttpRequest, noun: str) -> Kept:
    """Show what is published of a noun."""
    rows = PublicRecord.objects.filter(noun=noun)
    context = {"noun": noun, "title": PublicNoun(noun).label, "records": rows, "nouns": _others(noun)}
    return page("action_plan/public/records.html", context)


@open_to_all(WHY)
@kept
def public_record(request: HttpRequest, noun: str, number: str) -> Kept | None:
    """Show one; nothing where it is not published."""
    found = PublicRecord.objects.filter(noun=noun, number=number).first()
    if found is None:
        return None
    context = {"record": found, "noun": noun, "all": PublicNoun(noun).label, **_SHOWN[PublicNoun(noun)](found.told)}
    context["advice"] = [{**each, "label": BecameOf(each["became"]).label} for each in found.told["advice"]]
    return page("action_plan/public/record.html", context)


@open_to_all(WHY)
@kept
def public_data(request: HttpRequest, noun: str, form: str) -> Kept | None:
    """Answer with all of a noun as csv or json."""
    if form not in record_tables.WRITERS:
        return None
    write, content_type = record_tables.WRITERS[form]
    return Kept(write(noun, _naming_what_is_public(noun)), content_type, f"{noun}.{form}")


def _naming_what_is_public(noun: str) -> list[PublicRecord]:
    """Return all of a noun; a promise that is not published is not named either."""
    rows = list(PublicRecord.objects.filter(noun=noun))
    numbers = {row.told.get("promise", "") for row in rows}
    public = set(PublicCommitment.objects.filter(number__in=numbers).values_list("number", flat=True))
    for row in rows:
        if row.told.get("promise", "") not in {"", *public}:
            row.told["promise"] = ""
    return rows


def _others(noun: str) -> list[tuple[str, Any]]:
    return [(value, label) for value, label in PublicNoun.choices if value != noun]


def _partnership(told: dict[str, Any]) -> dict[str, Any]:
    sides = [(label, [each for each in told["activities"] if each["side"] == value]) for value, label in Side.choices]
    return {
        "kind": PartnershipKind(told["partnership_kind"]).label,
        "state": PartnershipState(told["state"]).label,
        "objectives": [{**each, "pillar": PlanPillar(each["pillar"]).label if each["pillar"] else ""}
                       for each in told["objectives"]],
        "sides": [(label, activities) for label, activities in sides if activities],
        "measured": [(each, [_year(each, str(year)) for year in told["years"]]) for each in told["indicators"]],
    }  # fmt: skip


def _year(indicator: dict[str, Any], year: str) -> tuple[Any, Any]:
    """Return what was reached in a year and the target of it."""
    return indicator["actuals"].get(year, UNKNOWN), indicator["targets"].get(year, UNKNOWN)


def _recommendation(told: dict[str, Any]) -> dict[str, Any]:
    return {"answer": Answer(told["answer"]).label, "status": Status(told["status"]).label, **_decision(told)}


def _decision(told: dict[str, Any]) -> dict[str, Any]:
    """Return the promise it led to, where that is published."""
    return {"promise": PublicCommitment.objects.filter(number=told["promise"]).only("number", "title").first()}


_SHOWN = {
    PublicNoun.PARTNERSHIP: _partnership, PublicNoun.RECOMMENDATION: _recommendation, PublicNoun.DECISION: _decision,
}  # fmt: skip
