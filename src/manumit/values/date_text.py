"""How people write a day, a month or a year, read into numbers: the reading half of `partial_date`."""

from __future__ import annotations

import re
from datetime import date

UNKNOWN_WORDS = frozenset({"", "unknown", "unk", "not known", "n/a", "xxxx"})
"""What is written for a date nobody knows, in lower case."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
_NAME += r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_ABOUT = re.compile(r"(?:about|circa|ca?\.|approx(?:\.|imately)?|around)\s+(.+)", re.IGNORECASE | re.ASCII)


def _forms(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE | re.ASCII) for pattern in patterns)


_DAYS = _forms(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    r"(?P<month>\d\d?)[/-](?P<day>\d\d?)[/-](?P<year>\d{4}|\d\d)",
    rf"{_NAME} (?P<day>\d\d?),? (?P<year>\d{{4}})",
    rf"(?P<day>\d\d?) {_NAME} (?P<year>\d{{4}})",
)
_MONTH_FORMS = _forms(
    r"(?P<year>\d{4})-(?P<month>\d\d)",
    r"(?P<month>\d\d?)/(?P<year>\d{4})",
    rf"{_NAME},? (?P<year>\d{{4}})",
)


class BadDate(ValueError):
    """The text or the parts are no date; the text of the error says why."""


def without_about(text: str) -> tuple[str, bool]:
    """Return `text` without `about`, `circa` or a closing `~`, and whether there was one."""
    if text.endswith("~"):
        return text[:-1], True
    match = _ABOUT.fullmatch(text)
    return (match[1], True) if match else (text, False)


def day_in(text: str, today: date | None) -> date | None:
    """Return the day written in `text`, or None where it has not the form of one.

    Raises `BadDate` for a day that does not exist, and for a two-digit year without `today`.
    """
    if (match := _first_match(_DAYS, text)) is None:
        return None
    year, month, day = _full_year(match["year"], match, today), _month(match), int(match["day"])
    try:
        return date(year, month, day)
    except ValueError:
        raise BadDate(f"{text!r} is no date: there is no day {day} in month {month} of {year}") from None


def month_in(text: str, today: date | None) -> tuple[int, int] | None:
    """Return (year, month) written in `text`, or None where it has not the form of a month."""
    if (match := _first_match(_MONTH_FORMS, text)) is None:
        return None
    return _full_year(match["year"], match, today), _month(match)


def year_in(text: str) -> int | None:
    """Return the four-digit year that `text` is, or None."""
    return int(text) if re.fullmatch(r"\d{4}", text, re.ASCII) else None


def _first_match(forms: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    matches = (form.fullmatch(text) for form in forms)
    return next((match for match in matches if match), None)


def _month(match: re.Match[str]) -> int:
    parts = match.groupdict()
    if parts.get("name"):
        return _MONTHS.index(parts["name"][:3].casefold()) + 1
    return int(parts["month"])


def _full_year(year: str, match: re.Match[str], today: date | None) -> int:
    if len(year) == 4:
        return int(year)
    if today is None:
        raise BadDate(f"{match[0]!r} has a two-digit year: write the year in full")
    this_century = today.year - today.year % 100 + int(year)
    later = (this_century, _month(match), int(match["day"])) > (today.year, today.month, today.day)
    return this_century - 100 * later
