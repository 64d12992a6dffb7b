"""What stands before a subcommand runs: the home folder, the addresses of the database, Django, the database itself."""

import os
from pathlib import Path
from typing import Self

from manumit.project.database import roles
from manumit.project.database.launcher import Server
from manumit.project.settings.databases import URLS

SETTINGS = "manumit.project.settings"


def home() -> Path:
    """Return MANUMIT_HOME, or `.manumit` in the current folder; the settings say the same."""
    return Path(os.environ.get("MANUMIT_HOME", Path.cwd() / ".manumit")).resolve()


def is_demonstration() -> bool:
    """Whether the home holds a demonstration; it stays one, and real use refuses it."""
    return (home() / "demonstration").exists()


def embedded() -> Server | None:
    """Return the home's embedded server, not started; None where DATABASE_URL names another."""
    return None if os.environ.get("DATABASE_URL") else Server(home())


def point_at(server: Server) -> None:
    """Put the addresses of the embedded database into the environment, where the settings look for them."""
    for alias, role in roles.ALIASES.items():
        os.environ[URLS[alias]] = server.address(role).url


def forget(server: Server | None) -> None:
    """Take the embedded database's addresses out again: each child finds its own, and holds a lease of its own."""
    for name in URLS.values() if server else ():
        os.environ.pop(name, None)


def choose_settings() -> None:
    """Name the settings, unless somebody did: a demonstration's home has the demonstration's."""
    chosen = "demo" if is_demonstration() else "production"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"{SETTINGS}.{chosen}")


def set_django_up() -> None:
    """Load settings and models."""
    import django

    choose_settings()
    django.setup()


class Surroundings:
    """What one subcommand stands on. With `untouched` (for --help) nothing of the home is made or asked.

    `server` is the embedded database, None where DATABASE_URL names another or nothing is needed.
    """

    def __init__(self, needs: str, *, untouched: bool) -> None:
        self.needs = needs
        self.server = None if needs == "nothing" or untouched else embedded()

    def __enter__(self) -> Self:
        if self.server:
            point_at(self.server)
        if self.needs != "nothing":
            set_django_up()
        return self

    def start(self) -> None:
        """Start the database, where it is ours and needed."""
        if self.server and self.needs == "database":
            self.server.start()

    def __exit__(self, *error: object) -> None:
        if self.server:
            self.server.stop()
