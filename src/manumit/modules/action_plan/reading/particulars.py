"""Amounts, counts and dates said of a deed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from .rules import words_in

SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "m": 10**6, "k": 10**3, "bn": 10**9}
NUMBER_WORDS: Final = words_in("number_words")
AMOUNT: Final = re.compile(r"\$\s?(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|bn|[MmKk])?\b")
ABOUT: Final = (
    r"(?:more than|fewer than|less than|over|at least|up to|nearly|approximately|about|almost|an additional) "
)
NUMBER: Final = r"(?<![\w$.,-])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion))?|" + "|".join(
    NUMBER_WORDS
)
NO_NOUN: Final = r"(?!(?:for|of|in|to|and|on|at|from|with|by|that|who|worth|percent|years?|days?|months?|[a-z]+ed)\b)"
COUNT: Final = re.compile(rf"(?:{ABOUT})?(?:{NUMBER})(?: or more)?\s+{NO_NOUN}[a-z][\w-]+(?:\s{NO_NOUN}[a-z][\w-]+)?")
MONTHS: Final = words_in("months")
MONTH: Final = "(?P<month>" + "|".join(MONTHS) + ")"
SEASON_ENDS: Final = {"winter": (3, 19), "spring": (6, 20), "summer": (9, 21), "fall": (12, 21), "autumn": (12, 21)}
"""The last day of each season, astronomically, northern half."""
SEASON: Final = "|".join(SEASON_ENDS)
QUARTER_ENDS: Final = {"1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31), "first": (3, 31), "second": (6, 30)} | {
    "third": (9, 30),
    "fourth": (12, 31),
}
BY: Final = r"(?:by|before|no later than|until|through|in|on|during|of|for|starting|late|early)"


def amount_in(text: str) -> Decimal | None:
    """Return the first amount of US dollars, or None."""
    if not (found := AMOUNT.search(text)):
        return None
    exact = Decimal(found[1].replace(",", "")) * SCALES.get((found[2] or "").lower(), 1)
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact


def count_in(text: str) -> str:
    """Return the first count with what is counted, as written: `10 or more awards`; empty without one."""
    found = COUNT.search(text)
    return " ".join(found[0].split()) if found else ""


def due_in(text: str, dated: date | None) -> tuple[date | None, str]:
    """Return the last day the text allows, and the words that say so. `dated` is the document's day.

    `fiscal year 2024` is the federal one (31 USC 1102), ending on 30 September; `in the fall` is its last day.
    """
    for pattern, ends in _PATTERNS:
        for found in re.finditer(pattern, text, re.IGNORECASE):
            day = _safely(ends, found, dated)
            if day and (dated is None or day >= dated):
                return day, found[0].strip()
    return None, ""


def _safely(
    ends: Callable[[re.Match[str], date | None], date | None], found: re.Match[str], dated: date | None
) -> date | None:
    try:
        return ends(found, dated)
    except ValueError:
        return None


def _day(found: re.Match[str], dated: date | None) -> date | None:
    year = found.groupdict().get("year") or (dated and dated.year)
    return date(int(year), MONTHS.index(found["month"].lower()) + 1, int(found["day"])) if year else None


def _month(found: re.Match[str], dated: date | None) -> date | None:
    year, month = int(found["year"]), MONTHS.index(found["month"].lower()) + 1
    return date(year, month, monthrange(year, month)[1])


def _fiscal(found: re.Match[str], dated: date | None) -> date | None:
    year = int(found["year"])
    return date(year if year > 99 else 2000 + year, 9, 30)


def _season(found: re.Match[str], dated: date | None) -> date | None:
    year = found["year"] or (dated and dated.year)
    return date(int(year), *SEASON_ENDS[found["season"].lower()]) if year else None


def _quarter(found: re.Match[str], dated: date | None) -> date | None:
    return date(int(found["year"]), *QUARTER_ENDS[found["quarter"].lower().removeprefix("q")])


def _year(found: re.Match[str], dated: date | None) -> date | None:
    return date(int(found["year"]), 12, 31)


def _this_year(found: re.Match[str], dated: date | None) -> date | None:
    return date(dated.year, 12, 31) if dated else None


def _next_year(found: re.Match[str], dated: date | None) -> date | None:
    return date(dated.year + 1, 12, 31) if dated else None


def _within(found: re.Match[str], dated: date | None) -> date | None:
    if dated is None:
        return None
    number = int(found["number"]) if found["number"].isdigit() else NUMBER_WORDS.index(found["number"].lower()) + 2
    if found["unit"].lower() == "day":
        return date.fromordinal(dated.toordinal() + number)
    months = dated.month - 1 + number * (12 if found["unit"].lower() == "year" else 1)
    year, month = dated.year + months // 12, months % 12 + 1
    return date(year, month, min(dated.day, monthrange(year, month)[1]))


def _coming_year(found: re.Match[str], dated: date | None) -> date | None:
    return date(dated.year + 1, dated.month, min(dated.day, 28)) if dated else None


_PATTERNS: Final = (
    (rf"\b{BY} {MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", _day),
    (r"\b(?:fiscal year|FY)\s*(?P<year>\d{4}|\d\d)\b", _fiscal),
    (r"\b(?P<quarter>first|second|third|fourth|Q[1-4])(?: quarter)? (?:of )?(?P<year>\d{4})\b", _quarter),
    (rf"\b{BY} (?:the end of )?{MONTH},?\s+(?P<year>\d{{4}})\b", _month),
    (
        rf"\b{BY} (?:the |this |late |early |next )*(?P<season>{SEASON})\b(?: of)?(?: (?P<year>\d{{4}}))?",
        _season,
    ),
    (rf"\b{BY} {MONTH}\s+(?P<day>\d\d?)\b(?!,? \d{{4}})", _day),
    (r"\b(?:by|before|in|during|throughout|until|end of|through|for)(?: the)?(?: end of)? (?P<year>20\d\d)\b", _year),
    (
        r"\b(?:this (?:calendar )?year|throughout the year|by the end of the year|by year’s end)\b",
        _this_year,
    ),
    (r"\b(?:next year)\b", _next_year),
    (
        rf"\b(?:within|in) (?:the next )?(?P<number>\d+|{'|'.join(NUMBER_WORDS)}) (?P<unit>day|month|year)s?\b",
        _within,
    ),
    (r"\b(?:over|in|during|within) the (?:next|coming) year\b", _coming_year),
)
