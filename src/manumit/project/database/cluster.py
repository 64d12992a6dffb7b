"""The making of a data folder: whole, or not there at all."""

import os
import shutil
import subprocess
from pathlib import Path

import psutil

from . import account
from .binaries import Binaries
from .errors import DatabaseTrouble
from .place import Place

SUPERUSER = "postgres"
BUILTIN_LOCALE_SINCE = 17
PREFIX = "new-"


def make(place: Place, binaries: Binaries, password: str) -> None:
    """Make the data folder of `place` if it is not there, with SCRAM as the only way in.

    It is made under another name and renamed when done and on disk, so a kill leaves nothing half made in its place.
    """
    sweep(place.folder)
    if place.data.exists():
        return
    fresh = place.folder / f"{PREFIX}{os.getpid()}"
    fresh.mkdir(mode=0o700)
    account.give(fresh, place.account)
    _initialise(fresh, place, binaries, password)
    os.replace(fresh / "data", place.data)
    _to_disk(place.folder)
    shutil.rmtree(fresh)


def _initialise(fresh: Path, place: Place, binaries: Binaries, password: str) -> None:
    secret = fresh / "password"
    secret.touch(mode=0o600)
    secret.write_text(password + "\n")
    account.give(secret, place.account)
    command = [binaries.program("initdb"), "-D", str(fresh / "data"), "-U", SUPERUSER, "--auth=scram-sha-256",
               f"--pwfile={secret}", "--encoding=UTF8", *_locale(binaries.version)]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, check=False, **account.switch(place.account))
    if said.returncode:
        raise DatabaseTrouble(f"initdb failed in {place.folder}: {(said.stderr or said.stdout).strip()[-2000:]}")


def _locale(version: int) -> list[str]:
    """Sort by code point everywhere: no operating system's collation can change under an index."""
    if version >= BUILTIN_LOCALE_SINCE:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C"]


def sweep(folder: Path) -> None:
    """End and remove what a killed start left half made; what cannot be removed now is left for the next time."""
    for left in folder.glob(f"{PREFIX}*"):
        for process in psutil.process_iter(["cmdline", "cwd"]):
            if _works_in(process, str(left)):
                process.kill()
                psutil.wait_procs([process], timeout=5)
        shutil.rmtree(left, onerror=_unlock_and_retry)


def _works_in(process: psutil.Process, folder: str) -> bool:
    told = any(folder in word for word in process.info["cmdline"] or [])
    return told or (process.info["cwd"] or "").startswith(folder)


def _unlock_and_retry(function: object, path: str, _: object) -> None:
    """Remove what was made read-only, too."""
    try:
        os.chmod(Path(path).parent, 0o700)
        os.unlink(path)
    except OSError:
        return


def _to_disk(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
