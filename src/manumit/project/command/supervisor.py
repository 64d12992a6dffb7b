"""Keeping the server's processes alive: a child that dies is started again, and all end together in order."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from threading import Event

from . import lifeline

LOOK_EVERY_SECONDS = 0.25
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
STEADY_SECONDS = 30.0
"""A child that lived this long is started again without a longer pause."""

ENDING_SECONDS = 20.0
MUST_NOT_RESTART = 3
"""The status of a child whose refusal no restart mends: the sequencer's, when evidence disagrees."""

logger = logging.getLogger(__name__)


class Child:
    """A process of ours: `manumit` with `words`, tied to our life."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.process: subprocess.Popen[bytes] | None = None
        self.pause, self.started_at, self.given_up = FIRST_PAUSE_SECONDS, 0.0, False

    def start(self) -> None:
        """Start the process in a session of its own, so that Ctrl-C reaches it through us alone."""
        command = [sys.executable, "-m", "manumit.project", *self.words]
        environment = {**os.environ, **lifeline.of_this_process()}
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
        self.started_at = time.monotonic()

    def look(self) -> None:
        """Start the process again if it died, after a pause that grows while it keeps dying."""
        if self.given_up or self.process is None or self.process.poll() is None:
            return
        if self.process.returncode == MUST_NOT_RESTART:
            logger.error("manumit %s refuses to go on; see above", " ".join(self.words))
            self.given_up = True
        elif time.monotonic() - self.started_at > self.pause:
            lived = time.monotonic() - self.started_at
            self.pause = FIRST_PAUSE_SECONDS if lived > STEADY_SECONDS else min(self.pause * 2, LONGEST_PAUSE_SECONDS)
            logger.warning("manumit %s ended (%s): started again", " ".join(self.words), self.process.returncode)
            self.start()

    def end(self) -> None:
        """Ask the process to end, wait, and kill it if it does not."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Supervisor:
    """Runs children until told to stop. `look_after` is called at each look, to heal what they stand on."""

    def __init__(self, children: Sequence[Child], look_after: Callable[[], None]) -> None:
        self.children, self.look_after, self.stopped = children, look_after, Event()

    def listen(self) -> None:
        """Stop on SIGTERM or SIGINT from now on."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: self.stopped.set())

    def run(self) -> None:
        """Keep the children alive until stopped, then end them in the order given."""
        try:
            while not self.stopped.wait(LOOK_EVERY_SECONDS):
                self.look_after()
                for child in self.children:
                    child.look()
        finally:
            self.end()

    def end(self) -> None:
        """End the children one after the other."""
        for child in self.children:
            child.end()
