"""Countries and other areas by their two-letter codes: those of ISO 3166-1, and the few GENC adds to them."""

from __future__ import annotations

from datetime import date

from manumit.values.packaged_codes import family

_table = family(
    "countries.csv",
    source="GENC edition 3, update 12 (US profile of ISO 3166-1), as published with NIEM 6.0",
    as_of=date(2026, 11, 26),
)

COUNTRY = _table("country", "country")
"""Found by two- or three-letter code, short or full name."""
