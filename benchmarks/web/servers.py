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
OURS = "manumit.project.settings.demo"
PEER = "benchmarks.web.plain_settings"


@contextmanager
def serving(settings: str, *, workers: int = 2) -> Iterator[int]:
    """Run the web processes under `settings` on a free port; yields the port once it answers."""
    port = free_port()
    with _process(["web", "--port", str(port), "--workers", str(workers)], settings):
        _await(port)
        yield port


@contextmanager
def sequencing() -> Iterator[None]:
    """Run the log's sequencer."""
    with _process(["audit", "sequence"], OURS):
        yield


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _process(words: list[str], settings: str) -> Iterator[None]:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    process = subprocess.Popen([sys.executable, "-m", "manumit.project", *words], env=environment, cwd=ROOT)
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
