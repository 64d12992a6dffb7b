"""Where the embedded server keeps its things, and the one place it falls back to when root's folders are closed to it.

    home/postgres/   lock  leases/  data/  run/ (the socket)  log

As root the server runs as another account. Where that account cannot enter `home/postgres` (a folder under /root, or
one made by `mktemp -d`), `data`, `run` and `log` live in /var/lib/manumit/<id>, and `home/postgres/elsewhere` names
that folder. MANUMIT_POSTGRES_FOLDER chooses another.
"""

import hashlib
import os
import secrets
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from . import account
from .account import Account
from .errors import DatabaseTrouble

SHELF = Path("/var/lib/manumit")
"""Where the server's account can always enter: data of closed homes, and copies of closed programs."""

LONGEST_SOCKET = 103 if sys.platform == "darwin" else 107
"""Bytes a socket's path may have, by the system's `sun_path` less its closing zero."""

PORT = 5432
"""Names the socket; nothing listens on a network port except on Windows, where it is 127.0.0.1 alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one embedded server. `shared` is for those who start it, `folder` for the server itself."""

    shared: Path
    folder: Path
    account: Account | None

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server says. Statements and rows are kept out of it by its settings."""
        return self.folder / "log"

    @property
    def lock(self) -> Path:
        """The file of the lock under which the server is started, healed and stopped."""
        return self.shared / "lock"

    @property
    def leases(self) -> Path:
        """The folder of the leases of all who use the server."""
        return self.shared / "leases"

    @property
    def run(self) -> Path:
        """The socket's folder: beside the data, or a short one of its own where that path would be too long."""
        beside = self.folder / "run"
        if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET:
            return beside
        digest = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path("/tmp") / f"manumit-{digest}"  # noqa: S108 - every process must find the same one; checked below


def of(home: Path) -> Place:
    """Return the place of the server of `home`, its folders made. Raises DatabaseTrouble if none can be used."""
    shared = home / "postgres"
    shared.mkdir(parents=True, exist_ok=True)
    lent = account.for_server(shared / "data")
    place = Place(shared, _folder(shared, lent), lent)
    if place.folder != shared:
        place = Place(shared, place.folder, account.for_server(place.data))
    private_folder(place.run, place.account)
    return place


def _folder(shared: Path, lent: Account | None) -> Path:
    chosen = os.environ.get("MANUMIT_POSTGRES_FOLDER")
    if chosen:
        return _made(Path(chosen).resolve())
    note = shared / "elsewhere"
    if note.exists():
        return _made(Path(note.read_text()))
    if lent is None or lent.may_enter(shared):
        return shared
    return _elsewhere(shared, note)


def _elsewhere(shared: Path, note: Path) -> Path:
    """Choose the folder under the shelf once and for all; the note is whole or not there."""
    if (shared / "data").exists():
        raise DatabaseTrouble(
            f"The server's account can no longer enter {shared}, where its data is. Let others pass through its parent "
            "folders (chmod o+x), or move the home folder to where they may."
        )
    fresh = note.with_name(f"elsewhere.{os.getpid()}")
    fresh.write_text(str(SHELF / secrets.token_hex(6)))
    os.replace(fresh, note)
    return _made(Path(note.read_text()))


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    return folder


def private_folder(path: Path, owner: Account | None) -> None:
    """Make `path` a folder only the server's account may enter. Raises DatabaseTrouble if somebody else made it."""
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in _trusted(owner):
        raise DatabaseTrouble(f"{path} belongs to another account; remove it or choose a shorter MANUMIT_HOME.")
    account.give(path, owner)


def _trusted(owner: Account | None) -> set[int]:
    """Return whose folders we take over: our own, and those of the account we lend."""
    ours = os.geteuid() if hasattr(os, "geteuid") else 0
    return {ours, owner.user if owner else ours}
