"""Finding the texts marked for translation in templates, Python and policies."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from .message import Message

_LITERAL = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_CALL = re.compile(rf"(?<!\w)(n?p?gettext|_)\(({_LITERAL}(?:,\s*{_LITERAL})*)\s*(?:,\s*count)?\)")
_REASON = re.compile(r'@reason\(("(?:[^"\\]|\\.)*")\)')
_MARKS = re.compile(r"^(_|(u?n?p?gettext)(_lazy|_noop)?)$")
SKIPPED = {"tests", "migrations"}


def messages(file: Path) -> Iterator[Message]:
    """Yield each marked text of `file`, by its suffix: .html and .txt templates, .py, .cedar."""
    source = file.read_text(encoding="utf-8")
    match file.suffix:
        case ".py":
            yield from _of_python(source)
        case ".html" | ".txt":
            yield from _of_template(source, str(file))
        case ".cedar":
            yield from (Message(ast.literal_eval(found)) for found in _REASON.findall(source))


def files(folder: Path) -> Iterator[Path]:
    """Yield the source files under `folder` that may hold texts; tests and migrations hold none for people."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".py", ".html", ".txt", ".cedar"} and not SKIPPED & set(file.relative_to(folder).parts):
            yield file


def _of_template(source: str, origin: str) -> Iterator[Message]:
    for name, arguments in _CALL.findall(templatize(source, origin=origin)):
        yield _message(name, list(ast.literal_eval(f"({arguments},)")))


def _of_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _marked(node.func)):
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if texts:
                yield _message(name, texts)


def _marked(function: ast.expr) -> str:
    name = getattr(function, "id", getattr(function, "attr", ""))
    return name if _MARKS.match(name) else ""


def _message(name: str, texts: list[str]) -> Message:
    plain = name.removesuffix("_lazy").removesuffix("_noop").removeprefix("u")
    context = texts.pop(0) if "p" in plain and len(texts) > 1 else ""
    return Message(texts[0], texts[1] if plain.startswith("n") else "", context)
