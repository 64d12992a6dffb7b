"""Whatever was killed, the next start brings the database back."""

import os
import signal
import subprocess
import sys
import time

import psutil
import psycopg
import pytest

from manumit.project.database import cluster, postmaster, tuning
from manumit.project.database.drill import Drill
from manumit.project.database.errors import DatabaseTrouble
from manumit.project.database.launcher import Server

PID_FILE = "postmaster.pid"


def again(server: Server) -> Server:
    return Server(server.place.shared.parent, tuning.for_tests())


def pid_of(server: Server) -> int:
    return int((server.place.data / PID_FILE).read_text().split()[0])


def kill_server(server: Server) -> None:
    os.kill(pid_of(server), signal.SIGKILL)


def write_pid(server: Server, content: str) -> None:
    (server.place.data / PID_FILE).write_text(content)


def test_killed_server_left_as_a_zombie(server: Server) -> None:
    kill_server(server)
    time.sleep(0.2)
    assert psutil.Process(server._process.pid).status() == psutil.STATUS_ZOMBIE
    with again(server) as healed:
        assert healed.accepts()


def test_same_launcher_starts_it_again(server: Server) -> None:
    kill_server(server)
    assert server.start().accepts()


def test_number_given_to_another_program(server: Server) -> None:
    """Even one that runs under the very account of the server, which PostgreSQL alone would take for it."""
    from manumit.project.database.account import switch

    server.stop()
    sleeper = subprocess.Popen(["sleep", "60"], **switch(server.place.account))
    try:
        for path in (server.place.data / PID_FILE, server.place.run / ".s.PGSQL.5432.lock"):
            path.write_text(f"{sleeper.pid}\n{server.place.data}\n0\n5432\n{server.place.run}\n\n  0 0\n")
        assert server.start().accepts()
    finally:
        sleeper.kill()
        sleeper.wait()


@pytest.mark.parametrize("content", ["", "half a li", "999999\n"])
def test_torn_process_file(server: Server, content: str) -> None:
    server.stop()
    write_pid(server, content)
    assert server.start().accepts()


def test_read_only_leftovers(server: Server) -> None:
    kill_server(server)
    (server.place.data / PID_FILE).chmod(0o400)
    (server.place.folder / "new-1" / "data" / "base").mkdir(parents=True)
    (server.place.folder / "new-1" / "data" / "base").chmod(0o500)
    (server.place.folder / "new-1" / "data").chmod(0o500)
    assert server.start().accepts()
    assert not list(server.place.folder.glob("new-*"))


@pytest.mark.slow
def test_children_that_outlive_their_server_are_awaited(server: Server) -> None:
    """A backend in the middle of a computation does not notice at once that its server is gone."""
    with psycopg.connect(server.superuser.conninfo) as busy:
        child = busy.info.backend_pid
        os.kill(child, signal.SIGSTOP)
        kill_server(server)
        time.sleep(0.2)
        assert postmaster.family(server.place.data)
        assert server.start().accepts()
        assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_a_kill_while_the_folder_is_made(empty_home) -> None:
    child = subprocess.Popen([sys.executable, "-m", "manumit.project.database.drill", str(empty_home), "1"])
    place = Server(empty_home).place
    while not list(place.folder.glob(f"{cluster.PREFIX}*/data/base")):
        time.sleep(0.01)
    child.kill()
    child.wait()
    assert not place.data.exists()
    with Server(empty_home, tuning.for_tests()) as healed:
        assert healed.accepts()
    assert not list(place.folder.glob("new-*"))


def test_other_secrets_are_named_as_the_cause(server: Server) -> None:
    secret = server.secrets / "database-postgres"
    kept = secret.read_text()
    secret.write_text("another")
    try:
        with pytest.raises(DatabaseTrouble, match="another password"):
            again(server).start()
    finally:
        secret.write_text(kept)


@pytest.mark.slow
def test_random_moments(empty_home) -> None:
    found = Drill(empty_home / "drill", seed=int(time.time())).run(20)
    assert found.as_json()["ok"], found.as_json()
