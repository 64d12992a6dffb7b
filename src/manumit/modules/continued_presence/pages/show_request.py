"""One request on one page: where it stands, whose turn it is, what may be done; no word about the victim."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import leaning, procedure, questions
from ..actions.choose_sponsor import CHOOSING
from ..actions.minors import was_minor
from ..actions.record_fact import FACTS
from ..actions.save_answers import EDITABLE
from ..asked import steps_asked
from ..choices import Stage
from ..models import PresenceRequest, StageSpan
from ..papers import PAPERS, is_made_for
from .answer_step import missing
from .asking import identity_of
from .beside_request import beside_request
from .verbs import TITLES

ACTS = ("seal", "concur", "review", "export", "work", "edit", "read_decision", "read_correspondence", "read_identity")


@guarded("read_summary", "presence_request")
def show_request(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Show the request as far as the asker may know of it."""
    actor = asking(request)
    decisions = decide_many(actor, [(act, record) for act in ACTS])
    may = {act: decision.allowed for act, decision in zip(ACTS, decisions, strict=True)}
    works = any(may[act] for act in ("read_decision", "read_correspondence"))
    context = {
        **identity_of(record),
        "may": may,
        "works": works,
        **(_answering(actor, record) if may["seal"] and record.stage in EDITABLE else {}),
        "steps": _choices(actor, record) if works else (),
        "grants": questions.grants_of(actor, record),
        "spans": questions.spans_of(actor, record),
        "clocks": questions.clocks_of(actor, record) if may["work"] else (),
        "facts": [{"name": name, "title": TITLES[name]} for name in _facts(actor, record)],
        "papers": [(paper.name, paper.title) for paper in PAPERS if works and _offered(actor, record, paper)],
        "stands": {"signing": record.stage in CHOOSING, "open": record.stage in procedure.OPEN},
        **(beside_request(actor, record) if works else {}),
        "victims": _siblings(actor, record) if may["seal"] else (),
    }
    context["marked_since"] = may["read_correspondence"] and may["read_decision"] and leaning.marked_since(
        actor, record, leaning.bases_of(actor, record)
    )  # fmt: skip
    context["returned"] = may["read_correspondence"] and _returned(record, context["spans"])
    return render(request, "continued_presence/show.html", context)


def _answering(actor: Actor, record: PresenceRequest) -> dict[str, Any]:
    answers = questions.answers_of(actor, record)
    found = missing(actor, record, answers)
    open_steps = {line["step"] for line in found["errors"]}
    return {"missing": found, "tasks": [_task(record, step, open_steps) for step in steps_asked(answers)]}


def _task(record: PresenceRequest, step: Any, open_steps: set[str]) -> dict[str, Any]:
    lacks = str(step.title) in open_steps
    return {
        "title": step.title,
        "href": reverse("continued_presence:step", args=[record.number, step.name]),
        "state": _("something is missing") if lacks else _("complete"),
        "tone": "warn" if lacks else "good",
    }


def _choices(actor: Actor, record: PresenceRequest) -> list[Any]:
    """Return the steps this person may take, and why not where only a condition stands against it."""
    offered = procedure.REQUEST.available(actor, record)
    mine = decide_many(actor, [(choice.transition.action, record) for choice in offered])
    return [choice for choice, decision in zip(offered, mine, strict=True) if decision.allowed]


def _facts(actor: Actor, record: PresenceRequest) -> list[str]:
    names = [name for name, (_column, _act, stages) in FACTS.items() if record.stage in stages]
    if "interim" in names and not was_minor(record):
        names.remove("interim")
    decisions = decide_many(actor, [(FACTS[name][1], record) for name in names])
    return [name for name, decision in zip(names, decisions, strict=True) if decision.allowed]


def _offered(actor: Actor, record: PresenceRequest, paper: Any) -> bool:
    decisions = decide_many(actor, [(f"read_{group}", record) for group in paper.groups])
    return is_made_for(actor, record, paper) and all(decision.allowed for decision in decisions)


def _returned(record: PresenceRequest, spans: Sequence[StageSpan]) -> bool:
    """Whether the draft came back, so that its officer has reasons to read."""
    return record.stage == Stage.DRAFT and len(spans) > 1


def _siblings(actor: Actor, record: PresenceRequest) -> list[PresenceRequest]:
    operation = questions.operation_of(actor, record)
    return [each for each in questions.victims_of(actor, operation) if each.pk != record.pk]
