"""Tell who keeps a search of records that are new in it."""

from datetime import datetime

from django.http import QueryDict
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, action
from manumit.spine.search import listing

from ..beside import beside
from ..models import SavedSearch
from ..notices.receiver import Receiver
from ..notices.telling import tell

EVENT = "search_found"


def telling() -> list[SavedSearch]:
    """Return the searches whose keepers wish to be told."""
    return list(SavedSearch.objects.filter(tells=True).order_by("pk"))


@action("search.tell")
def tell_of_search(nobody: Actor | None, saved: SavedSearch) -> int:
    """Tell of each record opened since, once; returns how many. It looks as the keeper, with what they may see now."""
    now, found = timezone.now(), newer(saved)
    for record in found:
        tell(EVENT, beside(record), [Receiver(saved.person_id, saved.agency_id)])
    SavedSearch.objects.filter(pk=saved.pk, told_at__lt=now).update(told_at=now)
    audit.record(None, "search.tell", kind="person", record_id=saved.person_id, detail={"search": saved.pk})
    return len(found)


def newer(saved: SavedSearch, since: datetime | None = None) -> list[Record]:
    """Return what is new in a search since `since` (when they were told), as far as its keeper may see it."""
    list_, member = listing.of(saved.record_kind), _membership(saved)
    actor = actor_for(member, saved.purpose, person_id=saved.person_id) if member else None
    if list_ is None or actor is None or not actor.active:
        return []
    return list(list_.newer(actor, QueryDict(saved.query), since or saved.told_at))


def _membership(saved: SavedSearch) -> int | None:
    rows = Membership.objects.filter(person=saved.person_id, agency=saved.agency_id, active=True)
    return rows.values_list("pk", flat=True).first()
