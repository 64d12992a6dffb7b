"""Disclose a pair: all that a court may ask of how it was found and judged, the rejected candidates too."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.matching.keys import Key
from manumit.spine.matching.outside import NotIdentified, demand_identified
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..choices import Audience, State
from ..models import Candidate
from ..questions import judgements, rivals
from .judge import demand_own, log


@action("links.disclose")
def disclose(actor: Actor, candidate: Candidate, to: str = Audience.COURT) -> dict[str, Any]:
    """Return the pack of a pair as JSON values, and log for whom it was made.

    Family and public get that the two are one and by which method, and no more: no evidence, no other candidate. The
    weights are named by their version and stated feature by feature; so the score can be worked out anew. Rejected
    candidates are those the actor may see. Raises Hidden, Denied, and Refused for family and public before people
    judged the pair the same and an examiner identified the remains by a named method.
    """
    demand_own(actor, candidate)
    pack = _whole(actor, candidate) if to == Audience.COURT else {**_outside(candidate, to), "told": to}
    log(actor, "links.disclose", candidate, {"candidate": candidate.pk, "to": str(to)})
    return pack


def _outside(candidate: Candidate, to: str) -> dict[str, Any]:
    if to not in Audience.values:
        raise Refused(_("Say for whom: a court, the family or the public."))
    try:
        method = demand_identified((Key.parse(candidate.record_key), Key.parse(candidate.other_key)))
    except NotIdentified as stands:
        raise Refused(
            _("No family and no public is told before an examiner identified the remains by a named method.")
        ) from stands
    if candidate.state != State.CONFIRMED or candidate.gone_at is not None:
        raise Refused(_("A lead is for those who work on the case: nobody else is told before it is judged the same."))
    return {"pair": {"one": candidate.record_number, "other": candidate.other_number}, "identified_by": method}


def _whole(actor: Actor, candidate: Candidate) -> dict[str, Any]:
    from .weighing import weigh

    found = weigh(candidate.profile, candidate.record_key, candidate.other_key, candidate.model)
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
        "rarity_millibits": step.rarity, "carried": step.carried, "one": list(step.left), "other": list(step.right),
    }  # fmt: skip


def _judgement(row: Any) -> dict[str, Any]:
    return {
        "verdict": row.verdict, "reason": row.reason, "words": row.words, "by": row.by.full_name,
        "agency": row.agency.name, "at": row.at.isoformat(), "weight_millibits": row.weight, "model": row.model,
        "inputs": row.facts, "withdrawn_at": row.withdrawn_at.isoformat() if row.withdrawn_at else None,
    }  # fmt: skip
