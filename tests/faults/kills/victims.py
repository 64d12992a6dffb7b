"""The processes that may die, found by what they run."""

import random
from collections.abc import Callable

import psutil

from manumit.project.database import postmaster
from manumit.project.database.launcher import Server

Find = Callable[[], list[psutil.Process]]


class Victims:
    """Finds the processes of one server (`serve`, its parts, its database, an importer) and kills them."""

    def __init__(self, serve: Callable[[], int], importer: Callable[[], int | None], server: Server) -> None:
        self._serve, self._importer, self._server = serve, importer, server
        self.kinds: dict[str, Find] = {
            "server": lambda: _alive(self._serve()),
            "web": lambda: self._parts("web"),
            "worker": lambda: self._parts("worker"),
            "sequencer": lambda: self._parts("audit sequence"),
            "database": self._database,
            "backend": self._backends,
            "importer": lambda: _alive(self._importer()),
        }

    def kill(self, kind: str, chance: random.Random) -> bool:
        """Kill -9 one process of `kind`; False if there is none just now."""
        found = self.kinds[kind]()
        try:
            if found:
                chance.choice(found).kill()
        except psutil.NoSuchProcess:
            return False
        return bool(found)

    def _database(self) -> list[psutil.Process]:
        living = postmaster.living(self._server.place.data)
        return [living] if living else []

    def _parts(self, words: str) -> list[psutil.Process]:
        family = [child for parent in _alive(self._serve()) for child in _children(parent)]
        return [process for process in family if f"manumit.project {words}" in _command(process)]

    def _backends(self) -> list[psutil.Process]:
        found = [each for parent in self._database() for each in _children(parent)]
        return [process for process in found if "manumit_app" in _command(process)]


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _alive(pid: int | None) -> list[psutil.Process]:
    return [psutil.Process(pid)] if pid and psutil.pid_exists(pid) else []


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""
