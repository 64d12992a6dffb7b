"""Readers come first: short files, short functions, a docstring on every public name."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

from . import source

LONGEST_FILE = 400
MEDIAN_FUNCTION = 7
NINETIETH_PERCENTILE = 32


def test_no_file_is_longer_than_400_lines() -> None:
    long = {source.place(path): lines for path in source.files() if (lines := _lines(path)) > LONGEST_FILE}
    assert not long, f"Ask which two nouns each of these holds, and split it: {long}"


def test_the_median_function_has_at_most_7_lines() -> None:
    sizes = sorted(source.body_lines(f) for path in source.files() for f in source.functions(path))
    assert statistics.median(sizes) <= MEDIAN_FUNCTION, "Functions grow: name the steps of the longest ones."
    assert sizes[int(len(sizes) * 0.9)] <= NINETIETH_PERCENTILE


def test_every_public_name_has_a_docstring() -> None:
    bare = [name for path in source.files() for name in _undescribed(path)]
    assert not bare, "Say what each means, its units, errors and source:\n" + "\n".join(bare)


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _undescribed(path: Path) -> Iterator[str]:
    tree = source.tree(path)
    if tree.body and not ast.get_docstring(tree):
        yield source.place(path)
    for node in tree.body:
        yield from _without_docstring(node, source.place(path))


def _without_docstring(node: ast.AST, place: str) -> Iterator[str]:
    if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
        return
    if not ast.get_docstring(node):
        yield f"{place}:{node.lineno} {node.name}"
    if isinstance(node, ast.ClassDef) and node.name not in {"Meta", "Media"}:
        for inner in node.body:
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from _without_docstring(inner, place)
