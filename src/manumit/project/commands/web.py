"""`manumit web`: answer requests, and nothing else. `manumit serve` starts it together with all the rest.

It runs as the application's role alone: the addresses of the other roles are taken out of its environment.
"""

import argparse
import importlib
import logging
import os
from pathlib import Path

from manumit.project.command import lifeline, surroundings
from manumit.project.settings.databases import URLS

NEEDS = "nothing"
MOST_WAITING = 512
"""Requests that may wait in each process; further connections wait in the system's own queue."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; `manumit serve` takes the same."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default 8000)")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--threads", type=int, default=2, help="staff's requests at a time in each process (default 2)")
    parser.add_argument("--tls-certificate", type=Path, help="PEM file; needed on any address but this machine's own")
    parser.add_argument("--tls-key", type=Path, help="PEM file of the certificate's key")


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    logging.getLogger("_granian").addFilter(lambda line: "Python threads" not in line.getMessage())  # they only wait
    _be_the_application_alone()
    os.environ["MANUMIT_WEB_THREADS"] = str(options.threads)  # the web processes read it
    importlib.import_module("manumit.project.wsgi")  # once, before the processes are forked: each starts at once then
    Granian(
        "manumit.project.serving:application", address=options.host, port=options.port, interface=Interfaces.WSGI,
        workers=options.workers, blocking_threads=MOST_WAITING, backpressure=MOST_WAITING,
        respawn_failed_workers=True, respawn_interval=1.0, workers_kill_timeout=10,
        ssl_cert=options.tls_certificate, ssl_key=options.tls_key, log_level=LogLevels.warning,
    ).serve()  # fmt: skip
    return 0


def _be_the_application_alone() -> None:
    server = surroundings.embedded()
    if server:
        surroundings.point_at(server.start())
    for alias in ("owner", "sequencer"):
        os.environ.pop(URLS[alias], None)
    surroundings.choose_settings()
    os.environ |= lifeline.of_this_process()  # a worker that starts late must not take who adopted it for its parent
