"""Counting a change to people, agencies or numbers as one more version of their case."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.records import Clash, Conflict, RecordHistory, provenance
from manumit.spine.records.changing import lock, step
from manumit.spine.records.plain import plain
from manumit.spine.records.provenance import Said

from ..models import Case

Steps = Mapping[str, tuple[Any, Any]]
"""`{"people.7.age_min": (old, new)}`: path below the case, value before, value after."""


def count_version(
    case: Case,
    actor: Actor | None,
    steps: Steps,
    said: Said,
    *,
    expected_version: int | None = None,
    carried: Mapping[str, str] | None = None,
    **columns: Any,
) -> None:
    """Give `case` its next version with `steps` in its history, and write `columns` of its own along.

    `expected_version` None means that nothing can clash: a row is added. `carried` names paths whose provenance
    another path keeps: a superseding row was told by whoever told the row before. Raises Conflict.
    """
    stands = demand_version(case, steps, expected_version)
    kept = {
        **columns,
        "version": stands.version + 1,
        "changed_at": timezone.now(),
        "provenance": provenance.add(_carried(stands, carried or {}), dict.fromkeys(steps, said)),
    }
    Case.unscoped.filter(pk=case.pk).update(**kept)
    for column, value in kept.items():
        setattr(case, column, value)
    step(case, actor, {path: _entry(*values, said) for path, values in steps.items()})


def steps_of(row: Any, changes: Mapping[str, tuple[Any, Any]]) -> Steps:
    """Return `changes` to a person, agency, number or part as steps of its case."""
    return {f"{row.part}.{row.pk}.{name}": pair for name, pair in changes.items()}


def demand_version(case: Case, steps: Steps, expected_version: int | None) -> Case:
    """Return the case as it stands, locked, if it still has `expected_version`; None asks for none. Raises Conflict.

    The values of `steps` clash where somebody else has written the same since.
    """
    stands: Case = lock(case)
    if expected_version is not None and stands.version != expected_version:
        raise _conflict(stands, steps, expected_version)
    return stands


def _carried(stands: Case, carried: Mapping[str, str]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = stands.provenance
    return {**known, **{new: known[old] for new, old in carried.items() if old in known}}


def _entry(old: Any, new: Any, said: Said) -> dict[str, Any]:
    source, said_on, certainty = said.as_list()
    return {"from": plain(old), "to": plain(new), "source": source, "said_on": said_on, "certainty": certainty}


def _conflict(stands: Case, steps: Steps, expected_version: int) -> Conflict:
    since = RecordHistory.objects.filter(kind=stands.kind, record_id=stands.pk, version__gt=expected_version)
    theirs = {path for changes in since.values_list("changes", flat=True) for path in changes}
    clashes = [Clash(path.rpartition(".")[2], new, old) for path, (old, new) in steps.items() if path in theirs]
    return Conflict(tuple(clashes), tuple(sorted(theirs - steps.keys())), stands.version)
