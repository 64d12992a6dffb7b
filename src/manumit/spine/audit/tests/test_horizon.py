"""Which ids are decided while transactions are open."""

import psycopg
import pytest
from django.db import connections

from manumit.spine.audit.connecting import connection
from manumit.spine.audit.horizon import LAST_DRAWN, Horizon

INSERT = "INSERT INTO audit_entry (purpose, verb, kind, group_name, detail) VALUES ('', 'a.b', '', '', '{}')"
XMAX = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"
PASSED = "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= %s::text::xid8"


@pytest.fixture
def horizon():
    with connection() as opened:
        yield Horizon(opened)


@pytest.fixture
def writer(transactional_db):
    with connection("default") as opened:
        yield opened


def drawn_by(writer: psycopg.Connection) -> int:
    return writer.execute(f"{INSERT} RETURNING id").fetchone()[0]


@pytest.mark.committed
def test_nothing_drawn_nothing_decided(horizon):
    assert horizon.advance() == 0


@pytest.mark.committed
def test_committed_entries_are_decided_at_once(horizon, writer):
    last = [drawn_by(writer) for _ in range(3)][-1]
    assert horizon.advance() == last


@pytest.mark.committed
def test_an_open_writer_holds_later_entries_back(horizon, writer, log):
    with writer.transaction():
        first = drawn_by(writer)
        second = log.write_one()
        assert second > first
        assert [horizon.advance() for _ in range(3)] == [0, 0, 0]
    assert horizon.advance() == second


@pytest.mark.committed
def test_an_id_whose_transaction_failed_is_decided(horizon, writer):
    with pytest.raises(ZeroDivisionError), writer.transaction():  # noqa: PT012 - the transaction has to be open when it fails
        last = drawn_by(writer)
        horizon.advance()
        raise ZeroDivisionError
    assert horizon.advance() == last


@pytest.mark.committed
def test_later_writers_do_not_hold_back_an_earlier_look(horizon, writer, log):
    with writer.transaction():
        first = drawn_by(writer)
        horizon.advance()
        with connection("default") as other, other.transaction():
            drawn_by(other)
            writer.execute("SELECT 1")
    with connection("default") as late, late.transaction():
        drawn_by(late)
        assert horizon.advance() == first


@pytest.mark.committed
def test_a_long_transaction_that_writes_no_entry_holds_nothing_back(horizon, log):
    with connections["owner"].cursor() as cursor:
        cursor.execute("BEGIN; SELECT pg_current_xact_id()")
        last = log.write_one()
        assert horizon.advance() == last
        cursor.execute("ROLLBACK")


@pytest.mark.committed
def test_a_snapshots_xmax_would_have_lost_entries(writer):
    """The rule this horizon replaces: an open writer's id passes it, for xmax is the highest completed id plus one."""
    with connection() as looking, writer.transaction():
        undecided = drawn_by(writer)
        last = looking.execute(LAST_DRAWN).fetchone()[0]
        (xmax,) = looking.execute(XMAX).fetchone()
        assert last == undecided
        assert looking.execute(PASSED, (xmax,)).fetchone() == (True,)
        assert looking.execute("SELECT count(*) FROM audit_entry").fetchone() == (0,)
