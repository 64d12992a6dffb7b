"""Bringing a database to this version: the owner migrates, then each role gets what the models declare.

Between two operations Django renders anew whatever stands near a model that changed. Near a new table with a key to an
agency stand all the others: of 32 seconds' work that was 28. A model that is new, or of which no key changes, is
rendered alone here; a migration's own code still gets all of them anew. A test compares what both ways make.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.db import connections
from django.db.migrations.state import ProjectState

from . import grants

Near = set[tuple[str, str]]


def bring_up_to_date(verbosity: int = 0) -> int:
    """Migrate and grant; return how many privileges stand. Run again it changes nothing."""
    with models_alone():
        call_command("migrate", database="owner", verbosity=verbosity, interactive=False)
    granted = grants.apply(connections["owner"])
    connections["owner"].close()
    return len(granted)


@contextmanager
def models_alone() -> Iterator[None]:
    """Render a model that is new, or of which no key changes, without those near it."""
    everything_near = ProjectState._find_reload_model  # type: ignore[attr-defined]  # not told to type checkers

    def near(state: Any, app: str, name: str, delay: bool = False) -> Near:
        if name in state.apps.all_models[app] and not delay:
            found: Near = everything_near(state, app, name, delay)
            return found
        state.is_delayed = True  # whoever runs code of a migration renders all anew
        return {(app, name)}

    ProjectState._find_reload_model = near  # type: ignore[attr-defined]  # not told to type checkers
    try:
        yield
    finally:
        ProjectState._find_reload_model = everything_near  # type: ignore[attr-defined]  # not told to type checkers
