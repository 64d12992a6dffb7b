"""A code table: codes with their labels, the published source they come from and the day they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from rapidfuzz import fuzz, process

from manumit.values.plain_text import exact_key, loose_key

_NEAREST = 3
_LIKE = 60
_LONGEST = 80


class UnknownCode(LookupError):
    """A code or label that the table does not hold; the text names the table, its source and the nearest rows."""


@dataclass(frozen=True, slots=True)
class Code:
    """One row of a table: the `code` that is stored and the English `label` that is shown (a msgid).

    `spanish` is the label in Spanish where people read the table; `aliases` are other spellings that mean the same;
    `note` says what a reader of the code must know.
    """

    code: str
    label: str
    spanish: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""

    def in_language(self, language: str) -> str:
        """Return the label in `language` (a tag such as `es` or `es-us`), in English where there is none."""
        return self.spanish if self.spanish and language.lower().startswith("es") else self.label


@dataclass(frozen=True, eq=False)
class CodeTable:
    """A vocabulary with its published `source` and `as_of`, the day it was read there.

    Rows are read once, when first asked for. Codes and labels are unique, letter case aside: a duplicate raises
    ValueError when the rows are read. An alias that two rows share answers for neither.
    """

    name: str
    source: str
    as_of: date
    read: Callable[[], Iterable[Code]]

    @classmethod
    def of(cls, name: str, *, source: str, as_of: date, rows: Iterable[tuple[str, str] | Code]) -> CodeTable:
        """Make a table from (code, label) pairs or whole rows, and check it at once."""
        kept = tuple(row if isinstance(row, Code) else Code(*row) for row in rows)
        table = cls(name, source, as_of, lambda: kept)
        table.check()
        return table

    def check(self) -> None:
        """Read the rows now. Raises ValueError where a code or label stands twice."""
        for attribute in ("code", "label"):
            self._unique(attribute)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The rows in the table's own order."""
        return tuple(self.read())

    def code(self, code: str) -> Code:
        """Return the row of `code`, letter case, spacing and punctuation aside. Raises `UnknownCode`."""
        return self._found(self._by_code, self._by_loose_code, code)

    def labelled(self, label: str) -> Code:
        """Return the row whose label or alias is `label`, as forgivingly as `code`. Raises `UnknownCode`."""
        return self._found(self._by_word, self._by_loose_word, label)

    def find(self, text: str) -> Code | None:
        """Return the row whose code, label or alias is `text`, or None. What is written exactly goes first."""
        exact, loose = exact_key(text), loose_key(text)
        return (
            self._by_code.get(exact)
            or self._by_word.get(exact)
            or self._by_loose_code.get(loose)
            or self._by_loose_word.get(loose)
        )

    def choices(self) -> list[tuple[str, str]]:
        """The table as (code, label) pairs, in its own order."""
        return [(row.code, row.label) for row in self.codes]

    def nearest(self, text: str) -> list[Code]:
        """Return up to three rows whose code, label or alias looks like `text`, the likeliest first.

        Of a longer text the first 80 characters are looked at.
        """
        key = exact_key(text[:_LONGEST])
        like = process.extract(key, self._words.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_NEAREST * 2)
        return list(dict.fromkeys(self._words[word] for word, _, _ in like))[:_NEAREST]

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and exact_key(code) in self._by_code

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def _by_code(self) -> Mapping[str, Code]:
        return self._unique("code")

    @cached_property
    def _by_label(self) -> Mapping[str, Code]:
        return self._unique("label")

    @cached_property
    def _by_word(self) -> Mapping[str, Code]:
        aliases = _undoubted((exact_key(alias), row) for row in self.codes for alias in (row.spanish, *row.aliases))
        return MappingProxyType({**aliases, **self._by_label})

    @cached_property
    def _words(self) -> Mapping[str, Code]:
        return MappingProxyType({**self._by_word, **self._by_code})

    @cached_property
    def _by_loose_code(self) -> Mapping[str, Code]:
        return _undoubted((loose_key(row.code), row) for row in self.codes)

    @cached_property
    def _by_loose_word(self) -> Mapping[str, Code]:
        return _undoubted((loose_key(word), row) for word, row in self._by_word.items())

    def _unique(self, attribute: str) -> Mapping[str, Code]:
        index: dict[str, Code] = {}
        for row in self.codes:
            key = exact_key(getattr(row, attribute))
            if key in index:
                raise ValueError(f"{self.name}: the {attribute} {key!r} stands twice in the table")
            index[key] = row
        return MappingProxyType(index)

    def _found(self, exact: Mapping[str, Code], loose: Mapping[str, Code], text: str) -> Code:
        row = exact.get(exact_key(text)) or loose.get(loose_key(text))
        if row is None:
            raise UnknownCode(f"{_cut(text)!r} is not in {self.name} ({self.source}){self._hint(text)}")
        return row

    def _hint(self, text: str) -> str:
        near = ", ".join(f"{row.code} ({row.label})" for row in self.nearest(text))
        return f"; nearest: {near}" if near else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _undoubted(pairs: Iterable[tuple[str, Code]]) -> Mapping[str, Code]:
    """Index `pairs` by key, leaving out empty keys and keys of more than one row: those would be a guess."""
    found: dict[str, Code | None] = {}
    for key, row in pairs:
        found[key] = row if found.get(key, row) == row else None
    return MappingProxyType({key: row for key, row in found.items() if key and row is not None})
