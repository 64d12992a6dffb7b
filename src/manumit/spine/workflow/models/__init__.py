"""The nouns of work beside records."""

from .approval import Approval
from .calendar_feed import CalendarFeed
from .clock_pause import ClockPause
from .clock_setting import ClockSetting
from .flag import Flag
from .note import Note
from .notice import Notice
from .notice_wish import NoticeWish
from .record_link import RecordLink
from .running_clock import RunningClock
from .saved_search import SavedSearch
from .task import Task
from .watch import Watch

__all__ = [
    "Approval",
    "CalendarFeed",
    "ClockPause",
    "ClockSetting",
    "Flag",
    "Note",
    "Notice",
    "NoticeWish",
    "RecordLink",
    "RunningClock",
    "SavedSearch",
    "Task",
    "Watch",
]
