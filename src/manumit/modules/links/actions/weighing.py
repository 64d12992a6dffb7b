"""Weighing a pair: its score, and a digest of what both sides say."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from manumit.linkage import PROFILES, Model, Score, scores
from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import Described, weights
from manumit.spine.matching.keys import Key
from manumit.spine.matching.question import Found, Question
from manumit.spine.matching.reading import sound, things
from manumit.spine.matching.seeing import seen

Named = tuple[str, str, str]
"""A pair: its profile, and its two keys in order."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair as it weighs now: its score, and the facts of both sides."""

    score: Score
    facts: tuple[Any, Any]

    @property
    def evidence(self) -> str:
        """A digest of what both sides say, feature by feature: unchanged where nothing that is compared changed."""
        said = [[step.feature, step.level, *map(sorted, (step.left, step.right))] for step in self.score.waterfall]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def weigh_all(pairs: Iterable[Named]) -> dict[Named, Weighed]:
    """Return what pairs (profile and keys) weigh now; those of which a side may not be matched are left out."""
    asked = {pair: (Key.parse(pair[1]), Key.parse(pair[2])) for pair in pairs}
    known = things(key for keys in asked.values() for key in keys)
    found: dict[Named, Weighed] = {}
    for profile in sorted({pair[0] for pair in asked}):
        both = {pair: keys for pair, keys in asked.items() if pair[0] == profile and known.keys() >= set(keys)}
        found |= _weighed(weights.current(profile), both, known)
    return found


def _weighed(
    model: Model, pairs: Mapping[Named, tuple[Key, Key]], known: Mapping[Key, Described]
) -> dict[Named, Weighed]:
    """Return what pairs of known things weigh, all compared together."""
    place = {key: at for at, key in enumerate(dict.fromkeys(key for keys in pairs.values() for key in keys))}
    facts = [sound(model.profile, known[key].facts) for key in place]
    both = [(place[one], place[other]) for one, other in pairs.values()]
    found = zip(pairs, both, scores(model, facts, both), strict=True)
    return {pair: Weighed(score, (facts[one], facts[other])) for pair, (one, other), score in found}


def weigh(profile: str, record_key: str, other_key: str, version: str = "") -> Weighed | None:
    """Return what a pair weighs, by the weights of `version` or those in use; None where a side may not be matched."""
    one, other = Key.parse(record_key), Key.parse(other_key)
    known = things((one, other))
    if one not in known or other not in known:
        return None
    pair = profile, record_key, other_key
    return _weighed(weights.to_explain(profile, version), {pair: (one, other)}, known)[pair]


def answered(actor: Actor, question: Question, found: Sequence[Found]) -> list[tuple[Found, str, Score]]:
    """Return each candidate that a search found for the actor, its record's number, and how it scores.

    What they may no longer read, or may no longer be matched, is left out.
    """
    keys = seen(actor, [each.key for each in found])
    known, numbers = things(keys), _numbers(actor, keys)
    told = [each for each in found if each.key in known and each.key in numbers]
    profile = PROFILES[question.profile]
    facts = [sound(profile, question.facts), *(sound(profile, known[each.key].facts) for each in told)]
    scored = scores(weights.current(question.profile), facts, [(0, at) for at in range(1, len(facts))])
    return [(each, numbers[each.key], score) for each, score in zip(told, scored, strict=True)]


def _numbers(actor: Actor, keys: Collection[Key]) -> dict[Key, str]:
    numbers: dict[tuple[str, int], str] = {}
    for kind in {key.kind for key in keys}:
        model: Any = kinds.get(kind).model_class
        rows = model.objects.visible_to(actor).filter(pk__in={key.record_id for key in keys if key.kind == kind})
        numbers |= {(kind, pk): number for pk, number in rows.order_by().values_list("pk", "number")}
    return {key: numbers[key.kind, key.record_id] for key in keys if (key.kind, key.record_id) in numbers}
