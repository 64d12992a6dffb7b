"""What stands beside a request on its page: attachments, family, what went out, who works on it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import allowed, decide_many
from manumit.spine.identity.actor import Actor

from ..actions.reoffer_request import lies
from ..actions.telling_the_victim import untold
from ..choices import Stage
from ..models import PresenceRequest
from ..papers import BY_NAME, PAPERS, is_made_for
from ..procedure import PRESENT
from ..questions import sendings_of


def papers_for(actor: Actor, record: PresenceRequest) -> list[tuple[str, Any]]:
    """Return the papers of this stage that the actor may take, by name."""
    return [
        (paper.name, paper.title)
        for paper in PAPERS
        if is_made_for(actor, record, paper) and _reads(actor, record, paper)
    ]


def beside_request(actor: Actor, record: PresenceRequest) -> dict[str, Any]:
    """Return the links this person may follow, what went out, who works on it, and the warnings of the stage."""
    told = sendings_of(actor, record) if allowed(actor, "read_correspondence", record) else []
    decisions = decide_many(actor, [(act, record) for act, _route, _title in places()])
    links = [_link(record, place) for place, found in zip(places(), decisions, strict=True) if found.allowed]
    return {
        "beside": links + _reoffer(actor, record),
        "sendings": [{"row": row, "paper": BY_NAME[row.paper].title} for row in told if row.paper in BY_NAME],
        "lies": lies(record), "untold": untold(record),
        "present": record.stage in (Stage.GRANTED, *PRESENT),
    }  # fmt: skip


def places() -> tuple[tuple[str, str, str], ...]:
    """Return act, route and title of each place."""
    return (
        ("read_identity", "files", _("Attachments")), ("read_safety", "family", _("Family in danger")),
        ("work", "send", _("A paper went out")),
        ("work", "marks", _("From the trafficker's side")), ("edit", "assign", _("Who works on it")),
    )  # fmt: skip


def _link(record: PresenceRequest, place: tuple[str, str, str]) -> dict[str, str]:
    return {"href": reverse(f"continued_presence:{place[1]}", args=[record.number]), "title": place[2]}


def _reoffer(actor: Actor, record: PresenceRequest) -> list[dict[str, str]]:
    if not lies(record) or not allowed(actor, "concur", record):
        return []
    return [_link(record, ("concur", "reoffer", _("Offer it to another sponsor")))]


def _reads(actor: Actor, record: PresenceRequest, paper: Any) -> bool:
    return all(each.allowed for each in decide_many(actor, [(f"read_{group}", record) for group in paper.groups]))
