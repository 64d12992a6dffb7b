"""Keep releases to the word of the nation whose people a record is about: what it does not let ends, at once."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, cast

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import kinds, nations
from manumit.spine.access.models import NationRule, Release, Use
from manumit.spine.identity.actor import Actor
from manumit.spine.records import releasing
from manumit.spine.records.choices import Ended


def keep_all(actor: Actor | None, nation_id: int, moment: datetime) -> None:
    """Let no release of records of the nation's people, of any kind, reach beyond its word at `moment`."""
    said: dict[int, nations.Word] = {}
    for kind in kinds.all_kinds():
        if kind.nation:
            theirs = cast(Any, kind.model_class).unscoped.filter(**{kind.nation: nation_id}).values("pk")
            for release in _live(kind.name, theirs):
                if release.agency_id not in said:
                    said[release.agency_id] = _word(nation_id, release.agency_id, moment)
                keep(actor, nation_id, release, moment, said[release.agency_id])


def follow_nation(kind_name: str, ids: Collection[int]) -> None:
    """After records changed: where they are said to be of a nation's people, its word counts from now on."""
    kind = kinds.get(kind_name)
    if not kind.nation:
        return
    releases = list(_live(kind_name, ids))
    rows: Any = cast(Any, kind.model_class).unscoped.filter(pk__in=[each.record_id for each in releases])
    of = dict(rows.values_list("pk", kind.nation)) if releases else {}
    for release in releases:
        if nation_id := of.get(release.record_id):
            nations.hold(nation_id)
            now = timezone.now()
            keep(None, nation_id, release, now, _word(nation_id, release.agency_id, now))


def keep(actor: Actor | None, nation_id: int, release: Release, moment: datetime, said: nations.Word) -> None:
    """End the release, or let it end earlier, where what the nation `said` from `moment` on reaches less far."""
    until = (said.rule.ends_at if said.rule else None) if said.allowed else moment
    if until is None or until >= release.expires_at:
        return
    cited = (said.rule or _newest(nation_id, moment)).citation
    if until <= timezone.now():
        releasing.end(actor, [release], Ended.NATION, cited)
        return
    Release.objects.filter(pk=release.pk).update(expires_at=until)
    told = {"release": release.pk, "expires_at": until.isoformat(), "because": cited}
    audit.record(actor, f"{release.kind}.release.shorten", kind=release.kind, record_id=release.record_id, detail=told)


def _word(nation_id: int, agency_id: int, moment: datetime) -> nations.Word:
    return nations.word(nation_id, Use.INVESTIGATION, agency_id, moment)


def _newest(nation_id: int, moment: datetime) -> NationRule:
    """Return the newest decision on who may investigate: what is not named by it is refused by it."""
    rows = NationRule.objects.filter(nation=nation_id, use=Use.INVESTIGATION, effective_at__lte=moment)
    return rows.order_by("-effective_at", "-id")[0]


def _live(kind: str, ids: Any) -> Iterable[Release]:
    """Return the live releases of these records, locked."""
    rows = Release.objects.filter(kind=kind, record_id__in=ids, ended_at=None, expires_at__gt=timezone.now())
    return rows.select_for_update().order_by("id")
