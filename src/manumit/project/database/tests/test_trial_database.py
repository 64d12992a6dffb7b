"""The tests' own database: alone, cleared after tests that commit, swept up after runs that died."""

import psycopg
import pytest
from django.db import connections

from manumit.project.database import trial
from manumit.spine import audit
from manumit.spine.identity.models import Nation


@pytest.mark.committed
@pytest.mark.parametrize("time", [1, 2])
def test_what_a_test_commits_is_gone_in_the_next(time: int) -> None:
    from django.db import transaction

    assert not Nation.objects.exists()
    with transaction.atomic():
        audit.record(None, "test")
    here = Nation.objects.create(name="Here")
    assert time == 1 or here.pk == 1  # before the first, tests that rolled back may have drawn numbers


@pytest.mark.django_db
def test_sweeping_takes_dead_runs_and_spares_living_ones(database_server) -> None:
    admin_address, _ = database_server
    own = connections["default"].settings_dict["NAME"]
    with psycopg.connect(admin_address.conninfo, autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS manumit_test_0_dead")
        admin.execute("CREATE DATABASE manumit_test_0_dead TEMPLATE template0")
        assert "manumit_test_0_dead" in trial.sweep(admin)
        assert admin.execute("SELECT FROM pg_database WHERE datname = %s", [own]).rowcount == 1
