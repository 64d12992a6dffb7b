"""System check of what may be matched."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from manumit.spine.records import registry

from .linkable import Linkable


@register("matching")
def only_what_may_be_matched_is(**_: Any) -> list[CheckMessage]:
    """Return an error manumit.E060 for each linkable that rule 7 does not list, or that is declared unsoundly."""
    return [
        Error(f"Linkable {problem}", id="manumit.E060")
        for each in registry.providers(Linkable)
        for problem in each.problems()
    ]
