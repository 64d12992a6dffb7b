"""The one process that gives entries their place: seals decided entries, keeps the files outside, signs, and beats.

Order of each step: leaves into the database, then into the file, then a checkpoint over the file. A kill between any
two is healed by `resuming`. The heartbeat comes last, so it vouches for all of them.
"""

import logging
import time
from pathlib import Path
from threading import Event
from typing import Any

from psycopg import Connection

from . import durable, keys, resuming, sealing
from .checkpoint import Checkpoint
from .horizon import Horizon
from .outside import Outside

PACE_SECONDS = 0.1
BEAT_SECONDS = 0.2
CHECKPOINT_SECONDS = 0.9
BEAT = """
INSERT INTO audit_heartbeat (id, beat_at, decided_id, size) VALUES (1, clock_timestamp(), %s, %s)
ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at, decided_id = excluded.decided_id, size = excluded.size
"""
logger = logging.getLogger(__name__)


class Sequencer:
    """Seals one log; the caller holds the lock that makes it the only one. The connection is in autocommit.

    Raises Tampered, on beginning or later, when database and files disagree in a way no crash explains.
    """

    def __init__(self, connection: Connection[Any], outside: Outside, home: Path) -> None:
        self.connection, self.outside, self.home = connection, outside, home
        signers = keys.signers(home)
        keys.publish(outside.directory, signers)
        state = resuming.resume(connection, outside, [signer.verifier for signer in signers])
        for what in state.healed:
            logger.warning("audit log healed: %s", what)
        self.frontier, self.sealed_id, self.checkpoint = state.frontier, state.last_id, state.checkpoint
        self.horizon = Horizon(connection)
        self.signed_at = self.beat_at = float("-inf")

    def run(self, stopped: Event) -> None:
        """Seal at a steady pace until told to stop; then sign what was sealed."""
        while not stopped.wait(PACE_SECONDS):
            self.tick()
        self.sign()

    def tick(self) -> None:
        """Seal what is decided by now, and sign and beat if they are due."""
        decided = self.horizon.advance()
        while decided > self.sealed_id:
            self._seal(decided)
            self._sign_and_beat()
        self._sign_and_beat()

    def sign(self) -> None:
        """Write a checkpoint of the tree as it is: to `latest` always, to `checkpoints` if it says anything new."""
        signers = keys.signers(self.home)
        keys.publish(self.outside.directory, signers)
        now = Checkpoint(signers[0].name, self.frontier.size, self.frontier.root(), int(time.time()))
        note = now.signed(signers)
        if self.checkpoint is None or now.size != self.checkpoint.size or len(signers) > 1:
            self.outside.checkpoints.append(note)
        durable.replace(self.outside.latest, note)
        if len(signers) > 1:
            keys.finish_rotation(self.home)
        self.checkpoint, self.signed_at = now, time.monotonic()

    def beat(self) -> None:
        """Say in the database that all up to the last sealed entry stands in the files."""
        self.connection.execute(BEAT, (self.sealed_id, self.frontier.size))
        self.beat_at = time.monotonic()

    def _seal(self, through: int) -> None:
        batch = sealing.seal(self.connection, self.frontier.size, self.sealed_id, through)
        if batch.hashes:
            self._keep(batch.hashes)
        self.sealed_id = batch.last_id if batch.full else through

    def _keep(self, hashes: bytes) -> None:
        resuming.refuse_counts(self.outside.leaves.count(), self.frontier.size, self.frontier.size)
        self.outside.leaves.append(hashes)
        self.frontier.extend(hashes)

    def _sign_and_beat(self) -> None:
        now = time.monotonic()
        if now - self.signed_at >= CHECKPOINT_SECONDS:
            self.sign()
        if now - self.beat_at >= BEAT_SECONDS:
            self.beat()
