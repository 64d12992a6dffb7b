"""The product's own source, read as syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "manumit"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files() -> list[Path]:
    """Return each source file that is neither a test nor a migration."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not {"tests", "migrations"} & set(path.parts)]


def tree(path: Path) -> ast.Module:
    """Return the syntax tree of `path`."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path) -> str:
    """Return `path` as people name it."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    """Yield every function and method of `path`."""
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def body_lines(function: Function) -> int:
    """Return how many lines a reader must hold: signature and body, without the docstring."""
    first = function.body[0]
    described = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if described else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring
