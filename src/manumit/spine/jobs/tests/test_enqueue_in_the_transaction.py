"""A job exists exactly when the change that asked for it does."""

import pytest
from django.db import connection, transaction

from manumit.spine.jobs import EnqueuedOutsideTransaction
from manumit.spine.jobs.models import Deed
from manumit.spine.jobs.working import work


def jobs() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'key', status FROM procrastinate_jobs WHERE args ? 'key' ORDER BY id")
        return cursor.fetchall()


@pytest.mark.committed
def test_a_roll_back_leaves_no_job_and_a_commit_leaves_one(noting) -> None:
    with transaction.atomic():
        noting.enqueue(key="lost")
        transaction.set_rollback(True)
    with transaction.atomic():
        noting.enqueue(key="kept")
    assert jobs() == [("kept", "todo")]


@pytest.mark.committed
def test_outside_a_transaction_nothing_is_enqueued(noting) -> None:
    with pytest.raises(EnqueuedOutsideTransaction, match="note_down inside transaction"):
        noting.enqueue(key="x")
    assert jobs() == []


@pytest.mark.django_db
def test_arguments_the_task_does_not_take_are_refused_at_once(noting) -> None:
    with pytest.raises(TypeError):
        noting.enqueue(number=1)


@pytest.mark.committed
def test_a_worker_does_what_was_enqueued(noting) -> None:
    with transaction.atomic():
        noting.enqueue(key="first")
        noting.enqueue(key="second")
    work(until_empty=True)
    assert set(Deed.objects.values_list("key", flat=True)) == {"first", "second"}
    assert {status for _, status in jobs()} == {"succeeded"}


@pytest.mark.committed
def test_a_failing_job_is_tried_again_later(noting) -> None:
    with transaction.atomic():
        noting.enqueue(key="x", fail=True)
    work(until_empty=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT status, attempts, scheduled_at > now() FROM procrastinate_jobs WHERE args ? 'key'")
        assert cursor.fetchall() == [("todo", 1, True)]


@pytest.mark.django_db
def test_called_directly_it_runs_here(noting) -> None:
    noting(key="here")
    assert Deed.objects.filter(key="here").exists()
