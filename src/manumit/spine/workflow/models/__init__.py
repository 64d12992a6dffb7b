"""The nouns of work beside records."""

from .clock_pause import ClockPause
from .clock_setting import ClockSetting
from .running_clock import RunningClock

__all__ = ["ClockPause", "ClockSetting", "RunningClock"]
