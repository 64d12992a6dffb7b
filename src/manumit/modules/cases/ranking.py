"""Lists of few cases found by words or names: the best answers first, where a list is newest first."""

from django.db.models import Q

from manumit.spine.access import BadKey
from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.search import Word, ranking

from .filters import NAMES, WORDS, Narrowing, named
from .models import Case
from .questions import LIST_COLUMNS, PAGE

MOST = 100
"""Cases that are put in order of how well they answer; more than that nobody reads to the end, and are newest first."""
MARK = "~"
"""Before a place in a ranked list, where a list by age is continued from a key."""


def asked_for(narrowing: Narrowing) -> bool:
    """Return whether anything was asked that a case can answer better or worse."""
    return bool(narrowing.values.keys() & {WORDS, NAMES})


def list_ranked(actor: Actor, narrowing: Narrowing, *, after: str = "", limit: int = PAGE) -> Page[Case] | None:
    """Return a page of cases, best answers first; None where more than `MOST` were found.

    Raises BadKey for an `after` no page gave out.
    """
    start = _place(after)
    found = Case.objects.first_keys(actor, MOST + 1, filters=narrowing.where(actor), within=narrowing.within(actor))
    ids = (
        ranking.ranked(actor, Case.kind, found, _words(narrowing), named(narrowing.values.get(NAMES, ())))
        if found
        else []
    )
    if len(ids) > MOST:
        return None
    shown = ids[start : start + limit]
    places = {case_id: place for place, case_id in enumerate(shown)}
    listed = Case.objects.page(actor, limit=limit, filters=Q(pk__in=shown), readable=("people",), columns=LIST_COLUMNS)
    following = f"{MARK}{start + limit}" if len(ids) > start + limit else None
    preceding = f"{MARK}{max(start - limit, 0)}" if start else None
    return Page(sorted(listed.rows, key=lambda case: places[case.pk]), following, preceding)


def _place(after: str) -> int:
    digits = after.removeprefix(MARK)
    if not after:
        return 0
    if digits == after or not digits.isdecimal() or int(digits) > MOST:
        raise BadKey("a place no ranked list has")
    return int(digits)


def _words(narrowing: Narrowing) -> list[Word]:
    return [word for words in narrowing.values.get(WORDS, ()) for word in words]
