"""Which processes serve a data folder, and how a folder left by a killed server is healed.

PostgreSQL refuses to start while the process its `postmaster.pid` names exists. After a kill that process may be a
zombie no one reaps, or another program that was given the same number. And children of a killed server may finish
their work first. So: look at the processes, not at the number; wait for the children; only then clear the files.
"""

import time
from contextlib import suppress
from pathlib import Path

import psutil

from .errors import DatabaseTrouble

GRACE = 5.0
"""Seconds a killed server's children get to end by themselves, and again after being asked to."""


def family(data: Path) -> list[psutil.Process]:
    """Return the living PostgreSQL processes of `data`: those that work in it or were told to."""
    return [process for process in psutil.process_iter(["name"]) if _belongs(process, str(data))]


def _belongs(process: psutil.Process, data: str) -> bool:
    if not str(process.info["name"]).startswith("postgres"):
        return False
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        return process.cwd() == data or data in process.cmdline()
    except psutil.Error:
        return False


def living(data: Path) -> psutil.Process | None:
    """Return the server of `data`, or None. Its children call themselves `postgres: what they do`."""
    for process in family(data):
        try:
            if not process.cmdline()[0].startswith("postgres: "):
                return process
        except (psutil.Error, IndexError):
            continue
    return None


def heal(data: Path, sockets: Path) -> None:
    """Clear what a dead server left. Call it alone, and only when there is no living server.

    Raises DatabaseTrouble if the dead server's children cannot be ended: two servers on one folder would destroy it.
    """
    left = {path: _content(path) for path in (data / "postmaster.pid", *sockets.glob(".s.PGSQL.*"))}
    _await_children(data)
    for path, content in left.items():
        if _content(path) == content and not living(data):
            path.unlink(missing_ok=True)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _await_children(data: Path) -> None:
    for ask in (lambda child: None, psutil.Process.terminate, psutil.Process.kill):
        for child in family(data):
            with suppress(psutil.Error):
                ask(child)
        if _gone(data):
            return
    raise DatabaseTrouble(f"Processes of a killed database server still use {data}: {family(data)}. End them.")


def _gone(data: Path) -> bool:
    end = time.monotonic() + GRACE
    while family(data):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
