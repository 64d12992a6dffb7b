"""NCIC scars, marks, tattoos and other characteristics (SMT), each parted into what it is, where and on which side.

Source: FBI NCIC code tables as published with NIEM 5.0.1; 939 codes of ten characters at most. Labels are made of the
catalogue's own words, in English and Spanish: several published ones are no words to use of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from manumit.values.code_table import Code, CodeTable
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables.catalogue import BODY_FEATURE_KIND, BODY_SIDE, BODY_SITE

_WIDER_SITE = MappingProxyType(
    {
        "upper_arm": "arm",
        "forearm": "arm",
        "upper_leg": "leg",
        "lower_leg": "leg",
        "upper_lip": "lip",
        "lower_lip": "lip",
        "upper_jaw": "jaw",
        "lower_jaw": "jaw",
        "upper_teeth": "teeth",
        "lower_teeth": "teeth",
    }
)
_WIDER_KIND = MappingProxyType({"birthmark": "skin_discoloration"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What an SMT code says: codes of `BODY_FEATURE_KIND`, `BODY_SITE`, `BODY_SIDE`, and `detail` in words.

    An empty `site` or `side` does not apply (a tattoo of the whole body has no side);
    `unknown` applies and is not said.
    """

    kind: str
    site: str = ""
    side: str = ""
    detail: str = ""


def mark_of(code: str) -> Mark:
    """Return the parts of the SMT `code`. Raises `UnknownCode`."""
    return _marks()[NCIC_MARKS.code(code).code]


def code_of(mark: Mark) -> tuple[str, bool] | None:
    """Return the SMT code of `mark` and whether it says all of it; where none does, the nearest that says less.

    None where no code fits. A code that says more than `mark` is never given.
    """
    for candidate in _ever_wider(mark):
        code = _codes().get(candidate)
        if code:
            return code, candidate == mark
    return None


def _ever_wider(mark: Mark) -> Iterator[Mark]:
    for kind in filter(None, (mark.kind, _WIDER_KIND.get(mark.kind))):
        for site in filter(None, (mark.site, _WIDER_SITE.get(mark.site))):
            for side in dict.fromkeys((mark.side, "unknown", "")):
                yield Mark(kind, site, side, mark.detail)
                yield Mark(kind, site, side)
        yield Mark(kind, detail=mark.detail)


@cache
def _marks() -> Mapping[str, Mark]:
    return MappingProxyType(
        {
            row["code"]: Mark(row["kind"], row["site"], row["side"], row["detail"])
            for row in packaged_rows("ncic_marks.csv")
        }
    )


@cache
def _codes() -> Mapping[Mark, str]:
    return MappingProxyType({mark: code for code, mark in _marks().items()})


def _read() -> Iterator[Code]:
    notes = {row["code"]: row["note"] for row in packaged_rows("ncic_marks.csv")}
    for code, mark in _marks().items():
        yield Code(code, _words(mark, "en"), _words(mark, "es"), note=notes[code])


def _words(mark: Mark, language: str) -> str:
    kind = BODY_FEATURE_KIND.code(mark.kind).in_language(language)
    where = [
        table.code(code).in_language(language).lower()
        for table, code in ((BODY_SITE, mark.site), (BODY_SIDE, mark.side))
        if code not in {"", "unknown"}
    ]
    rest = ", ".join(filter(None, [*where, mark.detail]))
    return f"{kind}: {rest}" if rest else kind


NCIC_MARKS = CodeTable(
    "NCIC scars, marks, tattoos and other characteristics (SMT)",
    "FBI NCIC code tables, as published with NIEM 5.0.1 (OASIS NIEMOpen)",
    date(2026, 11, 26),
    _read,
)
