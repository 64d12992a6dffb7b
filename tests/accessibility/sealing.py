"""The log of a live site is being sealed while it stands, as in use: without that no sealed answer is shown."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from django.test import override_settings

from manumit.spine import audit
from manumit.spine.audit.commands.sequence import seal_until

BEGINS_WITHIN = 20.0


@contextmanager
def sealed_log() -> Iterator[None]:
    """Seal the log of the tests' database beside the tests, with keys and files in a home of its own."""
    stopped = Event()
    with tempfile.TemporaryDirectory() as home, override_settings(MANUMIT_HOME=Path(home)):
        sequencer = Thread(target=seal_until, args=(stopped,), daemon=True)
        sequencer.start()
        try:
            _await_first_beat()
            yield
        finally:
            stopped.set()
            sequencer.join(BEGINS_WITHIN)


def _await_first_beat() -> None:
    end = time.monotonic() + BEGINS_WITHIN
    while not audit.sealed_reads_open():
        if time.monotonic() > end:
            raise TimeoutError("the sequencer of the tests does not seal")
        time.sleep(0.05)
