"""The two servers: the product's own web processes and the peer's, on the same database, with the same workers."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "manumit.project.settings.demo"
WORKERS = ("--workers", "2")
OURS = ("manumit.project", "web", "--threads", "1", *WORKERS)
PEER = ("granian", "--interface", "wsgi", "--blocking-threads", "2", *WORKERS)
PEER_APPLICATION = "benchmarks.web.plain_application:application"


@contextmanager
def ours() -> Iterator[int]:
    """Run the product's web processes and the log's sequencer; yields the port once it answers."""
    port = free_port()
    with _process("manumit.project", "audit", "sequence"), _process(*OURS, "--port", str(port)):
        _await(port)
        yield port


@contextmanager
def peer() -> Iterator[int]:
    """Run the peer's; yields the port once it answers."""
    port = free_port()
    with _process(*PEER, "--port", str(port), PEER_APPLICATION):
        _await(port)
        yield port


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _process(*words: str) -> Iterator[None]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    process = subprocess.Popen([sys.executable, "-m", *words], env=environment, cwd=ROOT)
    try:
        yield
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
