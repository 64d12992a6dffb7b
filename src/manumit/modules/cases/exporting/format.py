"""What a format is: how its files are called, what stands in them, what cannot, and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from django.db.models import Model
from django.utils.functional import Promise

from .account import Account
from .dossier import Dossier

Text = str | Promise


def nothing_against(dossier: Dossier) -> Text:
    """Take every case."""
    return ""


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format that cases are exported in.

    `holds` says in a sentence what its file is, `fields` what it carries by field group, `cannot` what it cannot carry.
    `models` are the rows it needs beside the case. `objection` says why a case does not fit it, empty where it does.
    `marking` is the marking of controlled unclassified information the format carries. `use` is what its
    files are made for where a nation decides on that use of its people's records (`access.models.Use`).
    """

    name: str
    title: Text
    holds: Text
    suffix: str
    media_type: str
    fields: Mapping[str, tuple[str, ...]]
    write: Callable[[Iterable[Dossier], BinaryIO, Account], None]
    models: tuple[type[Model], ...] = ()
    cannot: tuple[Text, ...] = ()
    objection: Callable[[Dossier], Text] = nothing_against
    marking: str = ""
    use: str = ""

    def fields_in(self, groups: frozenset[str]) -> list[str]:
        """Return the names of the fields the format carries of a case of which `groups` may be read."""
        return sorted(name for group in groups & self.fields.keys() for name in self.fields[group])
