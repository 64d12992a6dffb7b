"""Pages of the docs that list every code table, crosswalk and Tribe with source and date.

`python -m manumit.values.listing codes` and `... tribes` write them; a test keeps the pages in `docs/` current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from manumit.values.code_table import CodeTable
from manumit.values.crosswalk import Agreement, Crosswalk
from manumit.values.crosswalks import CROSSWALKS
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables.catalogue import CATALOGUE_TABLES
from manumit.values.tables.htcds import HTCDS_TABLES
from manumit.values.tables.namus import NAMUS_TABLES
from manumit.values.tables.ncic import INDIAN_NATION, NCIC_TABLES
from manumit.values.tables.ncic_marks import NCIC_MARKS
from manumit.values.tables.nibrs import NIBRS_TABLES
from manumit.values.tables.niem import NIEM_TABLES
from manumit.values.tables.precision import PRECISION
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX
from manumit.values.tables.statutes import STATUTE
from manumit.values.tables.us_states import US_STATES
from manumit.values.tribes import TRIBE, Tribe, of_ncic, tribes

OWN = (RACE, SEX, PRECISION, *CATALOGUE_TABLES)
PUBLISHED = (
    US_STATES,
    *NCIC_TABLES,
    NCIC_MARKS,
    *NAMUS_TABLES,
    *NIEM_TABLES,
    *NIBRS_TABLES,
    *HTCDS_TABLES,
    STATUTE,
    TRIBE,
)

_CODES = """# Codes

Each table says where it comes from and the day it was read there. This page is made by
`python -m manumit.values.listing codes`; how tables and crosswalks work: [ADR 0010](decisions/{adr}).

"""
_TRIBES = """# Tribes

{entities} entities of the BIA's directory, with their NCIC codes and NIEM values. How each was matched: `same` (same
words), `abbreviation` (the same telling words), `renamed` (by another name that a list gives), `misspelt`, `by hand`.
`python -m manumit.values.tribes.reconcile` proposes; the reviewed result is `src/manumit/values/tables/tribes.csv`.
This page is made by `python -m manumit.values.listing tribes`. Names of Tribes are public facts; the sample data use
invented ones.

"""
ADR = "0010-code-tables-and-crosswalks.md"


def codes_page() -> str:
    """Return `docs/standards-codes.md`: tables and crosswalks with source, date, size and what has no counterpart."""
    parts = [
        _CODES.format(adr=ADR),
        "## The catalogue's own\n\n",
        *_tables(OWN),
        "\n## Published\n\n",
        *_tables(PUBLISHED),
        "\n## Crosswalks\n\n",
        "| from | to | exact | broader | narrower | without counterpart |\n|---|---|---|---|---|---|\n",
        *map(_crosswalk, CROSSWALKS),
        "\n## Without counterpart\n\n",
        "| crosswalk | codes | why |\n|---|---|---|\n",
        *(row for walk in CROSSWALKS for row in _unmapped(walk)),
    ]
    return "".join(parts)


def tribes_page() -> str:
    """Return `docs/standards-tribes.md`: each Tribe with its codes, and the names left over on each side."""
    return "".join(
        [
            _TRIBES.format(entities=len(tribes())),
            "| code | BIA name | shown as | states | NCIC | matched | NIEM | matched |\n",
            "|---|---|---|---|---|---|---|---|\n",
            *map(_tribe, tribes()),
            "\n## Codes that can mean two Tribes\n\n| NCIC | as published | can mean |\n|---|---|---|\n",
            *_shared(),
            "\n## Tribes without an NCIC code\n\n| Tribe | why |\n|---|---|\n",
            *(f"| {each.bia_name} | {each.ncic_note} |\n" for each in tribes() if not each.ncic),
            "\n## Tribes without a NIEM value\n\n| Tribe | why |\n|---|---|\n",
            *(f"| {each.bia_name} | {each.niem_note} |\n" for each in tribes() if not each.niem),
            "\n## Spellings that name no entity of the BIA's directory\n\n| list | spelling | why |\n|---|---|---|\n",
            *(
                f"| {row['list'].upper()} | {row['spelling']} | {row['reason']} |\n"
                for row in packaged_rows("tribes_unresolved.csv")
            ),
        ]
    )


def _tables(tables: tuple[CodeTable, ...]) -> Iterator[str]:
    yield "| table | rows | source | read |\n|---|---|---|---|\n"
    for table in tables:
        yield f"| {table.name} | {len(table)} | {table.source} | {table.as_of.isoformat()} |\n"


def _crosswalk(walk: Crosswalk) -> str:
    kinds = [pair.agreement for pair in walk.pairs]
    counts = " | ".join(str(kinds.count(agreement)) for agreement in Agreement)
    return f"| {walk.left.name} | {walk.right.name} | {counts} |\n"


def _unmapped(walk: Crosswalk) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for pair in walk.unmapped():
        by_reason.setdefault(pair.note, []).append(f"`{pair.left or pair.right}`")
    yield from (f"| {walk.name} | {', '.join(codes)} | {reason} |\n" for reason, codes in by_reason.items())


def _tribe(each: Tribe) -> str:
    cells = (
        each.code,
        each.bia_name,
        each.short_name,
        " ".join(each.states),
        ", ".join(each.ncic),
        ", ".join(each.ncic_how),
        "; ".join(each.niem),
        ", ".join(each.niem_how),
    )
    return f"| {' | '.join(cells)} |\n"


def _shared() -> Iterator[str]:
    for row in INDIAN_NATION:
        can_mean = of_ncic(row.code)
        if len(can_mean) > 1:
            yield f"| {row.code} | {row.label} | {'; '.join(each.short_name for each in can_mean)} |\n"


PAGES = {"codes": codes_page, "tribes": tribes_page}

if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1]]())
