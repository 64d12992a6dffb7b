"""One case on one page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records.questions import is_held
from manumit.spine.ui import faces, render

from .. import procedure, questions
from ..actions.look_at_case import look_at_case
from ..choices import CaseType, State
from ..models import Case, CasePerson
from ..rules import CASE_RULES, CaseFacts
from . import events, words
from .addresses import address
from .describing import described
from .labels import label, shown
from .sections import Writer, areas
from .unlisted_words import missed

ACTS = ("edit", "seal", "release", "hold", "read_log")
NEWEST = 5
NEWEST_EVENTS = 25
NOTED = (
    "circumstance", "missing_category", "alert", "ncic_entered_on", "residence_on_tribal_land", "contains_cji",
)  # fmt: skip
NAMES = ("family_name", "given_names")


@guarded("read_summary", "case")
def show_case(request: HttpRequest, record: Case) -> HttpResponse:
    """Show what the asker may read of a case, and what they may do with it."""
    actor = asking(request)
    look_at_case(actor, record)
    return render(request, "cases/show.html", context_of(actor, record))


def context_of(actor: Actor, case: Case) -> dict[str, Any]:
    """Return everything the page shows; a group the asker may not read is absent."""
    may = _may(actor, case)
    reads = questions.readable_groups(case)
    parts = questions.parts_of(case)
    happened = questions.events_of(case, most=NEWEST_EVENTS + 1)
    writer = Writer(case, parts.people or (), may["edit"])
    history = questions.history_of(case, most=NEWEST) if may["read_log"] else ()
    releases = questions.count_releases(case) if may["read_log"] or may["release"] else None
    return {
        **identity_of(case, releases),
        "may": may,
        "sharing": faces.sharing_address(case.kind, case.number),
        "reads": reads,
        "summary": _summary(case, may["edit"]),
        "place": _place(case, may["edit"]) if "place" in reads else None,
        "people": None if parts.people is None else [person_row(case, each) for each in parts.people],
        "areas": areas(writer, parts, happened and happened[:NEWEST_EVENTS], len(happened or ()) > NEWEST_EVENTS),
        "agencies": None if parts.agencies is None else writer.plain_list("agencies", parts.agencies),
        "numbers": None if parts.numbers is None else writer.plain_list("numbers", parts.numbers),
        "files": None if parts.files is None else writer.plain_list("files", parts.files),
        "sealed": questions.sealed_groups(case),
        "steps": procedure.CASE.available(actor, case),
        "events": events.timeline(history),
        "held": may["hold"] and is_held(case),
        "warnings": _warnings(case, parts.people),
        "missed": missed(case),
        "source": words.said_by_default(case),
    }


def identity_of(case: Case, releases: int | None = None) -> dict[str, Any]:
    """Return what the identity bar shows on every screen of a case."""
    named = bool(getattr(case, "can_read_people", False))
    return {
        "case": case,
        "title": words.title(case, named=named),
        "tone": words.tone(case),
        "seen_by": words.seen_by(case, releases),
    }


def _may(actor: Actor, case: Case) -> dict[str, bool]:
    decisions = decide_many(actor, [(act, case) for act in ACTS])
    return {act: decision.allowed for act, decision in zip(ACTS, decisions, strict=True)}


def _summary(case: Case, editable: bool) -> list[dict[str, Any]]:
    change = address(case, "edit") if editable else ""
    seen, where = _titles(case)
    rows = [
        words.row(_("Type"), case.get_case_type_display(), words.said(case, "case_type"), change),
        words.row(_("State of the case"), _state(case)),
        words.row(seen, words.last_seen(case), _how_exactly(case), change),
        words.row(where, words.place(case), words.said(case, "last_seen_state"), change),
        words.row(_("On Tribal land"), case.get_tribal_land_display(), words.said(case, "tribal_land"), change),
        words.row(_("Reported on"), case.reported_on and date_format(case.reported_on), "", change),
    ]
    return [*rows, *_noted(case, change), *_ending(case)]


def _titles(case: Case) -> tuple[str, str]:
    """Return what the date and the place of a case are called: remains are found, people are seen."""
    if case.case_type == CaseType.UNIDENTIFIED_REMAINS:
        return _("Found"), _("Found in")
    return _("Last seen"), _("Last seen in")


def _noted(case: Case, change: str) -> list[dict[str, Any]]:
    """Return the facts that many cases lack, where somebody gave them."""
    return [
        words.row(label(name), shown(name, getattr(case, name)), words.said(case, name), change)
        for name in NOTED
        if getattr(case, name) not in (None, "", False, "unknown")
    ]


def _state(case: Case) -> str:
    since = date_format(case.state_since_at.date())
    return _("%(state)s since %(day)s") % {"state": case.get_state_display(), "day": since}


def _how_exactly(case: Case) -> str:
    parts = (str(case.get_last_seen_precision_display()), words.said(case, "last_seen_earliest_on"))
    return " · ".join(part for part in parts if part)


def _ending(case: Case) -> list[dict[str, Any]]:
    if case.state == State.RESOLVED:
        return [words.row(_("Outcome"), case.get_outcome_display())]
    if case.state == State.SUSPENDED and case.review_on:
        return [words.row(_("Next review"), date_format(case.review_on))]
    return []


def _place(case: Case, editable: bool) -> list[dict[str, Any]]:
    change = address(case, "edit") if editable else ""
    return [
        words.row(_("City or place"), case.last_seen_city, words.said(case, "last_seen_city"), change),
        words.row(_("Where exactly"), case.place_detail, words.said(case, "place_detail"), change),
        words.row(_("How exactly"), case.get_place_precision_display(), "", change),
    ]


def person_row(case: Case, person: CasePerson) -> dict[str, Any]:
    """Return a person as the page shows them."""
    return {
        "id": person.pk,
        "name": person.full_name or _("Name not known"),
        "role": person.get_role_display(),
        "looks": described(case, person),
        "note": "; ".join(sorted({words.said(case, f"people.{person.pk}.{name}") for name in NAMES} - {""})),
    }


def _warnings(case: Case, people: Any) -> list[str]:
    if people is None:
        return []
    return [str(finding.message) for finding in CASE_RULES.warned(CaseFacts(case, people))]
