"""Keeping candidates: the rows of many pairs at once, weighed anew, each with where it stands."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.utils import timezone

from manumit.spine.matching import weights
from manumit.spine.matching.keys import Key
from manumit.spine.records import Record

from ..models import Candidate, Judgement
from ..worth import least
from .sides import records_of
from .standing import state_of
from .weighing import Named, Weighed, weigh_all

WEIGHED = ("weight", "model", "evidence", "state", "gone_at")


def keep(pairs: Sequence[Named]) -> list[Candidate]:
    """Write what pairs weigh now, and return their rows in order; new ones for those heavy enough, none for others.

    Rows are written and locked in the order of their pairs, so that jobs which share some wait for each other.
    """
    enough = {profile: least(profile) for profile in {pair[0] for pair in pairs}}
    heavy = {pair: found for pair, found in weigh_all(pairs).items() if found.score.weight >= enough[pair[0]]}
    _add({pair: heavy[pair] for pair in pairs if pair in heavy})
    rows: list[Candidate] = _among(Candidate.unscoped.select_for_update(), pairs)
    before = {row.pk: _said(row) for row in rows}
    for row in rows:
        _weigh(row, heavy.get(row.pair))
    _stand([row for row in rows if row.evidence != before[row.pk][2]])
    changed = [row for row in rows if _said(row) != before[row.pk]]
    Candidate.unscoped.bulk_update(changed, WEIGHED, batch_size=1000)
    return rows


def _add(heavy: Mapping[Named, Weighed]) -> None:
    """Add the rows that are not there yet, weighed: written once, not written and changed."""
    known = {row.pair for row in _among(Candidate.unscoped, list(heavy))}
    new = [pair for pair in heavy if pair not in known]
    records = records_of(Key.parse(key) for _, *keys in new for key in keys)
    rows = [Candidate(**named) for pair in new if (named := _sides(pair, records))]
    for row in rows:
        _weigh(row, heavy[row.pair])
    _stand(rows)
    for profile in sorted({pair[0] for pair in new}):
        weights.keep(weights.current(profile))
    Candidate.unscoped.bulk_create(rows, batch_size=1000, ignore_conflicts=True)


def _sides(pair: Named, records: Mapping[tuple[str, int], Record]) -> dict[str, object]:
    """Return the columns by which a row names its pair; empty where a record is gone."""
    profile, one, other = pair
    key, key2 = Key.parse(one), Key.parse(other)
    left, right = (records.get((each.kind, each.record_id)) for each in (key, key2))
    return sides(profile, (key, left), (key2, right)) if left and right else {}


def sides(profile: str, one: tuple[Key, Record], other: tuple[Key, Record]) -> dict[str, object]:
    """Return the columns by which a row names its pair."""
    (key, record), (key2, record2) = one, other
    return {
        "profile": profile,
        "record_kind": key.kind, "record_id": key.record_id, "record_number": record.number,
        "record_key": str(key), "record_name": key.name, "record_owner_id": record.owner_id,
        "other_kind": key2.kind, "other_id": key2.record_id, "other_number": record2.number,
        "other_key": str(key2), "other_name": key2.name, "other_owner_id": record2.owner_id,
    }  # fmt: skip


def _weigh(row: Candidate, found: Weighed | None) -> None:
    if found is None:
        row.gone_at = row.gone_at or timezone.now()
    else:
        row.weight, row.model, row.evidence = found.score.weight, found.score.model, found.evidence
        row.gone_at = None


def _stand(rows: Collection[Candidate]) -> None:
    """Say anew where pairs stand of which something that is compared changed."""
    held: dict[Named, list[Judgement]] = {}
    for each in _among(Judgement.unscoped.filter(withdrawn_at=None), [row.pair for row in rows]):
        held.setdefault(each.pair, []).append(each)
    for row in rows:
        row.state = state_of(row.profile, row.evidence, held.get(row.pair, ()))


def _among(model: Any, pairs: Collection[Named]) -> list[Any]:
    """Return the rows of a model that are of one of `pairs`, along the index of each profile, in the order of pairs.

    Keys are asked for side by side: a condition for each pair took longer to put together than to answer.
    """
    profiles = {profile for profile, *_ in pairs}
    found = [row for profile in sorted(profiles) for row in _of(model, [pair for pair in pairs if pair[0] == profile])]
    wanted = set(pairs)
    return sorted((row for row in found if row.pair in wanted), key=lambda row: row.pair)


def _of(model: Any, pairs: Sequence[Named]) -> Any:
    ones, others = {pair[1] for pair in pairs}, {pair[2] for pair in pairs}
    rows = model.filter(profile=pairs[0][0], record_key__in=ones, other_key__in=others)
    return rows.order_by(*Candidate.NAMED)


def _said(row: Candidate) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in WEIGHED)
