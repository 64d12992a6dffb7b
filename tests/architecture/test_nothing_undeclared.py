"""Nothing exists undeclared: fields, models, addresses, settings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from .source import ROOT, files, place, tree

OURS = [model for model in apps.get_models() if model.__module__.startswith("manumit.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_has_a_sensitivity(model) -> None:
    declared = set(getattr(model, "sensitivity", {}))
    fields = {field.name for field in model._meta.concrete_fields}
    assert declared == fields, (
        f"{model._meta.label}: add to `sensitivity` {sorted(fields - declared)}; "
        f"remove {sorted(declared - fields)}. Record kinds name a field group, other models a class of the spine."
    )


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_declares_its_retention(model) -> None:
    assert getattr(model, "retention", None), (
        f"{model._meta.label}: declare `retention = Retention(...)`: how long, and by what authority."
    )


def test_every_address_has_a_policy() -> None:
    bare = [f"/{route} ({name})" for route, view, name in _views(get_resolver()) if not _policy(view)]
    assert not bare, (
        "Decorate each view with access.routes.guarded, signed_in or open_to_all (with its reason), "
        "or list a third party's in project/third_party.py:\n" + "\n".join(bare)
    )


def test_every_environment_variable_is_documented() -> None:
    page = (ROOT / "docs" / "how-to" / "settings.md").read_text()
    missing = {name: place(path) for path in _readers() for name in _environment(path) if f"`{name}`" not in page}
    assert not missing, f"Add to docs/how-to/settings.md: {missing}"


def test_every_documented_variable_exists() -> None:
    page = (ROOT / "docs" / "how-to" / "settings.md").read_text()
    used = {name for path in _readers() for name in _environment(path)}
    ghosts = set(re.findall(r"`((?:MANUMIT|DATABASE)_[A-Z_]+)`", page)) - used
    assert not ghosts, f"docs/how-to/settings.md describes variables nothing reads: {ghosts}"


def _views(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, object, str]]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry.callback, entry.name or ""
        else:
            yield from _views(entry, route)


def _policy(view: object) -> object:
    from manumit.project import third_party

    return getattr(view, "route_policy", None) or third_party.route_policy(view)


def _readers() -> list[Path]:
    """Return the files of ours that may read the environment: the product, what starts it, what its tests share."""
    return [*files(), ROOT / "run.py", ROOT / "conftest.py"]


def _environment(path) -> set[str]:
    strings = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    return {s for s in strings if isinstance(s, str) and re.fullmatch(r"(MANUMIT|DATABASE)_[A-Z_]+", s)} - _settings()


def _settings() -> set[str]:
    """Return names that are Django settings of ours, not variables of the environment."""
    return {"MANUMIT_MODULES", "MANUMIT_DEMO"}


@pytest.mark.django_db
def test_every_table_of_others_is_declared() -> None:
    from django.db import connection

    from manumit.project import third_party

    known = (model for models in apps.all_models.values() for model in models.values())  # those of tests too
    own = {model._meta.db_table for model in known if model.__module__.startswith("manumit.")}
    others = {name for name in connection.introspection.table_names() if name not in own}
    assert others == set(third_party.TABLES), (
        f"Say in project/third_party.py how sensitive these tables are and how long they are kept: "
        f"{sorted(others - set(third_party.TABLES))}; remove those that are not there: "
        f"{sorted(set(third_party.TABLES) - others)}"
    )
