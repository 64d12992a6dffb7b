"""`manumit import niem PATH...`: missing persons and victims of trafficking of a NIEM message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Importer
from manumit.values.strict_csv import Refusal

from ..choices import CaseType, PersonRole
from ..exporting.dossier import Dossier
from ..exporting.niem.carried import Carried, carried, people_of
from ..exporting.niem.reading import read
from . import people_command
from .person_report import PersonReport

ORIGIN = "import niem"


def reports(path: Path) -> Iterator[PersonReport | Refusal]:
    """Yield what the message at `path` says of each person. Raises OSError, BadMessage."""
    with path.open("rb") as file:
        for place, told in enumerate(read(file, path.name), 1):
            yield told if isinstance(told, Refusal) else _report(told, path.name, place)


def _report(told: Carried, file: str, place: int) -> PersonReport:
    role = PersonRole.VICTIM if told.victim else PersonRole.MISSING
    parts = (("names", told.names), ("features", told.features), ("exploitations", told.exploitations))
    return PersonReport(
        file=file,
        place=place,
        origin=ORIGIN,
        case={"case_type": _case_type(told), **told.case},
        person={"role": role.value, **told.person},
        parts=[(part, values) for part, rows in parts for values in rows],
        numbers=told.numbers,
        number=told.number,
        says_the_same=partial(_says, told),
    )


def _case_type(told: Carried) -> str:
    if not told.victim:
        return CaseType.MISSING.value
    return exploited_case_type([(row["kinds"], row["sex_kinds"], row["industry"]) for row in told.exploitations])


def exploited_case_type(rows: list[tuple[list[str], list[str], str]]) -> str:
    """Return the type of a victim's case by (kinds, sexual kinds, industry) of each exploitation."""
    if any(sex_kinds or "sexual" in kinds for kinds, sex_kinds, _industry in rows):
        return CaseType.TRAFFICKING_SEX.value
    if any(kinds or industry not in {"", "unknown"} for kinds, _sex_kinds, industry in rows):
        return CaseType.TRAFFICKING_LABOR.value
    return CaseType.UNKNOWN.value


def _says(told: Carried, dossier: Dossier) -> bool:
    standing = [carried(dossier, person)[0] for person in people_of(dossier)]
    return any(replace(each, number=told.number) == told for each in standing)


IMPORTER = Importer(
    "niem", _("People of a NIEM 6.0 message (XML)"), people_command.arguments, partial(people_command.run, reports)
)
