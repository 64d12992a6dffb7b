"""System checks of procedures."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from manumit.spine.records import registry

from .procedure import Procedure


@register("workflow")
def procedures_are_sound(**_: Any) -> list[CheckMessage]:
    """Return an error manumit.E050 for each fault in a procedure's table, with its fix."""
    return [
        Error(f"Procedure {procedure.name}: {problem}", id="manumit.E050")
        for procedure in registry.providers(Procedure)
        for problem in procedure.check()
    ]
