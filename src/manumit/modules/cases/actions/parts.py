"""Counting a change to people, agencies or numbers as one more version of their case."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.records import Clash, Conflict, provenance
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
    **columns: Any,
) -> None:
    """Give `case` its next version with `steps` in its history, and write `columns` of its own along.

    `expected_version` None means that nothing can clash: a row is added. Raises Conflict.
    """
    stands: Case = lock(case)
    if expected_version is not None and stands.version != expected_version:
        raise Conflict(_clashes(steps), (), stands.version)
    kept = {
        **columns,
        "version": stands.version + 1,
        "changed_at": timezone.now(),
        "provenance": provenance.add(stands.provenance, dict.fromkeys(steps, said)),
    }
    Case.unscoped.filter(pk=case.pk).update(**kept)
    for column, value in kept.items():
        setattr(case, column, value)
    step(case, actor, {path: _entry(*values, said) for path, values in steps.items()})


def _entry(old: Any, new: Any, said: Said) -> dict[str, Any]:
    source, said_on, certainty = said.as_list()
    return {"from": plain(old), "to": plain(new), "source": source, "said_on": said_on, "certainty": certainty}


def _clashes(steps: Steps) -> tuple[Clash, ...]:
    return tuple(Clash(path.rpartition(".")[2], new, old) for path, (old, new) in steps.items())
