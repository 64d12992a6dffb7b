"""Pauses: time that a clock does not count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from .time_limit import TimeLimit


class BadPause(ValueError):
    """Pauses that overlap, run backwards or begin before the clock does, or a pause of a clock that none may stop."""


@dataclass(frozen=True, slots=True)
class Pause:
    """From `begins` to `ends`, or until further notice."""

    begins: datetime
    ends: datetime | None = None


def due_with(limit: TimeLimit, start: datetime, pauses: Sequence[Pause], zone: ZoneInfo) -> datetime | None:
    """Return the first moment that is too late, None while a pause holds the clock.

    A pause that began once it was too late moves nothing: what is late stays late. Pauses that touch are one.
    Raises BadPause.
    """
    _demand_sound(limit, start, pauses)
    due = limit.due(start, zone)
    for pause in _joined(pauses):
        if pause.begins >= due:
            return due
        if pause.ends is None:
            return None
        due = limit.after_pause(due, pause.begins, pause.ends, zone)
    return due


def _joined(pauses: Sequence[Pause]) -> list[Pause]:
    joined: list[Pause] = []
    for pause in pauses:
        touches = bool(joined) and joined[-1].ends == pause.begins
        joined[-1:] = [Pause(joined[-1].begins, pause.ends)] if touches else [*joined[-1:], pause]
    return joined


def _demand_sound(limit: TimeLimit, start: datetime, pauses: Sequence[Pause]) -> None:
    if pauses and not limit.pausable:
        raise BadPause("No pause moves a date that the calendar sets.")
    free_from: datetime | None = start
    for pause in pauses:
        if free_from is None or pause.begins < free_from or (pause.ends is not None and pause.ends < pause.begins):
            raise BadPause("Pauses begin after the clock and follow each other.")
        free_from = pause.ends
