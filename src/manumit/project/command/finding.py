"""Finding subcommands without importing them: a list of all must not cost the start of all."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
FIRST_LINE = re.compile(r"`manumit ([a-z][a-z -]*)`: (.+)")
NEEDS = ("nothing", "settings", "database")


class BadCommand(Exception):
    """A file of a `commands` package does not say what it is; the text says what to write where."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    """A subcommand: the words that call it, one sentence on it, its Python module, what must stand before it runs."""

    words: tuple[str, ...]
    summary: str
    module: str
    needs: str

    @property
    def name(self) -> str:
        """The words as people write them."""
        return " ".join(self.words)


def find(package: Path = PACKAGE) -> dict[tuple[str, ...], Subcommand]:
    """Return every subcommand of the tree, by its words, in their order. Raises BadCommand."""
    found = sorted(_read_all(package), key=lambda each: each.words)
    return {each.words: each for each in found}


def _read_all(package: Path) -> Iterator[Subcommand]:
    for path in sorted(package.glob("**/commands/*.py")):
        if path.name != "__init__.py" and "tests" not in path.parts:
            yield read(path, ".".join([package.name, *path.relative_to(package).with_suffix("").parts]))


def read(path: Path, module: str) -> Subcommand:
    """Read what the file says of itself. Raises BadCommand."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstring = ast.get_docstring(tree) or ""
    first = FIRST_LINE.match(docstring.replace("\n", " "))
    needs = _constant(tree, "NEEDS") or "database"
    if not first or needs not in NEEDS:
        raise BadCommand(
            f"{path}: begin its docstring with '`manumit words`: what it does.' and let NEEDS be one of {NEEDS}."
        )
    return Subcommand(tuple(first[1].split()), _sentence(first[2]), module, needs)


def _sentence(text: str) -> str:
    return re.split(r"(?<=[.!]) ", text)[0].rstrip(".")


def _constant(tree: ast.Module, name: str) -> str | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            return str(ast.literal_eval(node.value))
    return None
