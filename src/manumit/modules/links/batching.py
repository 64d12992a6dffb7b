"""Looking at everything that a profile compares, some records at a time, so that a run broken off goes on."""

from collections.abc import Callable, Sequence

from django.utils import timezone

from manumit.spine.matching import indexing
from manumit.spine.matching.common import recount
from manumit.spine.matching.linkable import of_profile

from .models import BatchRun
from .worth import measured

AT_ONCE = 200
"""Records between two marks of how far it came: what a killed run does again, which changes nothing."""
Told = Callable[[int], None]


def look_at_all(profile: str, told: Told = lambda _: None, *, anew: bool = False) -> BatchRun:
    """Raise the candidates of everything `profile` compares, and end those that no longer hold; return the run.

    Goes on where an earlier run was broken off, unless it is to begin `anew`. `told` hears how many were looked at.
    """
    if anew:
        BatchRun.objects.filter(profile=profile, ended_at=None).delete()
    indexing.catch_up(profile)
    run = BatchRun.objects.filter(profile=profile, ended_at=None).first() or _begun(profile)
    for kind in sorted({each.kind for each in of_profile(profile)}):
        if kind >= run.kind:
            _look(run, kind, told)
    run.ended_at = timezone.now()
    run.save(update_fields=["ended_at"])
    return run


def must_be_measured(profile: str) -> None:
    """See to it that it was measured once how much evidence is worth a lead, though no night has come yet.

    Written as a look that looked at nothing: the nightly one begins at the beginning.
    """
    if not BatchRun.objects.filter(profile=profile).exists():
        BatchRun.objects.create(profile=profile, least=measured(profile), ended_at=timezone.now())


def _begun(profile: str) -> BatchRun:
    """Begin a look: numbers that many carry are counted, then it is measured how much evidence a pair must have."""
    recount(profile)
    return BatchRun.objects.create(profile=profile, least=measured(profile))


def _look(run: BatchRun, kind: str, told: Told) -> None:
    ids = indexing.record_ids(kind)
    left = [each for each in ids if each > run.after] if kind == run.kind else ids
    for start in range(0, len(left), AT_ONCE):
        _step(run, kind, left[start : start + AT_ONCE])
        told(run.records)


def _step(run: BatchRun, kind: str, ids: Sequence[int]) -> None:
    from .actions.raise_links import raise_links

    found = raise_links(None, kind, ids, (run.profile,))
    run.kind, run.after = kind, ids[-1]
    run.records, run.pairs = run.records + len(ids), run.pairs + len(found)
    run.save(update_fields=["kind", "after", "records", "pairs"])
