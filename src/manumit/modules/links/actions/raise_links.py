"""Raise the candidates of some records, and end those that no longer hold."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db.models import Q

from manumit.linkage import PROFILES
from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.asking import AtHand, Question
from manumit.spine.matching.keys import Key
from manumit.spine.matching.linkable import PROFILES as COMPARED
from manumit.spine.matching.linkable import profiles_of
from manumit.spine.matching.reading import held, sound
from manumit.spine.records import action

from ..models import Candidate
from ..worth import least
from .keeping import keep
from .telling import tell_sides
from .weighing import Named


@action("links.raise")
def raise_links(
    nobody: Actor | None, kind: str, ids: Collection[int], by: Collection[str] | None = None
) -> list[Candidate]:
    """Raise what the things of some records may be one with, tell the owners as far as each may know, return them.

    `by` are the profiles to compare by, all where left out. One question to the index a thing; all else is read and
    written for all of them at once. Run again it changes nothing. A pair judged "not the same" stays so until what is
    known of it changes.
    """
    profiles = profiles_of(kind) if by is None else sorted(by)
    pairs = sorted({*_found(kind, ids, profiles), *_standing(kind, ids, profiles)})
    counted = _counted(kind, pairs)
    subjects = [audit.Subject(kind, record_id, {"pairs": counted[record_id]}) for record_id in sorted(set(ids))]
    audit.record_many(nobody, "links.raise", subjects)
    kept = keep(pairs)
    tell_sides(kept)
    return [candidate for candidate in kept if candidate.gone_at is None]


def _found(kind: str, ids: Collection[int], profiles: Sequence[str]) -> Iterator[Named]:
    """Yield every pair that is heavy enough: a cut would let one give way to another that its viewer may not know."""
    things = list(held(kind, ids))
    for profile in profiles:
        index, enough = AtHand(profile), least(profile)
        for key, thing in things:
            if profile in COMPARED[key.name]:
                question = Question(profile, key.name, sound(PROFILES[profile], thing.facts), (kind, key.record_id))
                for hit in index.heavy(question, enough):
                    one, other = sorted((str(key), str(hit.key)))
                    yield profile, one, other


def _standing(kind: str, ids: Collection[int], profiles: Sequence[str]) -> set[Named]:
    here = Q(record_kind=kind, record_id__in=ids) | Q(other_kind=kind, other_id__in=ids)
    return set(Candidate.unscoped.filter(here, profile__in=profiles).values_list("profile", "record_key", "other_key"))


def _counted(kind: str, pairs: Iterable[Named]) -> Counter[int]:
    """Return how many pairs each record of a kind has a side in."""
    sides = ({Key.parse(one), Key.parse(other)} for _, one, other in pairs)
    return Counter(record for keys in sides for record in {key.record_id for key in keys if key.kind == kind})
