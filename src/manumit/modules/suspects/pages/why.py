"""Why a person can see a suspect, group by group."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.explain import Why
from manumit.spine.access.explain import why as explained
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render

from ..kinds import GROUPS
from ..models import Suspect
from .asking import identity_of
from .titles import GROUPS as TITLES

ACT_TITLES = {
    "edit": gettext_lazy("Change it"),
    "move": gettext_lazy("Move it to another standing"),
    "supervise": gettext_lazy("Decide what a supervisor decides"),
    "seal": gettext_lazy("Record sealed information"),
    "release": gettext_lazy("Share or release it"),
    "hold": gettext_lazy("Place or lift a legal hold"),
    "read_log": gettext_lazy("See its history and who looked"),
}


@guarded("read_summary", "suspect")
def why(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show each field group and act with the decision, its policies and reasons, and the release it rests on."""
    actions = [*(f"read_{group}" for group in GROUPS), *ACT_TITLES]
    lines = [
        {
            "title": _title(each.action),
            "allowed": each.decision.allowed,
            "reasons": [_(reason) for reason in each.decision.reasons],
            "rests_on": _rests_on(each),
            "until": each.expires_at,
            "policies": each.decision.policies,
        }
        for each in explained(asking(request), record, actions)
    ]
    context = {**identity_of(record), "heading": _("Why can I see this?"), "lines": lines}
    return render(request, "suspects/why.html", context)


def _rests_on(each: Why) -> str:
    if each.release:
        return _("Release: %(authority)s") % {"authority": each.release.authority}
    return _("Agreement: %(reference)s") % {"reference": each.agreement.reference} if each.agreement else ""


def _title(action: str) -> str:
    group = action.removeprefix("read_")
    if group in TITLES:
        return _("Read: %(group)s") % {"group": TITLES[group]}
    return str(ACT_TITLES[action])
