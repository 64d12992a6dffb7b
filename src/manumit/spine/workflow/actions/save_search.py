"""Keep a search."""

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.search import listing

from ..models import SavedSearch
from ..refusing import Refused

MOST = 50
"""Saved searches a person."""
PAGING = ("after", "before", "box")


@action("search.save")
def save_search(actor: Actor, *, kind: str, title: str, query: str, tells: bool) -> SavedSearch:
    """Keep the address `query` of the list of `kind` under `title`; `tells` of records opened from now on.

    Raises Refused for a list that there is not, an empty title, or too many.
    """
    title = title.strip()
    if listing.of(kind) is None or not title or len(title) > 100:
        raise Refused(_("Give the search a name of at most 100 characters."))
    if SavedSearch.objects.filter(person=actor.person_id, agency=actor.agency_id).count() >= MOST:
        raise Refused(_("You keep 50 searches already: remove one first."))
    saved = SavedSearch.objects.create(
        person_id=actor.person_id,
        agency_id=actor.agency_id,
        purpose=actor.purpose,
        record_kind=kind,
        title=title,
        query=_lasting(query),
        tells=tells,
        told_at=timezone.now(),
    )
    audit.record(actor, "search.save", kind="person", record_id=actor.person_id, detail={"search": saved.pk})
    return saved


def _lasting(query: str) -> str:
    """Return the address without what belongs to one page of it. Raises Refused for one that is too long."""
    asked = QueryDict(query, mutable=True)
    for name in PAGING:
        asked.pop(name, None)
    text = asked.urlencode()
    if len(text) > 2000:
        raise Refused(_("This search is too long to be kept: use fewer filters."))
    return text
