"""Weighing a pair: its score, and a digest of what both sides say."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from manumit.linkage import PROFILES, Score, score
from manumit.spine.access import Hidden, kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import weights
from manumit.spine.matching.keys import Key
from manumit.spine.matching.question import Question
from manumit.spine.matching.reading import facts_of, sound
from manumit.spine.matching.seeing import sees


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


def weigh(profile: str, record_key: str, other_key: str, version: str = "") -> Weighed | None:
    """Return what a pair weighs, by the weights of `version` or those in use; None where a side may not be matched."""
    facts = [facts_of(Key.parse(key)) for key in (record_key, other_key)]
    if facts[0] is None or facts[1] is None:
        return None
    model = weights.of_version(version) if version else weights.current(profile)
    one, other = (sound(PROFILES[profile], each) for each in (facts[0], facts[1]))
    return Weighed(score(model, one, other), (one, other))


def against(actor: Actor, question: Question, key: Key) -> tuple[str, Score]:
    """Return the number of the record of `key`, which the actor may read whole, and how it scores against a question.

    Raises Hidden where they may not.
    """
    model: Any = kinds.get(key.kind).model_class
    number = model.objects.visible_to(actor).filter(pk=key.record_id).values_list("number", flat=True).first()
    facts = facts_of(key) if number and sees(actor, key) else None
    if facts is None:
        raise Hidden
    profile = PROFILES[question.profile]
    used = weights.current(question.profile)
    return number, score(used, sound(profile, question.facts), sound(profile, facts))
