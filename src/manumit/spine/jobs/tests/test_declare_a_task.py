"""A task that could not be stored, documented or repeated is not declared."""

import pytest
from django.db import connection, transaction

from manumit.spine.jobs import BadTask, task
from manumit.spine.jobs.declaring import tasks

SAFE = {"idempotent": "it does nothing"}


def undocumented() -> None: ...


def positional(number: int) -> None:
    """Take a positional argument."""


def unannotated(*, number) -> None:
    """Take anything."""


def not_json(*, number: set[int]) -> None:
    """Take a set."""


def with_arguments(*, number: int) -> None:
    """Take a number."""


@pytest.mark.parametrize(
    ("body", "options", "words"),
    [
        (undocumented, SAFE, "docstring"),
        (positional, SAFE, "keyword-only"),
        (unannotated, SAFE, "JSON type"),
        (not_json, SAFE, "JSON type"),
        (with_arguments, {"idempotent": " "}, "second run"),
        (with_arguments, {**SAFE, "cron": "0 * * * *"}, "by the clock"),
    ],
)
def test_what_is_lacking_is_named(body, options, words) -> None:
    with pytest.raises(BadTask, match=words):
        task(**options)(body)


def test_json_of_every_depth_is_taken() -> None:
    @task(**SAFE)
    def deep(*, rows: list[dict[str, int | None]], on: bool = False) -> None:
        """Take rows."""

    assert deep.name in {each.name for each in tasks()}


def test_every_declared_task_says_why_a_second_run_does_no_harm() -> None:
    assert all(each.idempotent and each.__doc__ for each in tasks())


@pytest.mark.django_db
def test_what_can_wait_goes_behind_everything_else():
    @task(idempotent="counts nothing", can_wait=True)
    def heap() -> None:
        """Wait."""

    @task(idempotent="counts nothing")
    def notice() -> None:
        """Go first."""

    with transaction.atomic():
        ids = [heap.enqueue(), notice.enqueue()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM procrastinate_jobs WHERE id = ANY(%s) ORDER BY priority DESC, id", [ids])
        assert [row[0] for row in cursor.fetchall()] == ids[::-1]
