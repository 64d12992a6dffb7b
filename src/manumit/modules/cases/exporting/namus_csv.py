"""Cases as the two tables of the NamUs case export, in the layout of 2025."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import Use
from manumit.values import crosswalks
from manumit.values.age import Age, BadAge
from manumit.values.tables.us_states import US_STATES

from ..choices import STATE_UNKNOWN, DatePrecision
from ..importing import namus_layout
from ..models import CaseAgency, CasePerson, OutsideNumber
from . import csv_table, namus_words
from .account import Account
from .dossier import Dossier
from .format import Format, Text
from .namus_words import Kind, family_of, label, number_of, seen, subject_of

Lost = Callable[[str], None]
_SHAPES = {DatePrecision.DAY: "%m/%d/%Y", DatePrecision.MONTH: "%m/%Y", DatePrecision.YEAR: "%Y"}


def _write(kind: Kind, table: namus_layout.Table, dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    def lost(name: str) -> None:
        account.lost[name] += 1

    lines = (_line(dossier, kind, table, lost) for dossier in dossiers)
    csv_table.write(table.columns, lines, out, bom=False)


def _line(dossier: Dossier, kind: Kind, table: namus_layout.Table, lost: Lost) -> list[str]:
    person = subject_of(dossier, kind)
    if person is None:
        raise ValueError(f"{dossier.case.number} names nobody of the table: its objection was not asked")
    cells = {
        table.number: number_of(dossier, kind),
        table.day: _day(dossier, lost),
        table.sex: label(person.sex, crosswalks.SEX_NAMUS, lost, "people.sex"),
        "City": dossier.case.last_seen_city,
        "County": dossier.case.last_seen_county,
        "State": _state(dossier.case.last_seen_state, table),
        "Race / Ethnicity": ", ".join(_races(person, lost)),
        "Date Modified": f"{dossier.case.changed_at:%m/%d/%Y}",
        **(_of_missing(person, table) if table.family else _of_remains(dossier, person)),
    }
    return [cells[column] for column in table.columns]


def _day(dossier: Dossier, lost: Lost) -> str:
    day, how = seen(dossier, lost)
    return day.strftime(_SHAPES[how]) if day else ""


def _state(code: str, table: namus_layout.Table) -> str:
    if code in {"", STATE_UNKNOWN}:
        return ""
    return code if table.family else US_STATES.code(code).label


def _races(person: CasePerson, lost: Lost) -> list[str]:
    told = (label(each, crosswalks.RACE_NAMUS, lost, "people.races") for each in person.races)
    return [each for each in told if each]


def _of_missing(person: CasePerson, table: namus_layout.Table) -> dict[str, str]:
    return {table.family: family_of(person), table.given: person.given_names, table.ages[0]: age_in_words(person)}


def _of_remains(dossier: Dossier, person: CasePerson) -> dict[str, str]:
    examiner = (row.number for row in dossier.of(CaseAgency) if row.agency_name == namus_layout.EXAMINER)
    number = next(examiner, "")
    return {
        "ME/C Case": f"ME/C Case {number}" if number else "",
        "Age From": _years(person.age_min),
        "Age To": _years(person.age_max),
    }


def _years(value: Decimal | None) -> str:
    return "" if value is None else f"{Decimal(value):.1f}" if value == int(value) else csv_table.plain(value)


def age_in_words(person: CasePerson) -> str:
    """Return an age as NamUs writes it: in the words it came in where they say the same, else in years."""
    low, high = person.age_min, person.age_max
    try:
        came = Age.parse(person.age_text).years
    except BadAge:
        came = Age.parse("").years
    if person.age_text and (came.low, came.high) == (low, high):
        return person.age_text
    if low is None or high is None:
        return (
            f"{csv_table.plain(low)}+ Years" if low is not None else f"< {csv_table.plain(high)} Years" if high else ""
        )
    ends = dict.fromkeys(csv_table.plain(Decimal(end)) for end in (low, high))
    return f"{' - '.join(ends)} Years"


def _format(name: str, title: Text, kind: Kind, table: namus_layout.Table) -> Format:
    return Format(
        name=name,
        title=title,
        use=Use.PUBLIC_LISTING,
        holds=_("The columns of the case export of NamUs, as it has been since 2025."),
        suffix="csv",
        media_type="text/csv",
        fields={
            "summary": ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_state", "last_seen_county"),
            "place": ("last_seen_city",),
            "people": ("family_name", "given_names", "name_suffix", "sex", "races", "age_min", "age_max"),
            "agencies": ("numbers.namus", "agencies.number"),
        },
        models=(CasePerson, OutsideNumber, CaseAgency),
        cannot=(
            _("Cases without a NamUs number"),
            _("Dates known as ranges, and that a date is only about right"),
            _("Middle names, descriptors, circumstances and every part"),
            _("Tribes, Indian status and traditional names"),
        ),
        objection=namus_words.objection(kind),
        write=partial(_write, kind, table),
    )


NAMUS_MISSING = _format("namus-missing", _("NamUs missing persons (CSV)"), namus_words.MISSING, namus_layout.MISSING)
NAMUS_REMAINS = _format(
    "namus-remains", _("NamUs unidentified persons (CSV)"), namus_words.UNIDENTIFIED, namus_layout.REMAINS
)
