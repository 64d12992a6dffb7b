"""The tests' database: PostgreSQL as in use, with its three roles; Django's default alias is the application's."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase

from manumit.project.database import roles, trial, tuning
from manumit.project.database.address import Address
from manumit.project.database.launcher import Server

ROOT = Path(__file__).parent
gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def database_server() -> Iterator[tuple[Address, dict[str, str]]]:
    """A superuser's address and the roles' passwords: MANUMIT_TEST_SERVER, or the embedded server."""
    given = os.environ.get(trial.SERVER)
    if given:
        yield Address.parse(given), dict.fromkeys(roles.SESSION_SETTINGS, "a password for tests only")
        return
    with Server(ROOT / ".manumit-test", tuning.for_tests()) as server:
        yield server.superuser, server.passwords


@pytest.fixture(scope="session")
def django_db_setup(database_server, django_test_environment, django_db_blocker) -> Iterator[None]:
    """One database for this run; every test that commits is cleared through the owner."""
    server, passwords = database_server
    with django_db_blocker.unblock(), trial.database(server, passwords) as trial_database:
        TransactionTestCase._fixture_teardown = lambda case: trial_database.clear()
        with django_db_blocker.block():
            yield


@pytest.fixture
def identity_guarded(db: None) -> Iterator[None]:
    """From here on no agency, person or membership changes without a leaf; what stands already is the scene."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; SET LOCAL tests.scene = 'off'")
    yield
    connection.check_constraints()


def pytest_collection_finish() -> None:
    """Look no more for what became garbage in what stays to the end: that takes a tenth of the run."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test marked `committed` runs without an enclosing transaction and may use every role."""
    for item in items:
        if item.get_closest_marker("committed"):
            item.add_marker(pytest.mark.django_db(transaction=True, databases=["default", "owner", "sequencer"]))
