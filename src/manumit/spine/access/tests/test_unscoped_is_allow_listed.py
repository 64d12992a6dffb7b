"""Only actions, importers, jobs and the spine's own rooms take protected rows without naming an asker."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import manumit
from manumit.spine.access import Unscoped
from manumit.spine.access.unscoped import allows

from .papers import Paper

SOURCE = Path(manumit.__file__).parent


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield each module of the product by its dotted name."""
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def users() -> Iterator[str]:
    """Yield the modules that read an attribute called `unscoped`."""
    for name, tree in modules():
        if any(isinstance(node, ast.Attribute) and node.attr == "unscoped" for node in ast.walk(tree)):
            yield name


def test_nobody_outside_the_list_uses_it() -> None:
    strangers = [name for name in users() if not allows(name)]
    assert not strangers, (
        f"{strangers}: start from Model.objects.visible_to(actor, action), or move the code into an action. "
        "The list is access/unscoped.py."
    )


@pytest.mark.parametrize("name", ["_base_manager", "_default_manager", "_lifted", "within_scope", "QuerySet"])
def test_nobody_walks_around_it(name) -> None:
    """Names by which the guard could be passed belong to this package alone."""
    strangers = [
        module
        for module, tree in modules()
        if not allows(module) and any(_names(node, name) for node in ast.walk(tree))
    ]
    assert not strangers, f"{strangers} use {name}: protected rows come from visible_to(actor)."


def _names(node: ast.AST, name: str) -> bool:
    """Whether `node` uses `name`: an attribute, or a class called with a model (a bare queryset)."""
    if name == "QuerySet":
        return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
    return isinstance(node, ast.Attribute) and node.attr == name


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("manumit.modules.cases.actions.open_case", True),
        ("manumit.modules.cases.importing.namus", True),
        ("manumit.modules.cases.importing", True),
        ("manumit.spine.records.changing", True),
        ("manumit.spine.jobs.rescue", True),
        ("manumit.modules.cases.tests.test_open_case", True),
        ("manumit.modules.cases.pages.list_cases", False),
        ("manumit.modules.cases.questions", False),
        ("manumit.modules.cases.api", False),
        ("manumit.modules.cases.actionsx", False),
        ("manumit.spine.ui.pages.home", False),
        ("manumit.project.urls", False),
        ("", False),
    ],
)
def test_the_list_names_rooms(module, expected) -> None:
    assert allows(module) is expected


def test_the_manager_asks_who_reads_it() -> None:
    namespace = {"__name__": "manumit.modules.cases.pages.list_cases", "Paper": Paper}
    with pytest.raises(Unscoped, match=r"access/unscoped\.py"):
        exec("Paper.unscoped.all()", namespace)  # noqa: S102 - only code made from text has another module's name
    namespace["__name__"] = "manumit.modules.cases.actions.open_case"
    exec("Paper.unscoped.all()", namespace)  # noqa: S102 - only code made from text has another module's name
