"""What a killed worker had under way is done by the next, once; what kills every worker is given up."""

import threading
from urllib.parse import quote

import pytest
from django.db import connection, connections, transaction

from manumit.spine.jobs import once
from manumit.spine.jobs.dead_letters import dead_letters, retry
from manumit.spine.jobs.drill import Drill
from manumit.spine.jobs.models import Deed
from manumit.spine.jobs.rescuing import MOST_RESCUES, rescue

SILENT = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second') RETURNING id"
UNDER_WAY = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s WHERE id = %s"
URLS = {"default": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "sequencer": "DATABASE_SEQUENCER_URL"}


def sql(text: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall() if cursor.description else []


def held_by(worker_age_seconds: float | None, noting, attempts: int = 0) -> int:
    """A job under way in a worker whose last heartbeat was so long ago; None is a worker nobody knows."""
    job = noting.enqueue(key="x")
    worker = None
    if worker_age_seconds is not None:
        ((worker,),) = sql(SILENT, worker_age_seconds)
    sql(UNDER_WAY, worker, attempts, job)
    return job


def status(job: int) -> str:
    return sql("SELECT status FROM procrastinate_jobs WHERE id = %s", job)[0][0]


@pytest.mark.django_db
@pytest.mark.parametrize(("age", "expected"), [(1, "doing"), (11, "todo"), (None, "todo")])
def test_only_jobs_of_silent_workers_go_back(noting, age, expected) -> None:
    job = held_by(age, noting)
    found = rescue()
    assert status(job) == expected
    assert found.back == ((job,) if expected == "todo" else ())


@pytest.mark.django_db
def test_a_job_that_kills_every_worker_is_given_up_and_can_be_tried_again(noting) -> None:
    job = held_by(11, noting, attempts=MOST_RESCUES)
    assert rescue().dead == (job,)
    (letter,) = dead_letters()
    assert (letter.id, letter.arguments) == (job, {"key": "x"})
    assert retry(job)
    assert status(job) == "todo"
    assert not retry(job)


@pytest.mark.committed
def test_two_that_look_at_once_do_not_take_the_same_job(noting) -> None:
    with transaction.atomic():
        job = held_by(11, noting)
    found = []

    def look() -> None:
        try:
            found.append(rescue())
        finally:
            connections["default"].close()

    with transaction.atomic():
        first = rescue()
        other = threading.Thread(target=look)
        other.start()
        other.join()
    assert (first.back, found[0].back) == ((job,), ())


@pytest.mark.django_db
def test_a_deed_is_done_once() -> None:
    assert [once("x"), once("x"), once("y")] == [True, False, True]


@pytest.mark.committed
def test_outside_a_transaction_there_is_no_once() -> None:
    with pytest.raises(RuntimeError, match="commit together"):
        once("x")


@pytest.mark.committed
def test_a_deed_rolled_back_is_still_to_be_done() -> None:
    with transaction.atomic():
        assert once("x")
        transaction.set_rollback(True)
    with transaction.atomic():
        assert once("x")
    assert Deed.objects.count() == 1


@pytest.mark.slow
@pytest.mark.committed
def test_killed_workers_lose_nothing_and_do_nothing_twice(monkeypatch) -> None:
    """The drill of `manumit drill jobs`, short: real workers, real kills."""
    for alias, name in URLS.items():
        monkeypatch.setenv(name, address(alias))
    outcome = Drill(kills=1, seed=3).run()
    assert outcome.ok, outcome
    assert outcome.held > 0, "no worker was killed with a job under way: the drill proved nothing"


def address(alias: str) -> str:
    at = connections[alias].settings_dict
    return f"postgresql://{at['USER']}:{quote(at['PASSWORD'])}@/{at['NAME']}?host={quote(at['HOST'])}&port={at['PORT']}"
