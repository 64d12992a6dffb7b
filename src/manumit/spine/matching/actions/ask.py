"""Ask whom a description fits, or why two things fit: logged, since each answer tells of records."""

from collections.abc import Sequence

from manumit.linkage import PROFILES, Score, score
from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from .. import asking, keeping_up, weights
from ..asking import Found, Question
from ..keys import Key
from ..outside import may_see
from ..reading import facts_of, sound
from ..seeing import sees
from ..sight import Sight


@action("match.read")
def ask(
    actor: Actor,
    questions: Sequence[Question],
    limit: int = 10,
    *,
    beside: tuple[str, int] | None = None,
    why: str = "",
    least: int = 1,
) -> list[list[Found]]:
    """Return for each question the best candidates that the actor may read whole, and log that they asked.

    Nobody is named for whom no more speaks than against, `least` being in millibits. What may be read is found out once
    for all of them. `beside` is the record on whose account it is asked, (kind, id),
    `why` in the asker's words. What was described is not kept: only which fields were. Raises `Behind` while very many
    records that just came in are still being taken into an index.
    """
    for question in questions:
        keeping_up.must_keep_up(question.profile)
    sight = Sight(actor)
    answers = [asking.search(actor, each, limit, least=least, sight=sight) for each in questions]
    kind, record_id = beside or ("", None)
    for question, found in zip(questions, answers, strict=True):
        detail = {"profile": question.profile, "fields": sorted(question.facts), "why": why, "found": len(found)}
        audit.record(actor, "match.read", kind=kind, record_id=record_id, detail=detail)
    named = [audit.Subject(each.key.kind, each.key.record_id) for found in answers for each in found]
    audit.record_many(actor, "match.candidate.read", named)
    return answers


@action("match.explain.read")
def explain(actor: Actor, profile: str, left: Key, right: Key, version: str = "") -> Score | None:
    """Return how two things score, both of which the actor may read whole; None where one is not there for them."""
    for key in (left, right):
        audit.record(actor, "match.explain.read", kind=key.kind, record_id=key.record_id)
    shown = may_see(actor, profile)
    facts = [facts_of(key) if shown and sees(actor, key) else None for key in (left, right)]
    if None in facts:
        return None
    model = weights.to_explain(profile, version)
    one, other = (sound(PROFILES[profile], each or {}) for each in facts)
    return score(model, one, other)
