"""A child leaves when its parent is gone, however the parent went: no process outlives a killed server."""

import os
import signal
import threading
import time
from collections.abc import Mapping

import psutil

VARIABLE = "MANUMIT_PARENT"
LOOK_EVERY_SECONDS = 0.5
GRACE_SECONDS = 10.0
"""How long a child may take to end in order before it is ended at once."""


def of_this_process() -> Mapping[str, str]:
    """Return the environment variable that ties a child to this process."""
    return {VARIABLE: str(os.getpid())}


def watch_parent() -> None:
    """Leave when the parent that started us with `of_this_process` is gone; do nothing where none did."""
    parent = os.environ.pop(VARIABLE, "")
    if parent:
        watch(int(parent))


def watch(parent: int) -> None:
    """Look from now on whether `parent` is still our parent."""
    threading.Thread(target=_leave_without, args=[parent], name="lifeline", daemon=True).start()


def _leave_without(parent: int) -> None:
    while _is_there(parent):
        time.sleep(LOOK_EVERY_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)


def _is_there(parent: int) -> bool:
    return os.getppid() == parent if os.name == "posix" else psutil.pid_exists(parent)
