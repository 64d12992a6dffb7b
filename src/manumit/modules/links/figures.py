"""The figures of an evaluation: what page, API and command tell alike."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from manumit.linkage import evaluation
from manumit.linkage.evaluation import ENOUGH
from manumit.spine.identity.actor import Actor

from .choices import Profile
from .evaluating import judged
from .questions import all_judgements
from .worth import least


def figures(actor: Actor, profile: Profile) -> dict[str, Any]:
    """Return how well a profile does by the judgements that the actor may see, as JSON values.

    Parts are 0 to 1, or None where there is nothing to divide by. `calibration`, `drift` and the quarters' `gap` stay
    empty until `enough` pairs were judged.
    """
    from manumit.spine.matching import weights

    from .sensitive import without_each

    pairs, enough = judged(all_judgements(actor, profile)), least(profile)
    model = weights.current(profile)
    return {
        "profile": profile.value, "pairs": len(pairs), "same": sum(each.same for each in pairs), "enough": ENOUGH,
        "least_bits": enough / 1000, "model": model.version,
        "lines": _plain(evaluation.lines(pairs)), "groups": _plain(evaluation.groups(pairs, enough)),
        "tribe_read": any(each.name == "tribe" for each in evaluation.groups(pairs, enough)),
        "without": _plain(without_each(profile, pairs, enough)),
        "quarters": _plain(evaluation.quarters(pairs, model.prior)),
        "calibration": _plain(evaluation.calibration(pairs, model.prior)), "drift": evaluation.drift(pairs),
    }  # fmt: skip


def _plain(rows: Sequence[Any]) -> list[dict[str, Any]]:
    return [asdict(row) for row in rows]
