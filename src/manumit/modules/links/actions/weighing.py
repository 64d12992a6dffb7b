"""Weighing a pair: its score, and a digest of what both sides say."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from manumit.linkage import PROFILES, Model, Score, score
from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import Described, weights
from manumit.spine.matching.keys import Key
from manumit.spine.matching.question import Found, Question
from manumit.spine.matching.reading import sound, things
from manumit.spine.matching.seeing import seen


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


def weigh_all(pairs: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], Weighed]:
    """Return what pairs (profile and keys) weigh now; those of which a side may not be matched are left out."""
    asked = [(pair, Key.parse(pair[1]), Key.parse(pair[2])) for pair in pairs]
    known = things(key for _, *keys in asked for key in keys)
    models = {profile: weights.current(profile) for profile in {pair[0] for pair, *_ in asked}}
    return {
        pair: _weighed(models[pair[0]], known[one], known[other])
        for pair, one, other in asked
        if one in known and other in known
    }


def _weighed(model: Model, one: Described, other: Described) -> Weighed:
    left, right = (sound(model.profile, each.facts) for each in (one, other))
    return Weighed(score(model, left, right), (left, right))


def weigh(profile: str, record_key: str, other_key: str, version: str = "") -> Weighed | None:
    """Return what a pair weighs, by the weights of `version` or those in use; None where a side may not be matched."""
    one, other = Key.parse(record_key), Key.parse(other_key)
    known = things((one, other))
    if one not in known or other not in known:
        return None
    model = weights.to_explain(profile, version)
    return _weighed(model, known[one], known[other])


def answered(actor: Actor, question: Question, found: Sequence[Found]) -> list[tuple[Found, str, Score]]:
    """Return each candidate that a search found for the actor, its record's number, and how it scores.

    What they may no longer read, or may no longer be matched, is left out.
    """
    keys = seen(actor, [each.key for each in found])
    known, numbers = things(keys), _numbers(actor, keys)
    model, asked = weights.current(question.profile), sound(PROFILES[question.profile], question.facts)
    return [
        (each, numbers[each.key], score(model, asked, sound(model.profile, known[each.key].facts)))
        for each in found
        if each.key in known and each.key in numbers
    ]


def _numbers(actor: Actor, keys: Collection[Key]) -> dict[Key, str]:
    numbers: dict[tuple[str, int], str] = {}
    for kind in {key.kind for key in keys}:
        model: Any = kinds.get(kind).model_class
        rows = model.objects.visible_to(actor).filter(pk__in={key.record_id for key in keys if key.kind == kind})
        numbers |= {(kind, pk): number for pk, number in rows.order_by().values_list("pk", "number")}
    return {key: numbers[key.kind, key.record_id] for key in keys if (key.kind, key.record_id) in numbers}
