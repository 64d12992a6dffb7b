"""The catalogues themselves: which texts belong in which, and what each still lacks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

import manumit

from . import reading
from .message import Message

ROOT = Path(manumit.__file__).resolve().parent
HEADER = {
    "Project-Id-Version": "Manumit",
    "Language": "es",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Book:
    """One catalogue of one language: its folder and the texts that belong in it."""

    folder: Path
    language: str
    texts: tuple[Message, ...]

    @property
    def path(self) -> Path:
        """The `.po` file."""
        return self.folder / "locale" / self.language / "LC_MESSAGES" / "django.po"

    @property
    def name(self) -> str:
        """The folder as shown to people, relative to the package."""
        return str(self.folder.relative_to(ROOT.parent))


def books() -> list[Book]:
    """Return the catalogue of each language and app, in the apps' order: a text stands in the first that uses it."""
    folders = _folders()
    taken: set[Message] = set()
    found = []
    for folder in folders:
        texts = {text for file in _own_files(folder, folders) for text in reading.messages(file)} - taken
        if not folder.is_relative_to(ROOT / "modules"):  # each module keeps all its words: another may be taken out
            taken |= texts
        found += [Book(folder, language, tuple(sorted(texts))) for language in _languages()]
    return found


def _folders() -> list[Path]:
    apps = [ROOT.joinpath(*app.split(".")[1:]) for app in settings.INSTALLED_APPS if app.startswith("manumit.")]
    return [*apps, ROOT]


def _languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code != "en"]


def _own_files(folder: Path, folders: list[Path]) -> Iterator[Path]:
    inner = [other for other in folders if other != folder and other.is_relative_to(folder)]
    modules = [ROOT / "modules"] if folder == ROOT else []
    for file in reading.files(folder):
        if not any(file.is_relative_to(other) for other in inner + modules):
            yield file


def update(book: Book) -> Any:
    """Write the texts of `book` to its `.po`, keeping translations, dropping texts no longer used; return it.

    Also compiles the `.mo`. A book without texts has no files.
    """
    import polib

    kept = _read(book)
    file = polib.POFile(wrapwidth=110)
    file.metadata = {**HEADER, "Language": book.language}
    for text in book.texts:
        file.append(_entry(text, kept.get(text)))
    if book.texts:
        book.path.parent.mkdir(parents=True, exist_ok=True)
        file.save(str(book.path))
        file.save_as_mofile(str(book.path.with_suffix(".mo")))
    return file


def lacking(book: Book) -> list[str]:
    """Return a sentence for each text of `book` that is missing, untranslated, or has lost a placeholder."""
    kept = _read(book)
    return [f"{book.name}: {problem}" for text in book.texts if (problem := _problem(text, kept.get(text)))]


def is_compiled(book: Book) -> bool:
    """Tell whether the `.mo` says what the `.po` says."""
    import polib

    if not book.path.exists():
        return not book.texts
    compiled = book.path.with_suffix(".mo")
    return compiled.exists() and compiled.read_bytes() == polib.pofile(str(book.path)).to_binary()


def _read(book: Book) -> dict[Message, Any]:
    import polib

    if not book.path.exists():
        return {}
    entries = polib.pofile(str(book.path))
    return {Message(e.msgid, e.msgid_plural, e.msgctxt or ""): e for e in entries if not e.obsolete}


def _entry(text: Message, kept: Any) -> Any:
    import polib

    if kept is not None:
        return kept
    forms = {"msgid_plural": text.plural, "msgstr_plural": {0: "", 1: ""}} if text.plural else {}
    flags = ["python-format"] if "%(" in text.text else []
    return polib.POEntry(msgid=text.text, msgctxt=text.context or None, flags=flags, **forms)


def _problem(text: Message, entry: Any) -> str:
    if entry is None:
        return f"not in the catalogue: {text.text!r}"
    forms = list(entry.msgstr_plural.values()) if text.plural else [entry.msgstr]
    if entry.fuzzy or not all(forms):
        return f"no translation: {text.text!r}"
    if any(set(_PLACEHOLDER.findall(form)) - _allowed(text) or _lost(text, form) for form in forms):
        return f"placeholders differ: {text.text!r}"
    return ""


def _allowed(text: Message) -> set[str]:
    return set(_PLACEHOLDER.findall(text.text)) | set(_PLACEHOLDER.findall(text.plural))


def _lost(text: Message, form: str) -> bool:
    """A plural's singular may leave its number out; any other placeholder must stay."""
    return not text.plural and set(_PLACEHOLDER.findall(text.text)) != set(_PLACEHOLDER.findall(form))
