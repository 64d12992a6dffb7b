"""Tell who watches a record that it was changed."""

from typing import Any

from django.db.models import F, Max, OuterRef, Subquery
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory, action

from ..beside import place_of
from ..models import Watch
from ..notices.receiver import Receiver
from ..notices.telling import tell

MOST = 500


def unseen_changes() -> list[Watch]:
    """Return watches whose record has a version by somebody else that its watcher was not told of; `now_at` is it."""
    since = RecordHistory.objects.filter(
        kind=OuterRef("record_kind"), record_id=OuterRef("record_id"), version__gt=OuterRef("told_version")
    ).exclude(person=OuterRef("person"))
    newest = since.order_by().values("record_id").annotate(newest=Max("version")).values("newest")
    live: Any = Watch.unscoped.filter(ends_on__gte=timezone.localdate())
    return list(live.annotate(now_at=Subquery(newest)).filter(now_at__gt=F("told_version")).order_by("id")[:MOST])


@action("watch.tell")
def tell_of_change(nobody: Actor | None, watch: Watch, version: int) -> None:
    """Tell the watcher once of what was changed up to `version`."""
    changed = Watch.unscoped.filter(pk=watch.pk, told_version__lt=version).update(told_version=version)
    audit.record(None, "watch.tell", kind=watch.record_kind, record_id=watch.record_id)
    if changed:
        tell("watched", place_of(watch), [Receiver(watch.person_id, watch.agency_id)])
