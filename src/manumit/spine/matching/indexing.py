"""The life of an index: opened, taken into, built anew.

The files lie under MANUMIT_HOME/matching, one folder a profile and generation; a row names the generation that
answers, so files of another database or of a build that was broken off answer nobody. One writer at a time by a lock
file, which a killed process lets go of.
"""

import fcntl
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from manumit.linkage import PROFILES, Index, Model
from manumit.linkage.reading import Record
from manumit.spine.access import kinds
from manumit.spine.audit.prepared import asked

from . import journal, weights
from .keys import Key
from .linkable import of_profile
from .models import MatchEntry, MatchIndex, MatchModel, PendingChange
from .reading import described, known

AT_ONCE = 2000
"""Records that are read, and written into an index, at a time."""

HEAP = 50_000
"""Notes from which on an index is built anew rather than added to: an import of very many."""
ENTER = """
INSERT INTO matching_matchentry (generation, kind, record_id, key)
SELECT %s, split_part(key, ':', 2), split_part(key, ':', 3)::bigint, key FROM unnest(string_to_array(%s, ' ')) AS key
ON CONFLICT DO NOTHING
"""
"""One statement for as many keys as there are, which go to the database as one text."""
STANDING = """
SELECT i.id, i.profile, i.generation, i.built_at, m.id, m.profile, m.version FROM matching_matchindex i
JOIN matching_matchmodel m ON m.id = i.model_id WHERE i.profile = %s
"""
NOTED = "SELECT DISTINCT kind, record_id FROM matching_pendingchange WHERE profile = %s"
"""Both stay prepared: every question asks them."""
Told = Callable[[int], None]
_open: dict[Path, Index] = {}
_elsewhere: ContextVar[Path | None] = ContextVar("matching_elsewhere", default=None)


def standing(profile: str) -> MatchIndex:
    """Return the index that answers for `profile`; where there is none, one that has everything still to take in.

    So it is too where the weights are an older product's, whose comparisons this one no longer makes.
    """
    row = _standing(profile)
    if row and not weights.understood(row.model.version):
        return _begin_again(profile)
    return row or _begin(profile)


def _standing(profile: str) -> MatchIndex | None:
    for id_, name, generation, built_at, *of_model in asked(STANDING, profile):
        model = MatchModel.from_db(None, ["id", "profile", "version"], of_model)
        return MatchIndex(id=id_, profile=name, generation=generation, built_at=built_at, model=model)
    return None


def opened(row: MatchIndex) -> Index:
    """Return the files of an index; an empty one where they are not there."""
    folder = _folder(row.profile, row.generation)
    if not folder.exists():
        folder = home() / f"{row.profile}-none"
    found = _open.get(folder)
    if found is None or found.model.version != row.model.version:
        found = _open[folder] = Index.open(folder, weights.of_version(row.model.version))
    return found


def newer(row: MatchIndex) -> Iterator[tuple[Key, Record | None]]:
    """Yield what changed since the index took it in, as it stands now; None for what may no longer be found."""
    for kind, ids in _by_kind(asked(NOTED, row.profile)).items():
        yield from _afresh(row, kind, ids).items()


def take_in(profile: str, most: int = AT_ONCE, *, wait: bool = False) -> int:
    """Take up to `most` noted changes into the index; return how many there were.

    While another process writes, none are, unless it is to `wait` for that.

    Killed at any moment it may be done again: what is noted stays so until it is in the files.
    """
    with _alone(profile, wait=wait) as mine:
        row = standing(profile)
        pending = PendingChange.objects.filter(profile=profile).order_by("pk")[:most] if mine else ()
        taken = [change.pk for change in pending]
        changed = PendingChange.objects.filter(pk__in=taken).values_list("kind", "record_id").distinct()
        for kind, ids in _by_kind(changed).items():
            _write(row, _afresh(row, kind, ids))
        PendingChange.objects.filter(pk__in=taken).delete()
    return len(taken)


def build(profile: str, model: Model | None = None, told: Told = lambda _: None) -> int:
    """Build the index of `profile` from the database, under `model` or the weights it has; return its size.

    The old one answers until the new one is whole. Waits for who writes to it now.
    """
    with _alone(profile, wait=True):
        return _build(profile, model, told)


def catch_up(profile: str) -> None:
    """Take in all that is noted; where that is a heap, and more than the index holds, build it anew: that is faster."""
    with _alone(profile, wait=True):
        if _is_heap(profile):
            _build(profile, None, lambda _: None)
    while take_in(profile, wait=True):
        continue


def reweigh(profile: str, changed: Callable[[Model], Model]) -> bool:
    """Let the index of `profile` answer under weights that `changed` makes of its own; say whether they are others.

    Its files stay: they hold no weights. Waits for who writes to it now.
    """
    with _alone(profile, wait=True):
        row = standing(profile)
        model = changed(weights.of_version(row.model.version))
        if model.version == row.model.version:
            return False
        row.model = weights.keep(model)
        row.save(update_fields=["model"])
    return True


def _is_heap(profile: str) -> bool:
    pending = PendingChange.objects.filter(profile=profile)
    if not pending[HEAP : HEAP + 1].exists():
        return False
    return pending.count() > MatchEntry.objects.filter(generation=standing(profile).generation).count()


def _build(profile: str, model: Model | None, told: Told) -> int:
    old = standing(profile)
    kept = weights.keep(model) if model else old.model
    covered = list(PendingChange.objects.filter(profile=profile).values_list("pk", flat=True))
    MatchEntry.objects.filter(generation__in=_broken_off(profile, old.generation)).delete()
    new = MatchIndex(pk=old.pk, profile=profile, generation=uuid.uuid4(), model=kept, built_at=timezone.now())
    index = Index.open(_folder(profile, new.generation), weights.of_version(kept.version))
    size = index.load(_everything(new, told), lenient=True)
    _switch(old, new, covered)
    return size


def home() -> Path:
    """Return the folder of all indexes."""
    return _elsewhere.get() or Path(settings.MANUMIT_HOME) / "matching"


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Keep indexes in another folder meanwhile: drills leave those in use alone."""
    token = _elsewhere.set(folder)
    try:
        yield
    finally:
        _elsewhere.reset(token)


@transaction.atomic
def _begin(profile: str) -> MatchIndex:
    values = {"generation": uuid.uuid4(), "model": weights.starting(profile)}
    row, made = MatchIndex.objects.get_or_create(profile=profile, defaults=values)
    if made:
        _note_everything(profile)
    return row


@transaction.atomic
def _begin_again(profile: str) -> MatchIndex:
    """Leave weights and files that are not understood; whoever comes second finds it done."""
    old = MatchIndex.objects.select_for_update(of=("self",)).select_related("model").get(profile=profile)
    if weights.understood(old.model.version):
        return old
    new = MatchIndex(pk=old.pk, profile=profile, generation=uuid.uuid4(), model=weights.starting(profile))
    new.save()
    MatchEntry.objects.filter(generation=old.generation).delete()
    PendingChange.objects.filter(profile=profile).delete()
    _note_everything(profile)
    for folder in (_folder(profile, old.generation), home() / f"{profile}-none"):
        transaction.on_commit(partial(shutil.rmtree, folder, ignore_errors=True))
    return new


def _note_everything(profile: str) -> None:
    for kind in _kinds(profile):
        journal.note_for([profile], kind, record_ids(kind))


def _afresh(row: MatchIndex, kind: str, ids: Sequence[int]) -> dict[Key, Record | None]:
    entries = MatchEntry.objects.filter(generation=row.generation, kind=kind, record_id__in=ids)
    found: dict[Key, Record | None] = {Key.parse(text): None for text in entries.values_list("key", flat=True)}
    return {**found, **dict(described(PROFILES[row.profile], kind, ids))}


def _write(row: MatchIndex, changes: dict[Key, Record | None]) -> None:
    """Write what stands, remove what does not; entries go before what they name and leave after it."""
    folder = _folder(row.profile, row.generation)
    folder.mkdir(parents=True, exist_ok=True)
    index = opened(row)
    there = {key: facts for key, facts in changes.items() if facts is not None}
    _enter(row, list(there))
    index.add_many((str(key), facts) for key, facts in there.items())
    gone = [key for key, facts in changes.items() if facts is None]
    for key in gone:
        index.remove(str(key))
    for key in gone:
        MatchEntry.objects.filter(generation=row.generation, kind=key.kind, record_id=key.record_id, key=key).delete()


def _enter(row: MatchIndex, keys: Sequence[Key]) -> None:
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(ENTER, [row.generation, " ".join(map(str, keys))])


def _everything(row: MatchIndex, told: Told) -> Iterator[tuple[str, Record]]:
    done = 0
    for kind in _kinds(row.profile):
        ids = record_ids(kind)
        for start in range(0, len(ids), AT_ONCE):
            found = dict(known(row.profile, kind, ids[start : start + AT_ONCE]))
            _enter(row, list(found))
            done += len(found)
            told(done)
            yield from ((str(key), facts) for key, facts in found.items())


@transaction.atomic
def _switch(old: MatchIndex, new: MatchIndex, covered: Sequence[int]) -> None:
    new.save()
    for start in range(0, len(covered), 5000):
        PendingChange.objects.filter(pk__in=covered[start : start + 5000]).delete()
    MatchEntry.objects.filter(generation=old.generation).delete()
    transaction.on_commit(lambda: shutil.rmtree(_folder(old.profile, old.generation), ignore_errors=True))


def _broken_off(profile: str, standing: uuid.UUID) -> list[uuid.UUID]:
    """Return generations of builds that were never finished, after removing their files."""
    found = []
    for folder in home().glob(f"{profile}-*"):
        name = folder.name.removeprefix(f"{profile}-")
        if name not in {"none", str(standing)} and folder.is_dir():
            found.append(uuid.UUID(name))
            shutil.rmtree(folder, ignore_errors=True)
    return found


def _by_kind(changes: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for kind, record_id in changes:
        found.setdefault(kind, []).append(record_id)
    return found


def _kinds(profile: str) -> list[str]:
    return sorted({each.kind for each in of_profile(profile)})


def record_ids(kind: str, narrowed: Mapping[str, object] | None = None) -> list[int]:
    """Return the ids of all records of a kind, in order; only those whose columns are as in `narrowed`."""
    model: Any = kinds.get(kind).model_class
    return list(model.unscoped.filter(**(narrowed or {})).order_by("pk").values_list("pk", flat=True))


def _folder(profile: str, generation: uuid.UUID) -> Path:
    return home() / f"{profile}-{generation}"


@contextmanager
def _alone(profile: str, *, wait: bool = False) -> Iterator[bool]:
    """Yield whether this process alone may write; let go of by the system where a process is killed."""
    home().mkdir(parents=True, exist_ok=True)
    with (home() / f"{profile}.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
