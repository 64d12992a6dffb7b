"""A date of which perhaps only the year, the month or a range is known.

Written as EDTF, ISO 8601-2:2019: `2025-06-08`, `2025-06`, `2025`, `2025~` (about 2025), `2025-06-01/2025-08-31`,
`../2020-03-04` (at the latest), `XXXX` (unknown).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from manumit.values.date_text import UNKNOWN_WORDS, BadDate, day_in, month_in, without_about, year_in


class DatePrecision(StrEnum):
    """How precisely the date is known: the codes of the table `PRECISION`, which adds `exact` for a time of day."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    APPROXIMATE = "approximate"
    RANGE = "range"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """All that is known of a date: no day before `earliest` or after `latest`, None for an end that is not known.

    An approximate date keeps the day, month or year that was named; its ends are then no hard bounds. Raises
    `BadDate` where the ends do not fit the precision.
    """

    earliest: date | None
    latest: date | None
    precision: DatePrecision

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise BadDate(f"the range begins on {self.earliest}, after its end on {self.latest}")
        if not _FITS[self.precision](self.earliest, self.latest):
            raise BadDate(f"{self.earliest} to {self.latest} is no date of precision {self.precision}")

    @classmethod
    def day(cls, day: date) -> PartialDate:
        """The one day."""
        return cls(day, day, DatePrecision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> PartialDate:
        """Some day of the month. Raises `BadDate` for a month outside 1-12 or a year outside 1-9999."""
        first = _first(year, month)
        return cls(first, _end_of_month(first), DatePrecision.MONTH)

    @classmethod
    def year(cls, year: int) -> PartialDate:
        """Some day of the year. Raises `BadDate` for a year outside 1-9999."""
        return cls(_first(year, 1), _end_of_month(_first(year, 12)), DatePrecision.YEAR)

    @classmethod
    def between(cls, earliest: date | None, latest: date | None) -> PartialDate:
        """Some day from `earliest` to `latest`, both included; one of them may be unknown (None)."""
        return cls(earliest, latest, DatePrecision.RANGE)

    @classmethod
    def about(cls, named: PartialDate) -> PartialDate:
        """About the day, month or year `named`."""
        return cls(named.earliest, named.latest, DatePrecision.APPROXIMATE)

    @classmethod
    def unknown(cls) -> PartialDate:
        """A date of which nothing is known."""
        return cls(None, None, DatePrecision.UNKNOWN)

    @classmethod
    def parse(cls, text: str, today: date | None = None) -> PartialDate:
        """Read what `iso` writes, and `06/08/2025`, `6/8/25`, `06/2025`, `June 2025`, `about 2019`, `unknown`.

        Numbers with slashes are month first, as in the United States. A two-digit year is the last such year that is
        not after `today`, and is refused without `today`. Raises `BadDate`, saying what is wrong.
        """
        return _read(text, today)

    @property
    def iso(self) -> str:
        """The date as EDTF text; `parse` reads it back."""
        if self.precision is DatePrecision.UNKNOWN:
            return "XXXX"
        if self.precision is DatePrecision.RANGE:
            return f"{self.earliest or '..'}/{self.latest or '..'}"
        return self._named() + ("~" if self.precision is DatePrecision.APPROXIMATE else "")

    @property
    def is_certain(self) -> bool:
        """True where the ends are hard: neither approximate nor unknown."""
        return self.precision not in (DatePrecision.APPROXIMATE, DatePrecision.UNKNOWN)

    def certainly_before(self, other: PartialDate) -> bool:
        """Say whether this is before `other` whatever days they turn out to be; never True of an approximate date."""
        certain = self.is_certain and other.is_certain
        return certain and self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def may_be(self, day: date) -> bool:
        """Say whether `day` can be the date; an approximate date excludes nothing."""
        if not self.is_certain:
            return True
        return (self.earliest or day) <= day <= (self.latest or day)

    def __str__(self) -> str:
        return self.iso

    def _named(self) -> str:
        for precision, length in ((DatePrecision.DAY, 10), (DatePrecision.MONTH, 7)):
            if _FITS[precision](self.earliest, self.latest):
                return str(self.earliest)[:length]
        return str(self.earliest)[:4]


def _first(year: int, month: int) -> date:
    try:
        return date(year, month, 1)
    except ValueError:
        raise BadDate(f"there is no month {month} of the year {year}") from None


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _is_day(earliest: date | None, latest: date | None) -> bool:
    return earliest is not None and earliest == latest


def _is_month(earliest: date | None, latest: date | None) -> bool:
    return earliest is not None and earliest.day == 1 and latest == _end_of_month(earliest)


def _is_year(earliest: date | None, latest: date | None) -> bool:
    return earliest is not None and (earliest, latest) == (date(earliest.year, 1, 1), date(earliest.year, 12, 31))


def _is_named(earliest: date | None, latest: date | None) -> bool:
    return any(fits(earliest, latest) for fits in (_is_day, _is_month, _is_year))


_FITS: dict[DatePrecision, Callable[[date | None, date | None], bool]] = {
    DatePrecision.DAY: _is_day,
    DatePrecision.MONTH: _is_month,
    DatePrecision.YEAR: _is_year,
    DatePrecision.APPROXIMATE: _is_named,
    DatePrecision.RANGE: lambda earliest, latest: earliest is not None or latest is not None,
    DatePrecision.UNKNOWN: lambda earliest, latest: earliest is None and latest is None,
}


@lru_cache(maxsize=8192)  # an import reads the same days over and over
def _read(text: str, today: date | None) -> PartialDate:
    bare = " ".join(text.split())
    if bare.casefold() in UNKNOWN_WORDS:
        return PartialDate.unknown()
    named, approximate = without_about(bare)
    if "/" in named and (".." in named or "-" in named):
        return _parsed_range(named)
    found = _parsed(named, today)
    return PartialDate.about(found) if approximate else found


def _parsed(text: str, today: date | None) -> PartialDate:
    if (day := day_in(text, today)) is not None:
        return PartialDate.day(day)
    if (month := month_in(text, today)) is not None:
        return PartialDate.month(*month)
    if (year := year_in(text)) is not None:
        return PartialDate.year(year)
    raise BadDate(f"{text!r} is no date: write it like 06/08/2025, 2025-06-08, 06/2025, 2025, about 2025 or unknown")


def _parsed_range(text: str) -> PartialDate:
    first, _, last = text.partition("/")
    earliest = None if first in ("", "..") else _parsed(first, None).earliest
    latest = None if last in ("", "..") else _parsed(last, None).latest
    return PartialDate.between(earliest, latest)
