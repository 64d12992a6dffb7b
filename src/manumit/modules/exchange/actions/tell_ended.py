"""Tell the agencies that received something that it ended: by what, when, and what it was, by number alone."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import kinds
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, numbers, provenance
from manumit.spine.records.changing import step
from manumit.spine.records.choices import Ended
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell

from ..models import ReleaseEnd

CITED = 200


def tell_ended(actor: Actor | None, releases: Sequence[Release], why: Ended, reference: str) -> None:
    """Write a paper for each agency that received any of `releases`, and tell it; the giver too where time ended it."""
    between: dict[tuple[int, int], list[Release]] = {}
    for each in releases:
        if each.giver_id and each.giver_id != each.agency_id:
            between.setdefault((each.giver_id, each.agency_id), []).append(each)
    numbered = _numbers(releases)
    for (giver, receiver), rows in sorted(between.items(), key=lambda item: item[0]):
        lines = [_line(each, numbered) for each in rows]
        write_end(actor, _paper(giver, receiver, why, reference, rows), lines)


@action("release.tell_end")
def write_end(actor: Actor | None, paper: ReleaseEnd, lines: list[dict[str, Any]]) -> ReleaseEnd:
    """Keep the paper and tell those it concerns, whoever did it left out."""
    paper.lines = lines
    paper.number = numbers.allocate(ReleaseEnd.number_prefix)
    paper.save(force_insert=True)
    step(paper, actor, {})
    audit.record(actor, "release.tell_end", kind=paper.kind, record_id=paper.pk, detail={"cause": paper.cause})
    by_time = supervisors(paper.owner_id) if paper.cause == Ended.EXPIRED else ()
    tell("release_ended", beside(paper), [*supervisors(paper.other_id), *by_time], actor)
    return paper


def _paper(giver: int, receiver: int, why: Ended, reference: str, rows: Sequence[Release]) -> ReleaseEnd:
    now = timezone.now()
    ended = [each.ended_at for each in rows if each.ended_at]
    return ReleaseEnd(
        owner_id=giver, other_id=receiver, opened_at=now, changed_at=now, state_since_at=now,
        provenance=provenance.begin(provenance.said(str(_("The log of releases")))),
        cause=why.value, reference=reference[:CITED], ended_at=max(ended, default=now),
    )  # fmt: skip


def _line(release: Release, numbered: dict[tuple[str, int], str]) -> dict[str, Any]:
    return {
        "release": release.pk, "kind": release.kind, "number": numbered.get((release.kind, release.record_id), ""),
    }  # fmt: skip


def _numbers(releases: Sequence[Release]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for kind in {each.kind for each in releases}:
        model: Any = kinds.get(kind).model_class
        rows = model.unscoped.filter(pk__in={each.record_id for each in releases if each.kind == kind})
        found |= {(kind, key): number for key, number in rows.values_list("pk", "number")}
    return found
