"""The annual report as a tagged PDF (PDF/UA-1): every published promise, pillar by pillar, with what is said of it."""

import json
from collections.abc import Sequence
from pathlib import Path

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..choices import PlanPillar, Status
from ..models import PublicCommitment
from . import advice

TEMPLATE = Path(__file__).with_name("annual_report.typ")


def write(promises: Sequence[PublicCommitment], year: str = "") -> bytes:
    """Return the report. Texts go in as data, never as markup."""
    told = {
        "title": _("Promises against human trafficking"),
        "subtitle": _("Promised in %(year)s") % {"year": year} if year else _("All promises published"),
        "language": (get_language() or "en")[:2],
        "agency": _("Agency"),
        "status": _("Status"),
        "due": _("Due"),
        "said": _("As it was said"),
        "newest": _("Newest report"),
        "pillars": [_pillar(pillar, promises) for pillar in PlanPillar if any(p.pillar == pillar for p in promises)],
        "advice": _("Advice from people with lived experience"),
        "nothing": _("Nothing is published."),
    }
    return bytes(typst.compile(TEMPLATE, sys_inputs={"told": json.dumps(told)}, pdf_standards=["ua-1"], format="pdf"))


def _pillar(pillar: PlanPillar, promises: Sequence[PublicCommitment]) -> dict[str, object]:
    return {"title": str(pillar.label), "promises": [_told(each) for each in promises if each.pillar == pillar]}


def _told(promise: PublicCommitment) -> dict[str, object]:
    updates = promise.told["updates"]
    newest = f"{updates[0]['quarter']}: {updates[0]['text']}" if updates else ""
    return {
        "title": promise.title,
        "number": promise.number,
        "agencies": ", ".join(promise.agencies),
        "status": str(Status(promise.status).label),
        "due": promise.due_on.isoformat() if promise.due_on else "",
        "sentence": promise.told["sentence"],
        "newest": newest,
        "advice": advice.lines(promise),
    }
