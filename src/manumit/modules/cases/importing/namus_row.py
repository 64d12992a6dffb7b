"""One row of a NamUs table, read into a draft or refused column by column.

The mapping is the table in docs/modules/cases-import.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from manumit.values.age import Age
from manumit.values.code_table import CodeTable
from manumit.values.partial_date import PartialDate
from manumit.values.person_name import PersonName
from manumit.values.strict_csv import Refusal, Row
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX

from ..choices import STATE_UNKNOWN, AgencyRole, Sex
from ..models import Case, CaseAgency, CasePerson
from ..rules import CASE_RULES, CaseFacts
from . import cells
from .blank import blank
from .cells import short, sound
from .draft import Draft, Place
from .namus_layout import EXAMINER, EXAMINER_KEY, Table

T = TypeVar("T")

_EXAMINER_WORDS = re.compile(r"ME/C Case\s+", re.IGNORECASE)


def read(row: Row, layout: Table, file: str, today: date) -> Draft | list[Refusal]:
    """Return what `row` says, or every reason for which it is refused. `today` bounds dates and two-digit years."""
    reading = _Reading(row, file)
    number = reading.take(layout.number, lambda cell: _number(cell, layout), "")
    modified = reading.take("Date Modified", lambda cell: _day(cell, today) or today, today)
    case, person = _case(reading, layout, today), _person(reading, layout)
    examiner = examiner_of(_examiner_number(reading, layout))
    if not reading.refusals:
        reading.demand_rules(case, person, layout, today)
    if reading.refusals:
        return reading.refusals
    return Draft(Place(file, row.number), layout, number, modified, case, person, examiner)


class _Reading:
    """A row being read; what cannot be read is collected, so that people learn of all of it at once."""

    def __init__(self, row: Row, file: str) -> None:
        self.row, self.file = row, file
        self.refusals: list[Refusal] = []

    def take(self, column: str, read: Callable[[str], T], otherwise: T) -> T:
        """Return what `read` makes of the column's cell; where it cannot, note why and return `otherwise`."""
        try:
            return read(sound(self.row.cells[column]))
        except (ValueError, LookupError) as error:
            self.refuse(column, str(error))
            return otherwise

    def text(self, column: str, most: int) -> str:
        """Return the column's cell as text of at most `most` characters."""
        return self.take(column, lambda cell: short(cell, most), "")

    def refuse(self, column: str, reason: str) -> None:
        """Note that the row is refused."""
        self.refusals.append(Refusal(self.file, self.row.number, column, reason))

    def demand_rules(self, case: Case, person: CasePerson, layout: Table, today: date) -> None:
        """Note every rule of the catalogue that the case would break, beside the column it came from."""
        for finding in CASE_RULES.refused(CaseFacts(case, [person], today=today)):
            self.refuse(layout.column_of(finding.fields[0]), str(finding.message))


def _number(cell: str, layout: Table) -> str:
    number = cell.upper()
    if not re.fullmatch(layout.number_prefix + "[0-9]{1,9}", number):
        raise ValueError(f"{cell!r} is no NamUs number of {layout.name}: {layout.number_prefix} and digits")
    return number


def _day(cell: str, today: date) -> date | None:
    seen = PartialDate.parse(cell, today)
    if seen.earliest and seen.earliest > today:
        raise ValueError(f"{cell} is in the future")
    return seen.latest


def _case(reading: _Reading, layout: Table, today: date) -> Case:
    seen = reading.take(layout.day, lambda cell: PartialDate.parse(cell, today), PartialDate.unknown())
    state = reading.take("State", cells.state, STATE_UNKNOWN)
    county, city = reading.text("County", most=100), reading.text("City", most=100)
    return blank(
        Case,
        case_type=layout.case_type,
        last_seen_earliest_on=seen.earliest,
        last_seen_latest_on=seen.latest,
        last_seen_precision=seen.precision.value,
        last_seen_state=state,
        last_seen_county=county,
        last_seen_city=city,
        place_precision=cells.place_precision(state, county, city),
    )


def _person(reading: _Reading, layout: Table) -> CasePerson:
    name, age = _name(reading, layout), _age(reading, layout)
    no_races: list[str] = []
    return blank(
        CasePerson,
        role=layout.role,
        family_name=name.family,
        given_names=name.given,
        name_suffix=name.suffix,
        sex=reading.take(layout.sex, _sex, Sex.UNKNOWN.value),
        races=reading.take("Race / Ethnicity", _races, no_races),
        age_min=age.years.low,
        age_max=age.years.high,
        age_text=age.text,
    )


def _name(reading: _Reading, layout: Table) -> PersonName:
    if not layout.family:
        return PersonName("")
    given = reading.text(layout.given, most=100)
    nameless = PersonName("")
    return reading.take(layout.family, lambda family: PersonName.from_columns(short(family, 100), given), nameless)


def _age(reading: _Reading, layout: Table) -> Age:
    first, last = layout.ages[0], layout.ages[-1]
    if first == last:
        return reading.take(first, lambda cell: Age.parse(short(cell, 60)), Age.parse(""))
    high = reading.text(last, most=20)
    return reading.take(first, lambda low: Age.between(short(low, 20), high), Age.parse(""))


def _sex(cell: str) -> str:
    return _coded(SEX, cell) if cell else Sex.UNKNOWN.value


def _races(cell: str) -> list[str]:
    """The codes in the order printed; each once."""
    return list(dict.fromkeys(_coded(RACE, label.strip()) for label in cell.split(",") if label.strip()))


def _coded(table: CodeTable, label: str) -> str:
    return table.labelled(label).code


def _examiner_number(reading: _Reading, layout: Table) -> str:
    if "ME/C Case" not in layout.columns:
        return ""
    return reading.take("ME/C Case", lambda cell: short(_EXAMINER_WORDS.sub("", cell, count=1), 60), "")


def examiner_of(number: str) -> tuple[CaseAgency, ...]:
    """Return the part of the office that examined the remains, which a table knows by its `number` alone."""
    if not number:
        return ()
    row = CaseAgency(role=AgencyRole.INVESTIGATING, agency_name=EXAMINER, number=number, source_key=EXAMINER_KEY)
    return (row,)
