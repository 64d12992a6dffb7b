"""What must be true of matching after kills: of the files, of the candidates, of who was told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from manumit.linkage import PROFILES
from manumit.modules.cases.models import Case
from manumit.modules.links.batching import look_at_all
from manumit.modules.links.choices import LEAST
from manumit.modules.links.models import Candidate
from manumit.spine.jobs.models import Deed
from manumit.spine.matching import indexing, weights
from manumit.spine.matching.asking import AtHand, Question
from manumit.spine.matching.keys import Key
from manumit.spine.matching.models import MatchEntry
from manumit.spine.matching.reading import held, sound
from manumit.spine.workflow.models import Notice

from .victims import PROFILE

Pair = tuple[str, str]


def after_a_kill(acknowledged: Iterable[int]) -> Iterator[str]:
    """Yield what is wrong now, while everything may still be half way."""
    lost = set(acknowledged) - set(Case.unscoped.values_list("pk", flat=True))
    if lost:
        yield f"acknowledged cases are gone: {sorted(lost)[:5]}"
    row = indexing.standing(PROFILE)
    entered = set(MatchEntry.objects.filter(generation=row.generation).values_list("key", flat=True))
    if ghosts := set(indexing.opened(row).ids()) - entered:
        yield f"the files hold what no entry names: {sorted(ghosts)[:5]}"


def at_the_end() -> Iterator[str]:
    """Let what waits be done, as the next night does it; yield what differs from what was never disturbed."""
    look_at_all(PROFILE)
    look_at_all(PROFILE, anew=True)
    grown = _answers()
    indexing.build(PROFILE)
    scratch = _answers()
    if grown != scratch:
        yield f"the index is not the one built from scratch: {_first(grown, scratch)}"
    standing = set(Candidate.unscoped.filter(profile=PROFILE, gone_at=None).values_list("record_key", "other_key"))
    wanted = {pair for key, hits in scratch.items() for other, _ in hits for pair in (_pair(key, other),)}
    if lost := wanted - standing:
        yield f"candidates are lost: {sorted(lost)[:3]}"
    if false := standing - wanted:
        yield f"candidates stand that nothing raises: {sorted(false)[:3]}"
    told = Counter(Notice.unscoped.filter(event="link_found").values_list("record_id", flat=True))
    deeds = Deed.objects.filter(key__startswith="link_found ").count()
    if sum(told.values()) != deeds:
        yield f"{deeds} were to be told once, {sum(told.values())} notices were written"
    yield from _under_the_published_weights()


def _under_the_published_weights() -> Iterator[str]:
    """Yield what of the telephones that cases share is no candidate, or the other way round.

    What was learned of a few cases that share a handful of numbers holds, rightly, that a number in common says little:
    a run in which a program that learns came to its end would have no candidate to lose.
    """
    indexing.build(PROFILE, weights.of_version(weights.starting(PROFILE).version))
    look_at_all(PROFILE, anew=True)
    standing = set(Candidate.unscoped.filter(profile=PROFILE, gone_at=None).values_list("record_key", "other_key"))
    if lost := _shared() - standing:
        yield f"telephones that cases share are no candidates: {sorted(lost)[:3]}"
    if false := standing - _shared():
        yield f"candidates stand for telephones that are not shared: {sorted(false)[:3]}"


def _shared() -> set[Pair]:
    """Return the pairs of telephones with one number in two cases, by the numbers alone."""
    by_number: dict[str, list[Key]] = {}
    for key, thing in held("case", indexing.record_ids("case")):
        if key.name == "phone":
            by_number.setdefault(str(thing.facts["phones"][0]), []).append(key)
    pairs = (pair for keys in by_number.values() for pair in combinations(keys, 2))
    return {_pair(str(one), str(other)) for one, other in pairs if one.record_id != other.record_id}


def candidates() -> int:
    """Return how many candidates stand."""
    return Candidate.unscoped.filter(profile=PROFILE, gone_at=None).count()


def _answers() -> dict[str, list[tuple[str, int]]]:
    """Return what everything that may be matched finds, with weights."""
    index = AtHand(PROFILE)
    answers = {}
    for key, thing in held("case", indexing.record_ids("case")):
        if key.name == "phone":
            question = Question(PROFILE, key.name, sound(PROFILES[PROFILE], thing.facts), ("case", key.record_id))
            hits = index.heavy(question, LEAST[PROFILE])  # type: ignore[index]  # words of Profile
            answers[str(key)] = [(str(hit.key), hit.weight) for hit in hits]
    return answers


def _pair(one: str, other: str) -> Pair:
    first, second = sorted((str(Key.parse(one)), str(Key.parse(other))))
    return first, second


def _first(grown: dict[str, list[tuple[str, int]]], scratch: dict[str, list[tuple[str, int]]]) -> str:
    key = next(key for key in sorted({*grown, *scratch}) if grown.get(key) != scratch.get(key))
    return f"{key} finds {grown.get(key)} and {scratch.get(key)}"
