"""Raise the candidates of one record, and end those that no longer hold."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from manumit.linkage import PROFILES
from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import weights
from manumit.spine.matching.asking import Question, search_all
from manumit.spine.matching.keys import Key
from manumit.spine.matching.linkable import profiles
from manumit.spine.matching.reading import described
from manumit.spine.records import Record, action

from ..choices import LEAST, State
from ..models import Candidate
from .standing import renew
from .telling import record_of, tell_sides
from .weighing import Weighed, weigh

ALL = 1_000_000
"""No pair that is heavy enough is left out: a cut would let a pair give way to one that its viewer may not know of."""
Pairs = set[tuple[str, str, str]]


@action("links.raise")
def raise_links(nobody: Actor | None, kind: str, record_id: int) -> list[Candidate]:
    """Raise what the record's things may be one with, tell the owners as far as each may know, and return them.

    Run again it changes nothing. A pair judged "not the same" stays so until what is known of it changes.
    """
    pairs = set(_found(kind, record_id)) | _standing(kind, record_id)
    audit.record(nobody, "links.raise", kind=kind, record_id=record_id, detail={"pairs": len(pairs)})
    kept = [candidate for pair in sorted(pairs) if (candidate := _keep(*pair)) is not None]
    for candidate in kept:
        tell_sides(candidate)
    return [candidate for candidate in kept if candidate.gone_at is None]


def _found(kind: str, record_id: int) -> Iterator[tuple[str, str, str]]:
    for profile in profiles():
        for key, facts in list(described(PROFILES[profile], kind, [record_id])):
            question = Question(profile, key.name, facts, (kind, record_id))
            for hit in search_all(question, ALL, least=LEAST[profile]):  # type: ignore[index]  # words of Profile
                one, other = sorted((key, hit.key), key=str)
                yield profile, str(one), str(other)


def _standing(kind: str, record_id: int) -> Pairs:
    here = Q(record_kind=kind, record_id=record_id) | Q(other_kind=kind, other_id=record_id)
    return set(Candidate.unscoped.filter(here).values_list("profile", "record_key", "other_key"))


def _keep(profile: str, record_key: str, other_key: str) -> Candidate | None:
    known = Candidate.unscoped.select_for_update().filter(
        profile=profile, record_key=record_key, other_key=other_key
    ).first()  # fmt: skip
    found = weigh(profile, record_key, other_key)
    if found is None or found.score.weight < LEAST[profile]:  # type: ignore[index]  # words of Profile
        return _end(known)
    candidate = known or _new(profile, Key.parse(record_key), Key.parse(other_key))
    return _weighed(candidate, found) if candidate else None


def _end(candidate: Candidate | None) -> Candidate | None:
    if candidate and candidate.gone_at is None:
        candidate.gone_at = timezone.now()
        candidate.save(update_fields=["gone_at"])
    return candidate


def _new(profile: str, one: Key, other: Key) -> Candidate | None:
    left, right = record_of(one.kind, one.record_id), record_of(other.kind, other.record_id)
    return Candidate(**sides(profile, (one, left), (other, right))) if left and right else None


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


def _weighed(candidate: Candidate, found: Weighed) -> Candidate:
    changed = candidate.evidence != found.evidence
    candidate.weight, candidate.model = found.score.weight, found.score.model
    candidate.evidence, candidate.gone_at = found.evidence, None
    if candidate.pk is None:
        weights.keep(weights.current(candidate.profile))
        candidate.state = State.WAITING
    candidate.save()
    if changed:
        renew(candidate)
    return candidate
