"""Why somebody may see a record: every field group and act with its decision, put into words."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from manumit.spine.access.explain import Why, why
from manumit.spine.access.middleware import asking
from manumit.spine.records import Record

Titles = Mapping[str, str | Promise]


def lines_of(request: HttpRequest, record: Record, groups: Titles, acts: Titles) -> list[dict[str, Any]]:
    """Return a line for each of the field groups and acts: what was decided, by which policies, on which release."""
    return [
        {
            "title": _title(each.action, groups, acts),
            "allowed": each.decision.allowed,
            "reasons": [_(reason) for reason in each.decision.reasons],
            "rests_on": _rests_on(each),
            "until": each.expires_at,
            "policies": each.decision.policies,
        }
        for each in why(asking(request), record, [*(f"read_{group}" for group in groups), *acts])
    ]


def _rests_on(each: Why) -> str:
    if each.release:
        return _("Release: %(authority)s") % {"authority": each.release.authority}
    return _("Agreement: %(reference)s") % {"reference": each.agreement.reference} if each.agreement else ""


def _title(action: str, groups: Titles, acts: Titles) -> str:
    group = action.removeprefix("read_")
    if group in groups:
        return _("Read: %(group)s") % {"group": groups[group]}
    return str(acts[action])
