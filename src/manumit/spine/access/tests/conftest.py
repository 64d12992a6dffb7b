"""People and papers for the tests of access: Alice owns, Bob works with her, Charlie is a stranger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency

from . import papers

APPLICATION_ROLE = "manumit_app"


@pytest.fixture(scope="session")
def paper_tables(django_db_setup, django_db_blocker) -> None:
    """The tables of `papers`, made by the owner; they go with the run's database."""
    with django_db_blocker.unblock(), connections["owner"].schema_editor() as editor:
        for model in (papers.Paper, papers.Leaf):
            editor.create_model(model)
            editor.execute(f"GRANT ALL ON {model._meta.db_table} TO {APPLICATION_ROLE}")
            editor.execute(f"GRANT ALL ON SEQUENCE {model._meta.db_table}_id_seq TO {APPLICATION_ROLE}")


@pytest.fixture
def paper(paper_tables, db) -> Iterator[kinds.Kind]:
    """The kind `paper`, registered for one test."""
    yield kinds.register(papers.kind(Path(__file__).with_name("paper.cedar")))
    kinds.forget("paper")


@pytest.fixture
def agencies(db) -> list[Agency]:
    """Three agencies."""
    return [Agency.objects.create(name=f"Agency {n}", short_name=f"A{n}", kind="tribal") for n in range(3)]


@pytest.fixture
def alice(agencies) -> Actor:
    """An investigator of the owning agency."""
    return actor(agencies[0])


@pytest.fixture
def bob(agencies) -> Actor:
    """An intake officer of the same agency."""
    return actor(agencies[0], person_id=2, roles=frozenset({"intake"}))


@pytest.fixture
def charlie(agencies) -> Actor:
    """An investigator of another agency."""
    return actor(agencies[1], person_id=3)


def actor(agency: Agency, **changes) -> Actor:
    """Return somebody of `agency` who investigates."""
    facts = {"person_id": 1, "roles": frozenset({"investigator"}), "purpose": "investigation"}
    return Actor(agency_id=agency.pk, agency_kind=agency.kind, **{**facts, **changes})
