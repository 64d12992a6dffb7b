"""A database, or a whole home, of its own for drills and benchmarks that write what no real one may ever hold."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from manumit.project.database import trial
from manumit.project.database.address import Address
from manumit.project.database.launcher import Server

from . import surroundings


@contextmanager
def database(name: str) -> Iterator[Address]:
    """Start a server in MANUMIT_HOME/`name`, make a migrated database on it, point Django there; drop it afterwards.

    MANUMIT_HOME is that folder from then on. Yields the superuser's address. DATABASE_URL is not asked.
    """
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / name)
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with Server(surroundings.home()) as server:
        surroundings.point_at(server)
        surroundings.set_django_up()
        with trial.database(server.superuser, server.passwords):
            from django.db import connections

            yield server.superuser.at(str(connections["default"].settings_dict["NAME"]))


def home(name: str) -> Path:
    """Make MANUMIT_HOME/`name` anew, as a demonstration's home, and let it be MANUMIT_HOME from then on; return it."""
    made = surroundings.home() / name
    if made.exists():
        Server(made).throw_away()
        shutil.rmtree(made)
    made.mkdir(parents=True)
    os.environ |= {"MANUMIT_HOME": str(made), "DJANGO_SETTINGS_MODULE": f"{surroundings.SETTINGS}.demo"}
    (made / "demonstration").touch()
    return made
