"""What was done with a tip, and who looked."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from manumit.spine.access.routes import guarded
from manumit.spine.records.questions import Step
from manumit.spine.ui import render, who_looked

from ..models import Tip
from ..questions import history_of
from .asking import identity_of
from .words import line

VERBS: Mapping[str, Any] = {
    "tip.receive": lazy("Received from the public page"),
    "tip.record": lazy("Written down by an officer"),
    "tip.import": lazy("Received by e-mail"),
    "tip.word.add": lazy("The giver wrote"),
    "tip.answer": lazy("Answered"),
    "tip.move": lazy("Disposition changed"),
    "tip.reward.move": lazy("Reward changed"),
    "tip.link": lazy("Linked to a case"),
    "tip.unlink": lazy("Link taken away"),
    "tip.give": lazy("Given to somebody"),
    "tip.giver.record": lazy("Sealed information recorded"),
    "tip.payment.record": lazy("Sealed information recorded"),
    "tip.handover.answer": lazy("Handed over by another agency"),
    "tip.attachment.add": lazy("Attachment kept"),
}
GROUPS: Mapping[str, Any] = {
    "summary": lazy("Summary"), "giver": lazy("Who gave it"), "payment": lazy("Payment"),
}  # fmt: skip


def timeline(history: Iterable[Step]) -> list[dict[str, Any]]:
    """Return the versions of a tip as events: title, time, author, and the changes its asker may read."""
    return [
        {
            "title": VERBS.get(version.verb, _("Changed")),
            "at": version.at,
            "by": ", ".join(filter(None, (version.person or _("The system"), version.agency))),
            "text": "\n".join(line(path, change) for path, change in version.changes.items()),
        }
        for version in history
    ]


@guarded("read_log", "tip")
def history(request: HttpRequest, record: Tip) -> HttpResponse:
    """Show every version, newest first."""
    context = {**identity_of(record), "events": timeline(history_of(record)), "heading": _("History")}
    return render(request, "tips/history.html", context)


@guarded("read_log", "tip")
def readers(request: HttpRequest, record: Tip) -> HttpResponse:
    """Show which officers looked, for which agency and purpose, newest first; never that the giver came back."""
    shown = who_looked.page_of(request, record, lambda act: GROUPS.get(act.group, act.group))
    context = {**identity_of(record), **shown, "heading": _("Who looked")}
    return render(request, "tips/readers.html", context)
