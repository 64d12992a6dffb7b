"""Where a candidate stands by the judgements that hold: the arithmetic of ADR 0021."""

from collections.abc import Iterable

from ..choices import CONSEQUENTIAL, REVIEWERS, State, Verdict
from ..models import Candidate, Judgement


def renew(candidate: Candidate) -> State:
    """Write where a candidate stands, and return it."""
    held = Judgement.unscoped.filter(
        profile=candidate.profile, record_key=candidate.record_key, other_key=candidate.other_key, withdrawn_at=None
    )
    candidate.state = state_of(candidate.profile, candidate.evidence, held)
    candidate.save(update_fields=["state"])
    return State(candidate.state)


def state_of(profile: str, evidence: str, judgements: Iterable[Judgement]) -> State:
    """Return where a pair stands.

    "Yes" stands until it is taken back; "no" and "cannot tell" speak of what was known then, and wake a pair again once
    that changed. One says yes and another no: it is disputed, and nobody is outvoted.
    """
    held = [each for each in judgements if each.verdict == Verdict.YES or each.evidence == evidence]
    yes, no = ({each.by_id for each in held if each.verdict == verdict} for verdict in (Verdict.YES, Verdict.NO))
    if yes and no:
        return State.DISPUTED
    if yes:
        return State.CONFIRMED if len(yes) >= needed(profile) else State.SECOND
    if no:
        return State.REFUSED
    return State.UNSURE if held else State.WAITING


def needed(profile: str) -> int:
    """Return how many people must say "the same" in a profile."""
    return REVIEWERS if profile in CONSEQUENTIAL else 1
