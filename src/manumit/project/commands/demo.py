"""`manumit demo`: the demonstration: four invented agencies, eight people, 2,000 invented cases, on this machine alone.

Prints one address and a one-time sign-in link for each person. Started again it keeps everything. With --check it asks
every page and API route as each person, prints one JSON line and ends: 0 if all answered, 1 if not.
"""

import argparse
import json
import os
import shutil
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from manumit.project.command import surroundings
from manumit.project.command.saying import say, warn
from manumit.project.command.troubles import CommandRefused
from manumit.project.database.launcher import Server

if TYPE_CHECKING:
    from manumit.spine.identity.models import Membership

NEEDS = "nothing"
OURS = ("audit", "postgres", "ready", "secrets", "static", "demonstration")
"""What the demonstration keeps in its home; whatever else lies there is not ours to remove. The mark goes last."""

AT_A_TIME = 3
"""How many people walk through the pages at once."""

ON_THIS_MACHINE = "127.0.0.1"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default 8000; --check takes any free)")
    parser.add_argument("--reset", action="store_true", help="throw the demonstration away and begin anew")
    parser.add_argument("--check", action="store_true", help="ask everything as everybody, print one JSON line, end")


def run(options: argparse.Namespace) -> int:
    """Make the demonstration if it is not there, and serve it."""
    began = time.monotonic()
    _refuse_real_use()
    if options.reset:
        _throw_away()
    _mark()
    with Server(surroundings.home()) as server:
        surroundings.point_at(server)
        surroundings.set_django_up()
        return _play(options, server, began)


def _refuse_real_use() -> None:
    if os.environ.get("DATABASE_URL"):
        raise CommandRefused("The demonstration has its own database. Unset DATABASE_URL.")
    home = surroundings.home()
    if (home / "postgres").exists() and not surroundings.is_demonstration():
        raise CommandRefused(f"{home} is in real use. Choose another MANUMIT_HOME for the demonstration.")


def _throw_away() -> None:
    """Remove the home of the demonstration, and its database where that lives elsewhere."""
    home = surroundings.home()
    if not home.exists():
        return
    Server(home).throw_away()
    for part in OURS:
        path = home / part
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _mark() -> None:
    home = surroundings.home()
    home.mkdir(parents=True, exist_ok=True)
    (home / "demonstration").touch()


def _play(options: argparse.Namespace, server: Server, began: float) -> int:
    from django.db import connections

    from manumit.project.command.running import running
    from manumit.project.demonstration import people, records
    from manumit.project.installing import readiness

    port = options.port or (_free_port() if options.check else 8000)
    warn(f"{time.monotonic() - began:6.1f} s  the database runs")
    readiness.make_ready()
    memberships = people.engage()
    cases = records.load(memberships)
    warn(f"{time.monotonic() - began:6.1f} s  {cases:,} invented cases are there")
    surroundings.forget(server)
    with running(_serving(port), server) as supervisor:
        root = f"http://{ON_THIS_MACHINE}:{port}"
        if options.check:
            return _check(root, memberships, cases, began)
        _welcome(root, memberships, cases, began)
        connections.close_all()
        supervisor.run()
    return 0


def _serving(port: int) -> argparse.Namespace:
    return argparse.Namespace(host=ON_THIS_MACHINE, port=port, workers=2, threads=2, tls_certificate=None, tls_key=None)


def _free_port() -> int:
    with socket.socket() as held:
        held.bind((ON_THIS_MACHINE, 0))
        return int(held.getsockname()[1])


def _check(root: str, memberships: "list[Membership]", cases: int, began: float) -> int:
    from manumit.project.demonstration.visitor import Visitor
    from manumit.project.demonstration.walk import Walk
    from manumit.spine.administration.demo import sign_in_link

    warn(f"{time.monotonic() - began:6.1f} s  the server answers")
    walks = [Walk(str(each.person), Visitor(root)) for each in memberships]
    links = [sign_in_link(each.person) for each in memberships]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(Walk.go, walks, links))
    faults = [fault for walk in walks for fault in walk.faults]
    for fault in faults:
        warn(fault)
    ok = not faults and cases > 0
    pages = sum(walk.met.total() for walk in walks)
    say(json.dumps({"pages": pages, "cases": cases, "ok": ok, "seconds": round(time.monotonic() - began, 1)}))
    return 0 if ok else 1


def _welcome(root: str, memberships: "list[Membership]", cases: int, began: float) -> None:
    from manumit.spine.administration.demo import sign_in_link

    say(f"Manumit's demonstration is at {root}/ ({cases:,} invented cases; {time.monotonic() - began:.1f} s).")
    say("Each link signs one invented person in, once:\n")
    for each in memberships:
        who = f"{each.person}, {', '.join(each.roles)}, {each.agency.short_name}"
        say(f"  {who:44} {root}{sign_in_link(each.person)}")
    say("\nCtrl-C ends it. Started again it keeps everything and gives new links.")
