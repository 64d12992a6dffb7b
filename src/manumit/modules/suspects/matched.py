"""Of which suspects anything may be matched or asked for (rule 7): one condition for links and inquiries."""

from django.db.models import Q
from django.utils import timezone

from .choices import FREE, Standing

KEPT = (Standing.ARRESTED, Standing.CHARGED)
"""Kept while proceedings are pending, whatever the day of review."""


def may_be_matched(path: str = "") -> Q:
    """Return the condition: a basis stands, nobody cleared the person, no court let them go, and its time still runs.

    What was not validated by its day of review crosses no desk any more until it is (28 CFR 23.20(h)). `path` leads
    to the suspect ("suspect__").
    """

    def field(name: str) -> str:
        return f"{path}{name}"

    suspected = Q(**{field("has_basis"): True}) & ~Q(**{field("standing"): Standing.CLEARED})
    kept = Q(**{field("review_on__gte"): timezone.localdate()}) | Q(**{field("standing__in"): KEPT})
    return suspected & ~Q(**{field("outcome__in"): FREE}) & kept
