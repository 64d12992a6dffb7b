"""A log of one's own for a test: entries written as the application, sealed into a folder of the test."""

from pathlib import Path

import pytest
from django.db import connections, transaction

from manumit.spine import audit
from manumit.spine.audit.connecting import connection, is_only_sequencer
from manumit.spine.audit.outside import Outside
from manumit.spine.audit.sequencer import Sequencer
from manumit.spine.audit.verifying import verify
from manumit.spine.identity.actor import Actor

ALICE = Actor(person_id=7, agency_id=3, roles=frozenset(), purpose="investigation", agency_kind="tribal")


class Log:
    """What the tests do with a log."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.outside = Outside(home / "audit")

    def write(self, count: int = 1, **about) -> list[int]:
        """Write entries, each in a transaction of its own, and return their ids."""
        return [self.write_one(number, **about) for number in range(count)]

    def write_one(self, number: int = 0, verb: str = "case.open") -> int:
        with transaction.atomic():
            return audit.record(ALICE, verb, kind="case", record_id=number, detail={"n": number, "said": "tab\there\\"})

    def seal(self) -> Sequencer:
        """Be a sequencer that begins, seals what is decided, signs and ends."""
        with connection() as opened:
            assert is_only_sequencer(opened)
            sequencer = Sequencer(opened, self.outside, self.home)
            sequencer.tick()
            sequencer.sign()
            sequencer.beat()
        return sequencer

    def verify(self, **options):
        return verify(self.outside, **options)

    def as_owner(self, *statements: str) -> None:
        """Do what only somebody who owns the tables can: set the guards aside and rewrite."""
        with connections["owner"].cursor() as cursor:
            for table in ("audit_entry", "audit_leaf"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for statement in statements:
                cursor.execute(statement)
            for table in ("audit_entry", "audit_leaf"):
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")


@pytest.fixture
def log(tmp_path, settings) -> Log:
    settings.MANUMIT_HOME = tmp_path
    return Log(tmp_path)
