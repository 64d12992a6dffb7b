"""Tasks for the tests of jobs."""

import pytest

from manumit.spine.jobs import task
from manumit.spine.jobs.models import Deed


@task(idempotent="writes the same deed")
def note_down(*, key: str, fail: bool = False) -> None:
    """Write a deed, or fail."""
    if fail:
        raise ValueError(key)
    Deed.objects.get_or_create(key=key)


@pytest.fixture
def noting():
    """A task that writes a deed."""
    return note_down
