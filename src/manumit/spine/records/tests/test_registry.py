"""Modules are found by their manifests; what is missing or doubled is told."""

import sys
import types
from dataclasses import dataclass

import pytest
from django.core.exceptions import ImproperlyConfigured

from manumit.spine.access import kinds
from manumit.spine.records import registry
from manumit.spine.records.manifest import Importer, Manifest, MenuEntry, Pillar

from .notes import KIND


@dataclass(frozen=True)
class Greeting:
    """What one module might offer another."""

    words: str


def manifest(name: str, **values) -> Manifest:
    return Manifest(name, name.title(), "For tests.", (Pillar.PREVENTION,), **values)


@pytest.fixture
def modules(settings, monkeypatch):
    """Install modules of these manifests; the registry is as before afterwards."""
    before = dict(registry._manifests)

    def install(*manifests) -> None:
        paths = [f"trial_module_{place}" for place in range(len(manifests))]
        for path, found in zip(paths, manifests, strict=True):
            monkeypatch.setitem(sys.modules, path, types.ModuleType(path))
            room = types.ModuleType(f"{path}.manifest")
            room.MANIFEST = found
            monkeypatch.setitem(sys.modules, f"{path}.manifest", room)
        settings.MANUMIT_MODULES = paths

    yield install
    registry._manifests.clear()
    registry._manifests.update(before)
    kinds.forget("note")


def test_what_modules_offer_is_found_by_its_type(modules) -> None:
    hello, bye = Greeting("hello"), Greeting("bye")
    modules(manifest("one", providers=(hello, 7)), manifest("two", providers=(bye,)))
    registry.load()
    assert registry.providers(Greeting) == (hello, bye)
    assert registry.providers(dict) == ()


def test_without_modules_there_is_nothing_and_no_error(modules) -> None:
    modules()
    registry.load()
    assert (registry.manifests(), registry.menu(), registry.importers(), registry.providers(Greeting)) == (
        (),
        (),
        {},
        (),
    )


def test_kinds_are_registered_with_access(modules) -> None:
    modules(manifest("one", kinds=(KIND,)))
    registry.load()
    registry.load()
    assert kinds.get("note") is KIND


def test_the_menu_goes_by_pillar_and_position(modules) -> None:
    last = MenuEntry("C", "c", Pillar.PARTNERSHIPS, position=1)
    second = MenuEntry("B", "b", Pillar.PREVENTION, position=2)
    first = MenuEntry("A", "a", Pillar.PREVENTION, position=1)
    modules(manifest("one", menu=(last, second, first)))
    registry.load()
    assert registry.menu() == (first, second, last)


def importer(name: str) -> Importer:
    return Importer(name, name, lambda parser: None, lambda options: 0)


@pytest.mark.parametrize(
    ("pair", "what"),
    [
        ((manifest("one"), manifest("one")), "module 'one'"),
        ((manifest("one", kinds=(KIND,)), manifest("two", kinds=(KIND,))), "kind 'note'"),
        ((manifest("one", importers=(importer("x"),)), manifest("two", importers=(importer("x"),))), "importer 'x'"),
        ((manifest("one", menu=(MenuEntry("A", "a", Pillar.PREVENTION),) * 2),), "menu entry 'a'"),
    ],
)
def test_a_name_taken_twice_is_refused(modules, pair, what) -> None:
    modules(*pair)
    with pytest.raises(ImproperlyConfigured, match=what):
        registry.load()


@pytest.mark.parametrize("found", [None, {"name": "one"}])
def test_a_module_without_manifest_names_the_fix(modules, found) -> None:
    modules(found)
    with pytest.raises(ImproperlyConfigured, match="MANIFEST = Manifest"):
        registry.load()


def test_a_module_that_is_not_there_is_told(settings) -> None:
    settings.MANUMIT_MODULES = ["manumit.modules.nowhere"]
    with pytest.raises(ImproperlyConfigured, match="has no manifest"):
        registry.load()
