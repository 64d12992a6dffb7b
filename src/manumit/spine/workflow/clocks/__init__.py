"""Clocks that laws and agreements set: a table as data, and which of them records of a kind may run.

A module offers `RecordClocks` in its manifest's providers, naming clocks of `published` or its own. Clocks run beside
records (`models.RunningClock`), started, paused and stopped by actions. They are an aid, not legal advice.
"""

from .clock import Clock, Law, RecordClocks

__all__ = ["Clock", "Law", "RecordClocks"]
