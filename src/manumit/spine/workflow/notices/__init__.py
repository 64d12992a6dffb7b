"""Notices: that something happened beside a record a person works on, told in the action's transaction.

Actions call `tell`. A notice names an event and its record, never what the record holds, and is seen only while its
record is. Mail says that a notice waits and nothing else. A module adds events of its own as `Event` providers.
"""

from .events import Event
from .receiver import Receiver

__all__ = ["Event", "Receiver"]
