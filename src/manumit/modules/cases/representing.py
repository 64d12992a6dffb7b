"""Cases as programs get them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from manumit.spine.access.pages import Page
from manumit.spine.audit.questions import Act
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, provenance
from manumit.spine.records.choices import Level
from manumit.spine.records.plain import plain
from manumit.spine.records.questions import Step

from . import answer_schemas, procedure, questions
from .actions.cleaning import KEPT_BY_US
from .filters import Narrowing
from .models import PARTS, Case, CasePerson

KEPT = frozenset(Record.sensitivity) | {"subject_name"}
OURS = KEPT_BY_US | {"agency", "stored"}
PERSON = tuple(name for name in CasePerson.sensitivity if name not in {"id", "case"})


def case_out(actor: Actor, case: Case) -> answer_schemas.CaseOut:
    """Return a case found by `access.find`, with the groups the actor may read and no others."""
    reads = questions.readable_groups(case)
    parts = questions.parts_of(case)
    groups: dict[str, Any] = {name: facts(case, fields_of(name)) for name in ("place", "narrative") if name in reads}
    if parts.people is not None:
        groups["people"] = [person_out(case, each) for each in parts.people]
    if parts.agencies is not None:
        groups["agencies"] = [_columns(answer_schemas.CaseAgencyOut, each) for each in parts.agencies]
        groups["numbers"] = [_columns(answer_schemas.NumberOut, each) for each in parts.numbers or ()]
    groups["parts"] = parts_out(case, parts)
    if parts.files is not None:
        groups["files"] = [part_out(case, each) for each in parts.files]
    return answer_schemas.CaseOut(
        number=case.number,
        version=case.version,
        owner=answer_schemas.AgencyName(id=case.owner_id, name=case.owner.name),
        level=Level(case.level),
        opened_at=case.opened_at,
        changed_at=case.changed_at,
        summary=facts(case, fields_of("summary")),
        sealed=questions.sealed_groups(case),
        steps=_steps(actor, case),
        **groups,
    )


def fields_of(group: str) -> tuple[str, ...]:
    """Return the case's own fields in a group, without those every record has."""
    return tuple(name for name, of in Case.sensitivity.items() if of == group and name not in KEPT)


def facts(case: Case, fields: Iterable[str]) -> answer_schemas.Facts:
    """Return each field with its provenance."""
    return {name: fact(case, name, getattr(case, _column(name))) for name in fields}


def fact(case: Case, path: str, value: Any) -> answer_schemas.Fact:
    """Return `value` with the provenance the case keeps for `path`."""
    said = provenance.of(case, path)
    return answer_schemas.Fact(value=plain(value), source=said.source, said_on=said.said_on, certainty=said.certainty)


def _column(name: str) -> str:
    return str(Case._meta.get_field(name).attname)  # type: ignore[union-attr]


def person_out(case: Case, person: CasePerson) -> answer_schemas.PersonOut:
    """Return a person with the provenance of each value."""
    values = {name: fact(case, f"people.{person.pk}.{name}", getattr(person, name)) for name in PERSON}
    return answer_schemas.PersonOut(id=person.pk, values=values)


def parts_out(case: Case, parts: questions.Parts) -> dict[str, dict[str, list[answer_schemas.PartOut]]]:
    """Return every other part that the asker may read, by field group and name; the newest events first."""
    rows = {**parts.other, "events": questions.events_of(case)}
    found: dict[str, dict[str, list[answer_schemas.PartOut]]] = {}
    for name, model in PARTS.items():
        if rows.get(name) is not None:
            found.setdefault(model.scoped_through.group, {})[name] = [part_out(case, row) for row in rows[name] or ()]
    return found


def part_out(case: Case, row: Any) -> answer_schemas.PartOut:
    """Return a part with the provenance of each value that somebody filled in."""
    told = ((field.name, getattr(row, field.attname)) for field in row._meta.concrete_fields if field.name not in OURS)
    values = {
        name: fact(case, f"{row.part}.{row.pk}.{name}", value) for name, value in told if value not in (None, "", [])
    }
    return answer_schemas.PartOut(id=row.pk, values=values)


def _columns(schema: type[Any], row: Model) -> Any:
    return schema(**{name: getattr(row, name) for name in schema.model_fields})


def _steps(actor: Actor, case: Case) -> list[answer_schemas.Step]:
    return [
        answer_schemas.Step(
            name=choice.transition.name,
            title=str(choice.transition.title),
            allowed=choice.allowed,
            why=[str(text) for text in (*choice.why, *choice.help)],
        )
        for choice in procedure.CASE.available(actor, case)
    ]


def list_out(page: Page[Case], count: Any, narrowing: Narrowing, names: Mapping[int, str]) -> answer_schemas.CaseList:
    """Return a page of cases."""
    return answer_schemas.CaseList(
        items=[_line(case, names) for case in page.rows],
        count=answer_schemas.Count(value=count.value, capped=count.capped),
        next=page.next_key,
        gaps=list(dict.fromkeys(map(str, narrowing.gaps()))),
    )


def _line(case: Case, names: Mapping[int, str]) -> answer_schemas.CaseLine:
    own: dict[str, Any] = {
        name: getattr(case, name)
        for name in answer_schemas.CaseLine.model_fields
        if name not in {"owner", "subject_name"}
    }
    name: dict[str, Any] = {"subject_name": case.subject_name} if getattr(case, "can_read_people", False) else {}
    owner = answer_schemas.AgencyName(id=case.owner_id, name=names.get(case.owner_id, ""))
    return answer_schemas.CaseLine(owner=owner, **own, **name)


def history_out(versions: Iterable[Step]) -> answer_schemas.History:
    """Return the versions of a case."""
    return answer_schemas.History(items=[_version(each) for each in versions])


def _version(version: Step) -> answer_schemas.Version:
    return answer_schemas.Version(
        version=version.version,
        at=version.at,
        verb=version.verb,
        person=version.person,
        agency=version.agency_name,
        changes=[_change(path, each) for path, each in version.changes.items()],
    )


def _change(path: str, change: Mapping[str, Any]) -> answer_schemas.Change:
    if change.get("sealed"):
        return answer_schemas.Change(path=path, sealed=True)
    return answer_schemas.Change(path=path, before=change["from"], after=change["to"], source=change.get("source", ""))


def look_out(act: Act) -> answer_schemas.Look:
    """Return who looked."""
    return answer_schemas.Look(at=act.at, person=act.person, agency=act.agency, purpose=act.purpose, group=act.group)
