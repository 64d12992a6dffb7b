"""What of cases may be matched, and what is read of it: rule 7's short list, as it stands now.

Nothing of a protected case, nor of one that is resolved: who was located safe gives no hit. Vehicles, telephones and
accounts of victims, witnesses, family and reporting parties are theirs, and never matched.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from manumit.spine.matching import Described, Linkable, Matched
from manumit.spine.matching import describing as said
from manumit.spine.matching.one_of import OneOf

from .choices import PersonRole, PhoneUse, State, VehicleRelation
from .models import Belonging, Case, CasePerson, CasePlace, Feature, OnlineAccount, PersonName, Phone, Remains, Vehicle

NEVER = (PersonRole.VICTIM, PersonRole.WITNESS, PersonRole.FAMILY, PersonRole.REPORTING_PARTY)
"""Roles of people of whom nothing is matched."""
THEIRS: Mapping[Any, Mapping[str, str]] = {
    Vehicle: {"relation": VehicleRelation.WITNESS},
    Phone: {"use": PhoneUse.FAMILY},
    OnlineAccount: {},
}
"""Values by which a thing belongs to such a person though no person is named."""
HOMES = ("residence", "work")


SEEN = ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_state", "last_seen_city")
TOLD: Mapping[Any, tuple[str, ...]] = {
    PersonName: said.NAME,
    Feature: ("feature_kind", "site", "side", "description"),
    Belonging: ("description",),
    CasePlace: ("role", "city", "state", "latitude", "longitude"),
    Remains: ("identified_by_method",),
}
"""What is read of the parts that tell of a person."""


def _open(ids: Collection[int]) -> dict[int, Any]:
    rows = Case.unscoped.filter(OneOf("pk", ids), protected=False).exclude(state=State.RESOLVED)
    return {case.pk: case for case in said.rows(rows, "pk", *SEEN)}


def _people(role: str) -> Callable[[Collection[int]], Iterator[Described]]:
    def read(ids: Collection[int]) -> Iterator[Described]:
        cases = _open(ids)
        rows = CasePerson.unscoped.filter(OneOf("case_id", cases), role=role, withdrawn_at=None)
        people = list(said.rows(rows, "pk", "case_id", *said.LOOKS, *said.NAME))
        theirs = {person.case_id for person in people}
        parts = {model: _standing(model, fields, theirs) for model, fields in TOLD.items()}
        for person in people:
            own = {model: _of(person, there) for model, there in parts.items()}
            by = next((each.identified_by_method for each in own[Remains] if each.identified_by_method), "")
            facts = _facts(cases[person.case_id], person, own, missing=role == PersonRole.MISSING)
            yield Described(person.case_id, person.pk, facts, identified=by)

    return read


def _facts(case: Any, person: Any, own: dict[Any, list[Any]], *, missing: bool) -> dict[str, list[object]]:
    seen = said.days(case.last_seen_earliest_on, case.last_seen_latest_on)
    named = [person, *own[PersonName]] if missing else []
    return {
        **said.looks(person, case.last_seen_earliest_on or case.last_seen_latest_on),
        "names": [said.name(each) for each in named if each.given_names or each.family_name],
        "marks": [said.mark(each) for each in own[Feature]],
        "belongings": [each.description for each in own[Belonging] if each.description],
        "places": [*_last_seen(case), *(_place(each) for each in own[CasePlace] if each.role not in HOMES)],
        "last_contact" if missing else "found": seen,
    }


def _last_seen(case: Any) -> list[object]:
    state = "" if case.last_seen_state == "ZZ" else case.last_seen_state
    return [{"city": case.last_seen_city, "state": state}] if case.last_seen_city or state else []


def _place(place: Any) -> object:
    return {"city": place.city, "state": place.state, "latitude": place.latitude, "longitude": place.longitude}


def _things(model: Any, facts: Callable[[Any], dict[str, list[object]]]) -> Callable[..., Iterator[Described]]:
    def read(ids: Collection[int]) -> Iterator[Described]:
        rows = model.unscoped.filter(OneOf("case_id", _open(ids)), withdrawn_at=None).exclude(person__role__in=NEVER)
        for row in rows.exclude(**THEIRS[model]) if THEIRS[model] else rows:
            yield Described(row.case_id, row.pk, facts(row))

    return read


def _standing(model: Any, fields: Sequence[str], cases: Collection[int]) -> dict[int, list[Any]]:
    rows = model.unscoped.filter(OneOf("case_id", cases), withdrawn_at=None)
    return said.by_record(said.rows(rows, "case_id", "person_id", *fields), "case_id")


def _of(person: Any, rows: dict[int, list[Any]]) -> list[Any]:
    """Return the rows that tell of a person, or of nobody in particular."""
    return [row for row in rows.get(person.case_id, ()) if row.person_id is None or row.person_id == person.pk]


LINKABLE = (
    Linkable(Matched.MISSING_PERSON, "case", ("people", "place"), _people(PersonRole.MISSING)),
    Linkable(Matched.UNIDENTIFIED_REMAINS, "case", ("people", "place"), _people(PersonRole.DECEDENT_UNIDENTIFIED)),
    Linkable(Matched.VEHICLE, "case", ("people",), _things(Vehicle, said.vehicle)),
    Linkable(Matched.PHONE, "case", ("people",), _things(Phone, said.phone)),
    Linkable(Matched.ACCOUNT, "case", ("people",), _things(OnlineAccount, said.account)),
)
