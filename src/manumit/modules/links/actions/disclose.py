"""Disclose a pair: all that a court may ask of how it was found and judged, the rejected candidates too."""

from typing import Any

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Candidate
from ..questions import judgements, rivals
from .judge import demand_own, log


@action("links.disclose")
def disclose(actor: Actor, candidate: Candidate) -> dict[str, Any]:
    """Return the pack of a pair as JSON values, and log that it was made.

    The weights are named by their version and stated feature by feature; so the score can be worked out anew. Rejected
    candidates are those the actor may see. Raises Hidden, Denied.
    """
    from .weighing import weigh

    demand_own(actor, candidate)
    found = weigh(candidate.profile, candidate.record_key, candidate.other_key, candidate.model)
    log(actor, "links.disclose", candidate, {"candidate": candidate.pk})
    return {
        "pair": _pair(candidate),
        "weight_millibits": candidate.weight,
        "state": candidate.state,
        "model": candidate.model,
        "inputs_now": list(found.facts) if found else None,
        "evidence": [_step(step) for step in found.score.waterfall] if found else None,
        "judgements": [_judgement(each) for each in judgements(actor, candidate)],
        "other_candidates": [
            {"pair": _pair(each), "weight_millibits": each.weight, "state": each.state}
            for each in rivals(actor, candidate)
        ],
    }


def _pair(row: Any) -> dict[str, str]:
    return {
        "profile": row.profile, "one": row.record_number, "one_key": row.record_key, "other": row.other_number,
        "other_key": row.other_key,
    }  # fmt: skip


def _step(step: Any) -> dict[str, Any]:
    return {
        "feature": step.feature, "level": step.level, "text": step.text, "weight_millibits": step.weight,
        "rarity_millibits": step.rarity, "one": list(step.left), "other": list(step.right),
    }  # fmt: skip


def _judgement(row: Any) -> dict[str, Any]:
    return {
        "verdict": row.verdict, "reason": row.reason, "words": row.words, "by": row.by.full_name,
        "agency": row.agency.name, "at": row.at.isoformat(), "weight_millibits": row.weight, "model": row.model,
        "inputs": row.facts, "withdrawn_at": row.withdrawn_at.isoformat() if row.withdrawn_at else None,
    }  # fmt: skip
