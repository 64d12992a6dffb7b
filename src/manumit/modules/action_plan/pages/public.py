"""The public pages: the list of promises with its plots, and one promise at its permanent address."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from manumit.spine.access.routes import open_to_all

from ..choices import BecameOf, PlanPillar, PublicNoun, Status
from ..models import PublicCommitment
from ..public import plots, selecting
from ..public.keeping import ASKED, HTML, Answer, asked, kept

WHY = "It shows only what the secretariat accepted for the public"


@open_to_all(WHY)
@kept
def promises(request: HttpRequest) -> Answer:
    """Show the promises the address asks for, with their progress by pillar, agency and year."""
    wanted = dict(asked(request))
    rows, after = selecting.page(wanted)
    counts = selecting.counted(selecting.facts(wanted))
    context = {
        "promises": rows,
        "following": f"?{urlencode({**wanted, 'after': after})}" if after else "",
        "asked": dict.fromkeys(ASKED, "") | wanted,
        "query": urlencode({name: value for name, value in wanted.items() if name != "after"}),
        "plots": [_plot(name, counts[name]) for name in ("pillar", "agency", "year")],
        "key": plots.key(),
        "total": sum(sum(row.values()) for row in counts["pillar"].values()),
        "pillars": [each for each in PlanPillar.choices if each[0]],
        "statuses": Status.choices,
        "agencies": sorted(counts["agency"]),
        "nouns": PublicNoun.choices,
    }
    return page("action_plan/public/promises.html", context)


@open_to_all(WHY)
@kept
def promise(request: HttpRequest, number: str) -> Answer | None:
    """Show one promise: what was said, what is said of it since, what shows it; nothing where it is not published."""
    found = PublicCommitment.objects.filter(number=number).first()
    if found is None:
        return None
    updates = [{**each, "status": Status(each["status"]).label} for each in found.told["updates"]]
    partners = [
        {**each, "label": Status(each["status"]).label}
        for each in found.told["partners"]
        if each["status"] != found.status
    ]
    advice = [{**each, "label": BecameOf(each["became"]).label} for each in found.told.get("advice", ())]
    context = {"promise": found, "updates": updates, "disagree": partners, "advice": advice}
    return page("action_plan/public/promise.html", context)


def _plot(name: str, counts: dict[str, Any]) -> dict[str, Any]:
    titles = {
        "pillar": (_("By pillar"), {value: str(label) for value, label in PlanPillar.choices}),
        "agency": (_("By agency"), {}),
        "year": (_("By year promised"), {"": _("No year")}),
    }
    title, labels = titles[name]
    ordered = dict(sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0])))
    statuses = [status for status in plots.FILLS if any(row[status] for row in ordered.values())]
    return {
        "name": name,
        "title": title,
        "svg": plots.bars(ordered, labels, f"by-{name}", title),
        "statuses": [status.label for status in statuses],
        "rows": [
            (labels.get(key, key), [row[status] for status in statuses], sum(row.values()))
            for key, row in ordered.items()
        ],
    }


def page(template: str, context: dict[str, Any]) -> Answer:
    """Return a public page to keep."""
    return Answer(render_to_string(template, {**context, "LANGUAGE_CODE": get_language()}).encode(), HTML)
