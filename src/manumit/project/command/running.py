"""The server as a whole: the web processes, the job worker and the log's sequencer, on a database kept alive."""

import logging
import socket
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from manumit.project.database.errors import DatabaseTrouble
from manumit.project.database.launcher import Server

from .supervisor import Child, Supervisor
from .troubles import CommandRefused

ANSWERS_WITHIN_SECONDS = 60.0
logger = logging.getLogger(__name__)


def children(options: Namespace) -> list[Child]:
    """Return the processes of a server, in the order in which they end: who asks first, who seals last."""
    web = ["web", "--host", options.host, "--port", str(options.port)]
    web += ["--workers", str(options.workers), "--threads", str(options.threads)]
    if options.tls_certificate:
        web += ["--tls-certificate", str(options.tls_certificate), "--tls-key", str(options.tls_key)]
    return [Child(*web), Child("worker"), Child("audit", "sequence")]


@contextmanager
def running(options: Namespace, server: Server | None) -> Iterator[Supervisor]:
    """Start everything, yield when it answers, and end it all in order. Raises CommandRefused if the port is taken."""
    refuse_taken(options.host, options.port)
    supervisor = Supervisor(children(options), lambda: _heal(server))
    try:
        supervisor.listen()
        supervisor.children[0].start()
        _await(options.host, options.port, supervisor)
        for child in supervisor.children[1:]:
            child.start()
        yield supervisor
    finally:
        supervisor.end()


def _heal(server: Server | None) -> None:
    """Start the embedded database again if it died under us."""
    if server is not None and not server.lives():
        logger.warning("the database ended: started again")
        try:
            server.start()
        except DatabaseTrouble:
            logger.exception("the database does not start; tried again")


def refuse_taken(host: str, port: int) -> None:
    """Raise CommandRefused if somebody listens at `port`: two servers would answer in turn."""
    if _answers(host, port):
        raise CommandRefused(f"Something already listens on {host}:{port}. Choose another with --port.")


def _await(host: str, port: int, supervisor: Supervisor) -> None:
    end = time.monotonic() + ANSWERS_WITHIN_SECONDS
    while not _answers(host, port) and not supervisor.stopped.is_set():
        if time.monotonic() > end:
            raise CommandRefused(f"The server did not answer on {host}:{port} within {ANSWERS_WITHIN_SECONDS:.0f} s.")
        time.sleep(0.03)


def _answers(host: str, port: int) -> bool:
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - looked up, never listened on
    try:
        socket.create_connection((reached, port), timeout=1).close()
    except OSError:
        return False
    return True
