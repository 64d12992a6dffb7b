"""Cursors of prepared statements are kept with their connection, lent to one at a time, and seen by whoever counts."""

import pytest
from django.db import DataError, connection, transaction

from manumit.spine.audit.prepared import prepared

pytestmark = pytest.mark.django_db


def test_a_cursor_comes_back_and_serves_the_next():
    with prepared(connection) as first:
        first.execute("SELECT %s::int", ("1",))
    with prepared(connection) as second:
        assert second is first


def test_a_cursor_in_use_is_not_lent_again():
    with prepared(connection) as outer:
        outer.execute("SELECT generate_series(1, 3)")
        assert outer.fetchone() == (1,)
        with prepared(connection) as inner:
            inner.execute("SELECT 9")
            assert inner.fetchone() == (9,)
        assert outer.fetchall() == [(2,), (3,)]


def test_an_error_is_djangos_and_its_cursor_goes():
    with pytest.raises(DataError), transaction.atomic(), prepared(connection) as broken:
        broken.execute("SELECT 1 / %s::int", ("0",))
    with prepared(connection) as next_one:
        assert next_one is not broken


def test_whoever_counts_sees_the_statement(django_assert_num_queries):
    with django_assert_num_queries(1), prepared(connection) as cursor:
        cursor.execute("SELECT 1")


@pytest.mark.committed
def test_a_connection_made_anew_has_cursors_of_its_own():
    with prepared(connection) as before:
        before.execute("SELECT 1")
    connection.close()
    with prepared(connection) as after:
        after.execute("SELECT 2")
        assert after is not before
        assert after.fetchone() == (2,)
