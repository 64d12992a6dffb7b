"""How precisely a date or place in time is known."""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import CodeTable

PRECISION = CodeTable.of(
    "precision",
    source="the catalogue's own, after EDTF (ISO 8601-2:2019): day, month, year, approximate, interval",
    as_of=date(2025, 10, 1),
    rows=[
        ("exact", "The day and the time of day are known"),
        ("day", "The day is known"),
        ("month", "The month is known"),
        ("year", "The year is known"),
        ("approximate", "About then"),
        ("range", "Between two days"),
        ("unknown", "Not known"),
    ],
)
