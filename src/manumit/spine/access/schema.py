"""The Cedar schema of a kind: the spine's part and the part generated from the kind's declaration."""

from functools import lru_cache

from .facts import VARIABLES
from .kinds import Attribute, Kind

RELEASES = "Set<{agency: Agency, group: String, purpose: String}>"


@lru_cache(maxsize=64)
def text(kind: Kind) -> str:
    """Return the schema that the kind's policies are validated against."""
    attributes = ", ".join(f"{fact.name}: {cedar_type(fact)}" for fact in kind.facts.values())
    context = _fields("context")
    actions = ", ".join(kind.actions)
    return (
        "entity Agency;\n"
        f"entity User {{ {_fields('principal')} }};\n"
        f"entity {kind.entity} {{ {attributes} }};\n"
        f"action {actions} appliesTo {{ principal: User, resource: {kind.entity}, context: {{ {context} }} }};\n"
    )


def cedar_type(attribute: Attribute) -> str:
    """Return the attribute's type as Cedar writes it."""
    return RELEASES if attribute.type == "Releases" else attribute.type


def _fields(variable: str) -> str:
    return ", ".join(f"{name}: {type_}" for name, type_ in VARIABLES[variable].items())
