"""How far information about a suspect is to be trusted: its source and its content, graded apart.

The grades are those of criminal intelligence files under 28 CFR Part 23. The guidelines are cited from knowledge and
were not read again: an agency's own order prevails.
"""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import Code, CodeTable

_SOURCE = "LEIU Criminal Intelligence File Guidelines (March 2002), as used under 28 CFR Part 23; not verified"
_READ = date(2026, 11, 26)

SOURCE_RELIABILITY = CodeTable.of(
    "source reliability",
    source=_SOURCE,
    as_of=_READ,
    rows=[
        Code("reliable", "Reliable", "Fiable", ("A",)),
        Code("usually_reliable", "Usually reliable", "Casi siempre fiable", ("B",)),
        Code("unreliable", "Unreliable", "Poco fiable", ("C",)),
        Code("unknown", "Reliability not known", "Fiabilidad desconocida", ("D", "Unknown")),
    ],
)
CONTENT_VALIDITY = CodeTable.of(
    "content validity",
    source=_SOURCE,
    as_of=_READ,
    rows=[
        Code("confirmed", "Confirmed", "Confirmado", ("1",)),
        Code("probable", "Probable", "Probable", ("2",)),
        Code("doubtful", "Doubtful", "Dudoso", ("3",)),
        Code("cannot_be_judged", "Cannot be judged", "No se puede juzgar", ("4",)),
    ],
)
WEAK_SOURCES = frozenset({"unreliable", "unknown"})
WEAK_CONTENTS = frozenset({"doubtful", "cannot_be_judged"})


def carries(reliability: str, validity: str) -> bool:
    """Whether information so graded can be a basis: not where neither its source nor its content is trusted."""
    return not (reliability in WEAK_SOURCES and validity in WEAK_CONTENTS)
