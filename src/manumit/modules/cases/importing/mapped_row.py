"""One row of an agency's own table, read by a saved mapping of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from manumit.values.strict_csv import Refusal, Row

from ..choices import CaseType, NumberScheme, PersonRole
from ..models import Case, CasePart, CasePerson, ColumnMapping
from ..rules import CASE_RULES, NUMBER_RULES, PART_RULES, CaseFacts, NumberFacts, PartFacts
from . import cells
from .blank import blank
from .cells import sound
from .draft import Draft, Place
from .layout import Layout
from .mapped_fields import FIELDS, MappedField
from .namus_layout import UnknownLayout

ROLES = {
    CaseType.MISSING: PersonRole.MISSING,
    CaseType.UNIDENTIFIED_REMAINS: PersonRole.DECEDENT_UNIDENTIFIED,
    CaseType.UNCLAIMED: PersonRole.DECEDENT_UNCLAIMED,
}
"""The person a case of each type is about; a victim in all others."""
ORIGIN = "import table"


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping in use: its `layout`, and `{column: field}` as `mapped_fields` names fields."""

    layout: Layout
    columns: Mapping[str, str]

    @classmethod
    def of(cls, mapping: ColumnMapping) -> Mapped:
        """Return a saved mapping as files are read by it."""
        fields = {column: FIELDS[name] for column, name in mapping.columns.items()}
        place = ("place_precision",) if {"state", "county", "city"} & set(mapping.columns.values()) else ()
        layout = Layout(
            name=mapping.name,
            feed=f"table:{mapping.pk}",
            source=mapping.source,
            number=next((column for column, name in mapping.columns.items() if name == "number"), ""),
            scheme=NumberScheme(mapping.scheme),
            case_type=CaseType(mapping.case_type),
            role=ROLES.get(CaseType(mapping.case_type), PersonRole.VICTIM),
            public=False,
            origin=ORIGIN,
            case_fields=(*_names(fields, "case"), *place),
            person_fields=_names(fields, "person"),
            said_by={name: column for column, field in fields.items() for name in field.names},
        )
        return cls(layout, mapping.columns)

    def demand_columns(self, header: Sequence[str]) -> None:
        """Raise UnknownLayout where the file lacks a column of the mapping."""
        if missing := [column for column in self.columns if column not in header]:
            raise UnknownLayout(f"lacks columns of the mapping {self.layout.name}: {', '.join(missing)}")


def _names(fields: Mapping[str, MappedField], into: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for field in fields.values() if field.into == into for name in field.names))


def read(row: Row, mapped: Mapped, file: str, today: date) -> Draft | list[Refusal]:
    """Return what `row` says, or every reason for which it is refused. `today` bounds dates and two-digit years."""
    reading = _Reading(row, mapped, file, today)
    draft = reading.draft()
    reading.demand_rules(draft)
    return reading.refusals or draft


class _Reading:
    """A row being read; what cannot be read is collected, so that people learn of all of it at once."""

    def __init__(self, row: Row, mapped: Mapped, file: str, today: date) -> None:
        self.row, self.mapped, self.file, self.today = row, mapped, file, today
        self.refusals: list[Refusal] = []
        self.said: dict[str, dict[str, Any]] = {"number": {}, "day": {}, "case": {}, "person": {}}
        self.parts: dict[str, dict[str, Any]] = {}
        for column, name in mapped.columns.items():
            self._take(column, FIELDS[name])

    def draft(self) -> Draft:
        """Return what was read, sound or not."""
        layout, said = self.mapped.layout, self.said
        case, person = blank(Case, case_type=layout.case_type, **said["case"]), blank(CasePerson, **said["person"])
        person.role = layout.role
        if "place_precision" in layout.case_fields:
            where = (case.last_seen_state, case.last_seen_county, case.last_seen_city)
            case.place_precision = cells.place_precision(*where).value
        modified = said["day"].get("modified", self.today)
        parts = tuple(self._part(key, values) for key, values in self.parts.items())
        return Draft(Place(self.file, self.row.number), layout, self._number(), modified, case, person, parts)

    def demand_rules(self, draft: Draft) -> None:
        """Note every rule of the catalogue that the case would break, beside the column it came from."""
        scheme, column_of = draft.layout.scheme, draft.layout.column_of
        findings = [*CASE_RULES.refused(CaseFacts(draft.case, [draft.person], today=self.today))]
        for part in draft.parts:
            findings.extend(PART_RULES.refused(PartFacts(draft.case, part, today=self.today)))
        if draft.number:
            findings.extend(NUMBER_RULES.refused(NumberFacts(scheme, draft.number)))
        for finding in findings:
            self._refuse(column_of(finding.fields[0]) or draft.layout.number, str(finding.message))

    def _take(self, column: str, field: MappedField) -> None:
        try:
            cell = sound(self.row.cells[column])
            values = dict(zip(field.names, field.read(cell, self.today), strict=True)) if cell else {}
        except (ValueError, LookupError) as error:
            self._refuse(column, str(error))
            return
        if field.part is None:
            self.said[field.into].update(values)
        elif values:
            self._add_to_part(field, column, values)

    def _add_to_part(self, field: MappedField, column: str, values: dict[str, Any]) -> None:
        """Columns of one sort of part make one part, until a second of them says the same thing."""
        sort = f"{field.part.part}:{dict(field.always).get('feature_kind', '')}" if field.part else ""
        known = self.parts.setdefault(sort, {"model": field.part, **dict(field.always)})
        if values.keys() & known.keys():
            known = self.parts.setdefault(f"{sort}:{column}", {"model": field.part, **dict(field.always)})
        known.update(values)

    def _part(self, key: str, values: dict[str, Any]) -> CasePart:
        model: type[CasePart] = values["model"]
        said = {name: value for name, value in values.items() if name != "model"}
        if model.part == "agencies":
            said.setdefault("agency_name", self.mapped.layout.source)
        return blank(model, source_key=f"{self.mapped.layout.feed}:{key}"[:100], **said)

    def _number(self) -> str:
        number = str(self.said["number"].get("number", "")).upper()
        if not number:
            if not any(refusal.column == self.mapped.layout.number for refusal in self.refusals):
                self._refuse(self.mapped.layout.number, "is empty: each row needs the number of its case")
            return ""
        if self.mapped.layout.scheme != NumberScheme.SOURCE:
            return number
        return f"{self.mapped.layout.source}:{number}"[:60]

    def _refuse(self, column: str, reason: str) -> None:
        self.refusals.append(Refusal(self.file, self.row.number, column, reason))
