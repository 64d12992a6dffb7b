"""The first who needs it starts it, the last stops it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from manumit.project.database import locks, place, postmaster
from manumit.project.database.errors import DatabaseTrouble
from manumit.project.database.launcher import Server

from .test_server_heals import again

HOLD = """
import sys, time
from pathlib import Path
from manumit.project.database.launcher import Server
held = Server(Path(sys.argv[1])).start()
print("up", flush=True)
time.sleep(60)
"""


def holder(server: Server) -> "subprocess.Popen[str]":
    home = str(server.place.shared.parent)
    child = subprocess.Popen([sys.executable, "-c", HOLD, home], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "up\n"
    return child


def test_last_one_out_stops_it(server: Server) -> None:
    second = again(server).start()
    assert not second.stop()
    assert server.accepts()
    assert server.stop()
    assert postmaster.living(server.place.data) is None


def test_lease_of_a_killed_holder_does_not_count(server: Server) -> None:
    child = holder(server)
    assert len(locks.holders(server.place.leases)) == 2
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert server.stop()


def test_server_of_a_killed_holder_serves_the_next(server: Server) -> None:
    child = holder(server)
    server.stop()
    child.kill()
    child.wait()
    before = postmaster.living(server.place.data).pid
    with again(server) as next_one:
        assert postmaster.living(next_one.place.data).pid == before


def test_two_starts_at_once(server: Server) -> None:
    server.stop()
    home = str(server.place.shared.parent)
    both = [subprocess.Popen([sys.executable, "-c", HOLD, home], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [child.stdout.readline() for child in both] == ["up\n", "up\n"]
    for child in both:
        child.kill()
        child.wait()


def test_nothing_is_thrown_away_while_in_use(server: Server) -> None:
    with pytest.raises(DatabaseTrouble, match="Others still use"):
        again(server).throw_away()
    assert server.accepts()


def test_only_scram_and_only_the_socket(server: Server) -> None:
    rules = [
        line.split() for line in (server.place.data / "pg_hba.conf").read_text().splitlines() if line[:1].isalpha()
    ]
    assert {rule[-1] for rule in rules} == {"scram-sha-256"}
    process = postmaster.living(server.place.data)
    assert not [c for c in process.net_connections(kind="inet") if c.status == "LISTEN"]
    assert server.place.run.stat().st_mode & 0o077 == 0


def test_secrets_are_their_owners_alone(server: Server) -> None:
    assert [oct(path.stat().st_mode & 0o777) for path in server.secrets.iterdir()] == ["0o600"] * 4


def test_long_paths_get_a_short_socket_folder(tmp_path) -> None:
    long = place.Place(tmp_path, tmp_path / ("x" * 90), None)
    assert len(os.fsencode(long.run / ".s.PGSQL.5432")) <= place.LONGEST_SOCKET
    assert long.run == place.Place(tmp_path, tmp_path / ("x" * 90), None).run


def test_a_socket_folder_somebody_else_made_is_refused(tmp_path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder somebody else's")
    taken = tmp_path / "run"
    taken.mkdir()
    os.chown(taken, 12345, 12345)
    with pytest.raises(DatabaseTrouble, match="belongs to another account"):
        place.private_folder(taken, None)


def test_root_lends_an_account_a_folder_it_can_enter(tmp_path_factory) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root lends an account")
    closed = tmp_path_factory.mktemp("closed")
    closed.chmod(0o700)
    chosen = place.of(closed)
    assert chosen.folder.parent == place.SHELF
    assert place.of(closed) == chosen
    for path in (chosen.run, chosen.folder):
        path.rmdir()


def test_stop_takes_no_longer_than_needed(server: Server) -> None:
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 10
