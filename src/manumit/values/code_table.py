"""A code table: codes with their labels, the published source they come from and the day they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType


class UnknownCode(LookupError):
    """A code or label that the table does not hold; the text names the table and its source."""


@dataclass(frozen=True, slots=True)
class Code:
    """One row of a table: the `code` that is stored and the English `label` that is shown (a msgid)."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class CodeTable:
    """A vocabulary with its published `source` and `as_of`, the day it was read there.

    Codes and labels are unique, letter case aside: a duplicate raises ValueError when the table is made.
    """

    name: str
    source: str
    as_of: date
    codes: tuple[Code, ...]
    _by_code: Mapping[str, Code] = field(init=False, repr=False, compare=False)
    _by_label: Mapping[str, Code] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", self._index("code"))
        object.__setattr__(self, "_by_label", self._index("label"))

    @classmethod
    def of(cls, name: str, *, source: str, as_of: date, rows: Iterable[tuple[str, str]]) -> CodeTable:
        """Make a table from (code, label) pairs."""
        return cls(name, source, as_of, tuple(Code(code, label) for code, label in rows))

    def code(self, code: str) -> Code:
        """Return the row of `code`, in any letter case. Raises `UnknownCode`."""
        return self._found(self._by_code, code)

    def labelled(self, label: str) -> Code:
        """Return the row of `label`, in any letter case. Raises `UnknownCode`."""
        return self._found(self._by_label, label)

    def find(self, text: str) -> Code | None:
        """Return the row whose code or label is `text`, in any letter case, or None."""
        key = _key(text)
        return self._by_code.get(key) or self._by_label.get(key)

    def choices(self) -> list[tuple[str, str]]:
        """The table as (code, label) pairs, in its own order."""
        return [(row.code, row.label) for row in self.codes]

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and _key(code) in self._by_code

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def _index(self, attribute: str) -> Mapping[str, Code]:
        index: dict[str, Code] = {}
        for row in self.codes:
            key = _key(getattr(row, attribute))
            if key in index:
                raise ValueError(f"{self.name}: the {attribute} {key!r} stands twice in the table")
            index[key] = row
        return MappingProxyType(index)

    def _found(self, index: Mapping[str, Code], text: str) -> Code:
        try:
            return index[_key(text)]
        except KeyError:
            raise UnknownCode(f"{text!r} is not in {self.name} ({self.source})") from None


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
