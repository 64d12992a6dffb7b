"""A person's name in three parts: family, given, suffix. Nothing is capitalised or transliterated for the person."""

from __future__ import annotations

import re
from dataclasses import dataclass

SUFFIXES = ("Jr", "Sr", "II", "III", "IV", "V")
"""The suffixes told apart from a family name, as written here."""

_SUFFIX = re.compile(r"(?P<name>.+?)(?:\s*,\s*|\s+)(?P<suffix>jr|sr|ii|iii|iv|v)\.?", re.IGNORECASE)
_ENDINGS = ("jr", "sr", "ii", "iv", "v")
"""How a name with a suffix ends; to look for one in every name took longer than all else of reading a row's name."""
_WRITTEN = {suffix.casefold(): suffix for suffix in SUFFIXES}


@dataclass(frozen=True, slots=True)
class PersonName:
    """`family` and `given` as the source writes them, either perhaps empty; `suffix` one of `SUFFIXES` or empty."""

    family: str
    given: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if self.suffix and self.suffix not in SUFFIXES:
            raise ValueError(f"{self.suffix!r} is no suffix of a name: one of {', '.join(SUFFIXES)} is")

    @classmethod
    def from_columns(cls, family: str, given: str) -> PersonName:
        """Make a name of two columns, the suffix of which stands after either name: `Watson Jr`, `Alder, III`."""
        family, suffix = _split(family)
        given, other = _split(given)
        if suffix and other and suffix != other:
            raise ValueError(f"the name has two suffixes, {suffix} and {other}")
        return cls(family, given, suffix or other)

    @classmethod
    def parse(cls, text: str) -> PersonName:
        """Read `Family, Given`, `Family Jr, Given` or `Given Family Jr`; one word alone is the family name.

        Without a comma the last word is taken for the family name, so a double family name needs the comma.
        """
        bare, suffix = _split(text)
        first, comma, rest = bare.partition(",")
        if not comma:
            given, _, family = bare.rpartition(" ")
            return cls(family, given, suffix)
        name = cls.from_columns(first, rest)
        return cls(name.family, name.given, name.suffix or suffix)

    @property
    def family_first(self) -> str:
        """`Alder Jr, Robin`: for lists that are sorted by it."""
        return ", ".join(part for part in (self._joined(self.family, self.suffix), self.given) if part)

    @property
    def given_first(self) -> str:
        """`Robin Alder Jr`: for running text."""
        return self._joined(self.given, self.family, self.suffix)

    def __str__(self) -> str:
        return self.given_first

    @staticmethod
    def _joined(*parts: str) -> str:
        return " ".join(part for part in parts if part)


def _split(text: str) -> tuple[str, str]:
    bare = " ".join(text.split())
    match = _SUFFIX.fullmatch(bare) if bare.rstrip(".").casefold().endswith(_ENDINGS) else None
    if match is None:
        return bare, ""
    return match["name"], _WRITTEN[match["suffix"].casefold()]
