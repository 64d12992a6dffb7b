"""The embedded PostgreSQL: started by the first who needs it, shared, stopped by the last, healed after any kill.

Everybody who uses the server holds a lease, a file the operating system unlocks when its holder dies. A start looks at
what is true (does it accept a connection? does its process live?) and never trusts what a file says of the past.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import psycopg

from manumit.project.settings import secrets

from . import account, binaries, cluster, locks, place, postmaster, roles, tuning
from .address import Address
from .errors import DatabaseTrouble

DATABASE = "manumit"
PATIENCE = 300.0
"""Seconds a start may take: recovery after a kill replays at most `max_wal_size`."""

LONGEST_LOG = 10_000_000


class Server:
    """The embedded server of one home folder. Use it as a context manager, or `start` and `stop` it."""

    def __init__(self, home: Path, settings: Mapping[str, str] | None = None) -> None:
        self.place = place.of(home.resolve())
        self.settings = dict(tuning.for_use() if settings is None else settings)
        self.secrets = home.resolve() / "secrets"
        self._programs: binaries.Binaries | None = None
        self._lease: locks.Lease | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()

    def start(self, patience: float = PATIENCE) -> Self:
        """Return when the server accepts connections, starting or healing it if need be, and hold a lease on it.

        Raises DatabaseTrouble if it does not within `patience` seconds.
        """
        with locks.alone(self.place.lock):
            held = self._lease or locks.Lease(self.place.leases)
            try:
                self._bring_up(time.monotonic() + patience)
            except BaseException:
                held.release()
                raise
            self._lease = held
        return self

    def stop(self) -> bool:
        """Give the lease back, and stop the server if it was the last; say whether it was."""
        with locks.alone(self.place.lock):
            last = self._lease is not None and self._lease.release()
            self._lease = None
            if last:
                self._end()
        return last

    def throw_away(self) -> None:
        """Stop the server and remove its data for good. Raises DatabaseTrouble while anybody else uses it."""
        with locks.alone(self.place.lock):
            self._give_up_on_others(locks.holders(self.place.leases))
            self._end()
            for path in (self.place.data, self.place.run):
                shutil.rmtree(path, ignore_errors=True)
            self.place.log.unlink(missing_ok=True)
        if self.place.folder != self.place.shared:
            shutil.rmtree(self.place.folder, ignore_errors=True)

    @property
    def programs(self) -> binaries.Binaries:
        """The PostgreSQL programs, where the server's account may run them."""
        if self._programs is None:
            found = binaries.find()
            closed = self.place.account and not self.place.account.may_enter(found.folder)
            self._programs = binaries.copy_to(place.SHELF, found) if closed else found
        return self._programs

    @property
    def superuser(self) -> Address:
        """The address of the superuser, which only this package uses."""
        return Address(self._host, self._port, "postgres", cluster.SUPERUSER, self._password(cluster.SUPERUSER), SCRAM)

    @property
    def passwords(self) -> dict[str, str]:
        """The password of each role, by role; made at first use and kept in files only their owner reads."""
        return {role: self._password(role) for role in roles.SESSION_SETTINGS}

    def address(self, role: str) -> Address:
        """Return the address of Manumit's database for one of its roles."""
        return self.superuser.at(DATABASE).as_role(role, self._password(role))

    def accepts(self) -> bool:
        """Whether the server takes a connection now. Raises DatabaseTrouble if it refuses the password."""
        try:
            psycopg.connect(self.superuser.conninfo, connect_timeout=2).close()
        except psycopg.OperationalError as refusal:
            if "password authentication failed" in str(refusal):
                raise DatabaseTrouble(OTHER_SECRETS.format(self.place.data, self.secrets)) from refusal
            return False
        return True

    def lives(self) -> bool:
        """Whether the server's process lives; cheap enough to ask each second."""
        if self._process is not None:
            return self._process.poll() is None
        return postmaster.living(self.place.data) is not None

    @property
    def _host(self) -> str:
        return "127.0.0.1" if sys.platform == "win32" else str(self.place.run)

    @property
    def _port(self) -> int:
        return 54329 if sys.platform == "win32" else place.PORT

    def _password(self, role: str) -> str:
        return secrets.from_file(self.secrets / f"database-{role}")

    def _bring_up(self, end: float) -> None:
        cluster.make(self.place, self.programs, self._password(cluster.SUPERUSER))
        self._await(end)
        with psycopg.connect(self.superuser.conninfo, autocommit=True) as admin:
            roles.ensure(admin, DATABASE, self.passwords)

    def _await(self, end: float) -> None:
        """Start the server as often as it is found dead, until it accepts a connection."""
        starts = 0
        while not self.accepts():
            if not self.lives() and postmaster.living(self.place.data) is None:
                self._give_up_if(starts >= 3)
                postmaster.heal(self.place.data, self.place.run)
                self._launch()
                starts += 1
            self._give_up_if(time.monotonic() > end)
            time.sleep(0.03)

    def _give_up_on_others(self, others: list[str]) -> None:
        if others:
            raise DatabaseTrouble(
                f"Others still use the database of {self.place.shared}: processes {', '.join(others)}."
            )

    def _give_up_if(self, hopeless: bool) -> None:
        if hopeless:
            raise DatabaseTrouble(f"The database does not start. The end of {self.place.log}:\n{self._said()}")

    def _launch(self) -> None:
        sockets = "" if sys.platform == "win32" else str(self.place.run)
        hosts = self._host if sys.platform == "win32" else ""
        own = {"unix_socket_directories": sockets, "listen_addresses": hosts, "port": str(self._port),
               "unix_socket_permissions": "0700"}  # fmt: skip
        command = [self.programs.program("postgres"), "-D", str(self.place.data)]
        self._rotate()
        with self.place.log.open("ab") as log:
            self._process = subprocess.Popen(
                command + tuning.arguments({**self.settings, **own}), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, **account.switch(self.place.account),
            )  # fmt: skip

    def _rotate(self) -> None:
        log = self.place.log
        if log.exists() and log.stat().st_size > LONGEST_LOG:
            os.replace(log, log.with_name("log.1"))

    def _said(self) -> str:
        return self.place.log.read_text(errors="replace")[-2000:] if self.place.log.exists() else "(nothing)"

    def _end(self) -> None:
        """Stop the server: let transactions end by rolling back, and if that takes too long, as after a power cut."""
        for how in ("fast", "immediate"):
            if postmaster.living(self.place.data) is None:
                break
            command = [self.programs.program("pg_ctl"), "stop", "-D", str(self.place.data), "-m", how, "-t", "60"]
            subprocess.run(command, capture_output=True, check=False, **account.switch(self.place.account))
        if self._process is not None:
            self._process.wait(timeout=60)


SCRAM = (("require_auth", "scram-sha-256"),)
"""The client, too, insists on SCRAM: a false server at the socket learns no password."""

OTHER_SECRETS = (
    "The database in {0} was made with another password than the one in {1}. "
    "Restore the secrets that belong to it, or, if it holds nothing of value, remove it."
)
