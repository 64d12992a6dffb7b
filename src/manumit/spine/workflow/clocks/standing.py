"""By which limit an agency's clock runs: its own setting, else the published one."""

from dataclasses import dataclass
from datetime import date

from manumit.values.time_limits import TimeLimit

from ..models import ClockSetting
from .clock import Clock


@dataclass(frozen=True, slots=True)
class Standing:
    """A limit with the citation it rests on, and whether that was verified rather than set by the agency."""

    limit: TimeLimit
    citation: str
    verified: bool


def standing(clock: Clock, agency_id: int, on: date) -> Standing | None:
    """Return the limit that stands for an agency on a day; None for a clock not verified that it never set."""
    rows = ClockSetting.objects.filter(agency=agency_id, clock=clock.name, effective_on__lte=on)
    own = rows.order_by("-effective_on", "-id").first()
    if own:
        return Standing(own.time_limit, own.citation, verified=False)
    if not clock.law.verified:
        return None
    return Standing(clock.limit, clock.law.citation, verified=True)
