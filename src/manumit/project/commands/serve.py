"""`manumit serve`: run the server: web, jobs, the log's sequencer, and the embedded database where there is no other.

A part that dies is started again. SIGTERM ends all in order; if this process is killed, its parts leave by themselves.
"""

import argparse
import ipaddress
import os

from django.db import connections

from manumit.project.command import surroundings
from manumit.project.command.running import running
from manumit.project.command.saying import say
from manumit.project.command.troubles import CommandRefused
from manumit.project.installing import readiness

from . import web


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    web.arguments(parser)
    parser.add_argument("--behind-proxy", action="store_true", help="a proxy on this network ends TLS in front of us")


def run(options: argparse.Namespace) -> int:
    """Make ready, start, and keep running until told to stop."""
    _refuse_plain_text(options)
    if options.behind_proxy:
        os.environ["MANUMIT_BEHIND_PROXY"] = "1"  # the web processes read it
    readiness.make_ready()
    connections.close_all()
    surroundings.forget(options.server)
    with running(options, options.server) as supervisor:
        say(f"Manumit listens on {_address(options)}. Ctrl-C ends it.")
        supervisor.run()
    return 0


def _refuse_plain_text(options: argparse.Namespace) -> None:
    if bool(options.tls_certificate) != bool(options.tls_key):
        raise CommandRefused("--tls-certificate and --tls-key go together.")
    if not (options.tls_certificate or options.behind_proxy or _is_this_machine(options.host)):
        raise CommandRefused(
            f"On {options.host} others can listen in: give --tls-certificate and --tls-key, or say --behind-proxy."
        )


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _address(options: argparse.Namespace) -> str:
    return f"{'https' if options.tls_certificate else 'http'}://{options.host}:{options.port}/"
