"""`manumit audit sequence`: give entries their place in the log, until stopped."""

import logging
import signal
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from threading import Event

import psycopg
from django.conf import settings

from ..connecting import connection, is_only_sequencer
from ..evidence import Tampered
from ..outside import Outside
from ..sequencer import Sequencer

RETRY_SECONDS = 0.5
REFUSED = 3
logger = logging.getLogger(__name__)


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--once", action="store_true", help="seal and sign what is there, then end")


def run(args: Namespace) -> int:
    """Seal until SIGTERM or SIGINT; status 3 if database and evidence disagree, which no restart can mend."""
    stopped = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopped.set())
    try:
        seal_until(stopped, once=args.once)
    except Tampered as refusal:
        sys.stderr.write(f"The audit log is not sealed further, and sealed values stay closed: {refusal}\n")
        sys.stderr.write("Keep database and files as they are, and follow docs/how-to/verify-the-log.md.\n")
        return REFUSED
    return 0


def seal_until(stopped: Event, *, once: bool = False) -> None:
    """Be the sequencer, or stand by until the one there is ends; a lost database is awaited. Raises Tampered."""
    while not stopped.is_set():
        try:
            if _sealed(stopped, once) and once:
                return
        except psycopg.OperationalError as error:
            logger.warning("the sequencer waits for the database: %s", error)
        stopped.wait(RETRY_SECONDS)


def _sealed(stopped: Event, once: bool) -> bool:
    with connection() as opened:
        if not is_only_sequencer(opened):
            return False
        sequencer = Sequencer(opened, Outside.of_this_install(), Path(settings.MANUMIT_HOME))
        if once:
            _seal_all(sequencer)
        else:
            sequencer.run(stopped)
    return True


def _seal_all(sequencer: Sequencer) -> None:
    while sequencer.horizon.advance() != sequencer.horizon.drawn:
        Event().wait(RETRY_SECONDS / 10)
    sequencer.tick()
    sequencer.sign()
    sequencer.beat()
