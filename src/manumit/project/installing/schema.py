"""Bringing the database to this version: the owner migrates, then each role gets what the models declare."""

from django.core.management import call_command
from django.db import connections

from manumit.project.database import grants


def bring_up_to_date(verbosity: int = 0) -> int:
    """Migrate and grant; return how many privileges stand. Run again it changes nothing."""
    call_command("migrate", database="owner", verbosity=verbosity, interactive=False)
    granted = grants.apply(connections["owner"])
    connections["owner"].close()
    return len(granted)
