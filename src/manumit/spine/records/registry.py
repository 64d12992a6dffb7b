"""Finding modules and what they offer, without knowing their names."""

from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from manumit.spine import access

from .manifest import Exporter, Importer, Manifest, MenuEntry

T = TypeVar("T")

_manifests: dict[str, Manifest] = {}


def load() -> tuple[Manifest, ...]:
    """Read the manifest of each module in settings.MANUMIT_MODULES, register its kinds, and return them all.

    Called once Django's models are loaded; calling it again changes nothing. Raises ImproperlyConfigured for a module
    without a manifest and for a name taken twice.
    """
    found = tuple(_read(path) for path in settings.MANUMIT_MODULES)
    _refuse_doubles(found)
    _manifests.clear()
    for manifest in found:
        _manifests[manifest.name] = manifest
        for kind in manifest.kinds:
            access.register(kind)
    return found


def manifests() -> tuple[Manifest, ...]:
    """Return the manifests of the modules installed, in the order of settings.MANUMIT_MODULES."""
    return tuple(_manifests.values())


def providers(of: type[T]) -> tuple[T, ...]:
    """Return every provider of type `of` that an installed module offers; empty where none does."""
    return tuple(offer for manifest in manifests() for offer in manifest.providers if isinstance(offer, of))


def menu() -> tuple[MenuEntry, ...]:
    """Return all menu entries by pillar and position."""
    entries = [entry for manifest in manifests() for entry in manifest.menu]
    order = [pillar.value for pillar in type(entries[0].pillar)] if entries else []
    return tuple(sorted(entries, key=lambda entry: (order.index(entry.pillar), entry.position)))


def importers() -> dict[str, Importer]:
    """Return the importers of all modules by name."""
    return {each.name: each for manifest in manifests() for each in manifest.importers}


def exporters() -> dict[str, Exporter]:
    """Return the exporters of all modules by name."""
    return {each.name: each for manifest in manifests() for each in manifest.exporters}


def _read(path: str) -> Manifest:
    try:
        found = getattr(import_module(f"{path}.manifest"), "MANIFEST", None)
    except ModuleNotFoundError as error:
        if error.name not in (path, f"{path}.manifest"):
            raise
        found = None
    if not isinstance(found, Manifest):
        raise ImproperlyConfigured(
            f"{path} in MANUMIT_MODULES has no manifest: write {path}/manifest.py with MANIFEST = Manifest(...), "
            "or take the line out."
        )
    return found


def _refuse_doubles(found: Iterable[Manifest]) -> None:
    found = tuple(found)
    _refuse_double("module", [manifest.name for manifest in found])
    _refuse_double("kind", [kind.name for manifest in found for kind in manifest.kinds])
    _refuse_double("importer", [each.name for manifest in found for each in manifest.importers])
    _refuse_double("exporter", [each.name for manifest in found for each in manifest.exporters])
    _refuse_double("menu entry", [entry.route for manifest in found for entry in manifest.menu])


def _refuse_double(what: str, names: list[str]) -> None:
    double = [name for name, count in Counter(names).items() if count > 1]
    if double:
        raise ImproperlyConfigured(f"Two modules declare the {what} {double[0]!r}: rename one.")
