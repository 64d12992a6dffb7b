"""A case, where the catalogue is installed."""

from typing import Any

import pytest
from django.apps import apps

from manumit.spine.identity.actor import Actor

with_cases = pytest.mark.skipif(not apps.is_installed("manumit.modules.cases"), reason="needs a kind to release")


def open_case(actor: Actor, **values: Any) -> Any:
    """Return a case of a missing person at the actor's agency."""
    from importlib import import_module

    opening = import_module("manumit.modules.cases.actions.open_case")
    facts = {"case_type": "missing", "last_seen_precision": "unknown", "last_seen_state": "MT", **values}
    person = {"role": "missing", "given_names": "Rosa", "family_name": "Tallgrass", "sex": "female"}
    return opening.open_case(actor, opening.Report(facts, source="Mother", people=[person]))
