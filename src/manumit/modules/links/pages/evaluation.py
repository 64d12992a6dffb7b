"""How well matching does, by the judgements that the asker may see."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from .. import evaluating
from ..choices import ENOUGH, Profile
from ..questions import all_judgements


@signed_in("Each person sees figures of the judgements whose records they may both read whole")
def evaluation(request: HttpRequest) -> HttpResponse:
    """Show precision, recall and groups of each profile; calibration once enough pairs were judged."""
    actor = asking(request)
    told = [_told(profile, evaluating.judged(all_judgements(actor, profile))) for profile in Profile]
    return render(
        request, "links/evaluation.html", {"profiles": [each for each in told if each["pairs"]], "enough": ENOUGH}
    )


def _told(profile: Profile, pairs: list[evaluating.Judged]) -> dict[str, Any]:
    return {
        "name": profile.value, "title": profile.label, "pairs": len(pairs), "same": sum(each.same for each in pairs),
        "lines": [_line(each) for each in evaluating.lines(pairs)],
        "groups": evaluating.groups(pairs),
        "bins": [_bin(each) for each in _calibrated(profile, pairs)],
    }  # fmt: skip


def _calibrated(profile: Profile, pairs: list[evaluating.Judged]) -> list[evaluating.Bin]:
    if len(pairs) < ENOUGH:
        return []
    from manumit.spine.matching import weights

    return evaluating.calibration(pairs, weights.current(profile).prior)


def _line(line: evaluating.Line) -> dict[str, Any]:
    return {"bits": line.bits, "pairs": line.pairs, "precision": _part(line.precision), "recall": _part(line.recall)}


def _bin(one: evaluating.Bin) -> dict[str, Any]:
    return {"said": _part(one.said), "pairs": one.pairs, "was": _part(one.was)}


def _part(part: float | None) -> str:
    return "" if part is None else f"{part:.3f}"
