"""How well matching does, by the judgements that the asker may see."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.linkage.evaluation import ENOUGH
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from ..choices import Profile
from ..figures import figures
from ..words import feature


@signed_in("Each person sees figures of the judgements whose records they may both read whole")
def evaluation(request: HttpRequest) -> HttpResponse:
    """Show precision, recall, groups, sensitive fields of each profile; calibration and drift with enough pairs."""
    actor = asking(request)
    told = [_told(profile, figures(actor, profile)) for profile in Profile]
    return render(
        request, "links/evaluation.html", {"profiles": [each for each in told if each["pairs"]], "enough": ENOUGH}
    )


def _told(profile: Profile, found: dict[str, Any]) -> dict[str, Any]:
    named = {"name": profile.value, "title": profile.label}
    tables = {name: [_line(row) for row in found[name]] for name in ("lines", "groups", "quarters", "calibration")}
    without = [{**_line(row), **_both(row)} for row in found["without"]]
    return {**found, **named, **tables, "without": without, "drift": _part(found["drift"])}


def _both(row: dict[str, Any]) -> dict[str, Any]:
    return {"with_it": _line(row["with_it"]), "without_it": _line(row["without_it"]), "title": feature(row["feature"])}


def _line(row: dict[str, Any]) -> dict[str, Any]:
    named = {"title": feature(row["name"])} if row.get("name") in {"sex", "race", "tribe"} else {}
    return {name: _part(value) if _is_part(name, value) else value for name, value in row.items()} | named


def _is_part(name: str, value: Any) -> bool:
    return value is None or (isinstance(value, float) and name not in {"bits", "middle_bits"})


def _part(part: float | None) -> str:
    return "" if part is None else f"{part:.3f}"
