"""The two servers: the product's own web processes and the peer's, on the same database, with the same workers."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "manumit.project.settings.demo"
WORKERS = ("--workers", "2")
OURS = ("manumit.project", "web", "--threads", "1", *WORKERS)
PEER = ("granian", "--interface", "wsgi", "--blocking-threads", "2", *WORKERS)
PEER_APPLICATION = "benchmarks.web.plain_application:application"


@dataclass(frozen=True)
class Site:
    """A server under load: where it answers and the process that started its web processes."""

    port: int
    web: int

    def spent(self) -> float:
        """Return the seconds of processor time its web processes and the database have used so far."""
        return sum(map(_tree_seconds, (psutil.Process(self.web), _postmaster())))


@contextmanager
def ours() -> Iterator[Site]:
    """Run the product's web processes and the log's sequencer; yields them once they answer."""
    port = free_port()
    with _process("manumit.project", "audit", "sequence"), _process(*OURS, "--port", str(port)) as web:
        _await(port)
        yield Site(port, web.pid)


@contextmanager
def peer(application: str = PEER_APPLICATION) -> Iterator[Site]:
    """Run the peer's `application`; yields its web processes once they answer."""
    port = free_port()
    with _process(*PEER, "--port", str(port), application) as web:
        _await(port)
        yield Site(port, web.pid)


def _postmaster() -> psutil.Process:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone() or (0,)
    return psutil.Process(psutil.Process(backend).ppid())


def _tree_seconds(process: psutil.Process) -> float:
    return sum(times.user + times.system for times in (each.cpu_times() for each in [process, *process.children(True)]))


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _process(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    process = subprocess.Popen([sys.executable, "-m", *words], env=environment, cwd=ROOT)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await(port: int, patience: float = 60) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            link.request("GET", "/")
            link.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"Nothing answered on port {port} within {patience} seconds")
