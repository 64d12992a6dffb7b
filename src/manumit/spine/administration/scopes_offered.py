"""The scopes a token may have: reading and writing, module by module."""

from manumit.spine.records import registry


def offered() -> list[str]:
    """Return `<module>:read` and `<module>:write` of work beside records and of each module that has an API."""
    names = ["work", *(manifest.name for manifest in registry.manifests() if manifest.api)]
    return [f"{name}:{right}" for name in names for right in ("read", "write")]
