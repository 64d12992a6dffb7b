"""Children are started again, end in order, and leave a parent that was killed."""

import os
import signal
import subprocess
import sys
import time

import psutil

from manumit.project.command import lifeline
from manumit.project.command.supervisor import Child, Supervisor

PARENT = """
import subprocess, sys, time, os
from manumit.project.command import lifeline
child = subprocess.Popen([sys.executable, "-c", CHILD], env={**os.environ, **lifeline.of_this_process()})
print(child.pid, flush=True)
time.sleep(60)
"""
CHILD = "from manumit.project.command import lifeline; lifeline.watch_parent(); import time; time.sleep(60)"


class Sleeper(Child):
    """A child that is no manumit."""

    def __init__(self, code: str) -> None:
        super().__init__("sleeper")
        self.code = code

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", self.code])
        self.started_at = time.monotonic()


def gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def eventually(condition, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def test_a_child_leaves_when_its_parent_is_killed() -> None:
    code = f"CHILD = {CHILD!r}\n{PARENT}"
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert eventually(lambda: gone(child))


def test_a_dead_child_is_started_again_and_the_wait_grows() -> None:
    child = Sleeper("")
    child.start()
    first = child.process.pid
    assert eventually(lambda: child.look() or child.process.pid != first)
    assert child.pause == 1.0
    child.end()


def test_a_child_that_refuses_to_go_on_is_left_alone() -> None:
    child = Sleeper("raise SystemExit(3)")
    child.start()
    child.process.wait()
    child.look()
    assert child.given_up


def test_all_end_in_the_order_given() -> None:
    ended = []

    class Noting(Sleeper):
        def end(self) -> None:
            super().end()
            ended.append(self.code)

    children = [Noting(f"import time; time.sleep(60) # {n}") for n in (1, 2)]
    supervisor = Supervisor(children, supervisor_stops := lambda: None)
    for child in children:
        child.start()
    supervisor.stopped.set()
    supervisor.run()
    assert supervisor_stops() is None
    assert [code[-1] for code in ended] == ["1", "2"]
    assert all(child.process.poll() is not None for child in children)


def test_a_process_without_a_parent_to_watch_is_left_in_peace() -> None:
    assert lifeline.VARIABLE not in os.environ
    lifeline.watch_parent()
