"""One victim as a row of HTCDS: what the catalogue says in its fields, and what its fields say in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from manumit.values import crosswalks
from manumit.values.crosswalk import Crosswalk
from manumit.values.tables.us_states import US_STATES

from ...choices import EMAIL, PersonRole, PhoneUse, PlaceRole, State
from ...models import CaseEvent, CasePerson, CasePlace, Exploitation, OnlineAccount, Phone
from ..dossier import Dossier
from .fields import FIELDS, SHEET

Row = Mapping[str, Any]
"""Values by field name: codes of HTCDS, text, days as ISO 8601; lists where a field holds several. Blank is absent."""

MODELS = (CasePerson, CaseEvent, CasePlace, Exploitation, OnlineAccount, Phone)
KEPT = "HTCDS "
"""Begins the title of an entry of the timeline that keeps what the catalogue has no field for."""
HOME = "Home phone"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Coded:
    """A field of HTCDS that stands for a coded field of an exploitation."""

    field: str
    htcds: str
    walk: Crosswalk

    def out(self, value: Any) -> tuple[Any, bool]:
        """Return the codes of HTCDS, and whether anything was lost. Blank and "not known" are no loss."""
        given = value if isinstance(value, list) else [value]
        crossed = [self.walk.forward(each) for each in given if each and each != "unknown"]
        found = [each.to.code for each in crossed if each.to and each.exact]
        return (found if isinstance(value, list) else next(iter(found), "")), len(found) < len(crossed)

    def into(self, said: Any) -> Any:
        """Return the catalogue's codes; each code of HTCDS has one."""
        if isinstance(said, list):
            return [self._one(each) for each in said]
        return self._one(said)

    def _one(self, code: str) -> str:
        to = self.walk.backward(code).to
        return to.code if to else "unknown"


CODED = (
    Coded("status", "vic_TraffickingStatus", crosswalks.TRAFFICKING_STATUS_HTCDS),
    Coded("recruited_by", "vic_MethodOfRecruitment", crosswalks.RECRUITMENT_METHOD_HTCDS),
    Coded("controls", "vic_MethodsOfControl", crosswalks.METHOD_OF_CONTROL_HTCDS),
    Coded("kinds", "vic_TypeOfExploitation", crosswalks.EXPLOITATION_KIND_HTCDS),
    Coded("industry", "vic_ForcedLabourIndustry", crosswalks.INDUSTRY_HTCDS),
    Coded("sex_kinds", "vic_TypeOfSexExploitation", crosswalks.SEX_EXPLOITATION_KIND_HTCDS),
    Coded("relationship", "vic_RelationshipToTrafficker", crosswalks.TRAFFICKER_RELATION_HTCDS),
    Coded("recruited_on", "vic_RecruitmentWebsitesAndApps", crosswalks.ONLINE_PLATFORM_HTCDS),
    Coded("exploited_on", "vic_ExploitationWebsitesAndApps", crosswalks.ONLINE_PLATFORM_HTCDS),
    Coded("vulnerabilities", "vic_Vulnerabilities", crosswalks.VULNERABILITY_HTCDS),
)
ADDRESS = {
    "address": "prs_MailingStreet",
    "city": "prs_MailingCity",
    "postal_code": "prs_MailingPostalCode",
    "country": "prs_MailingCountry",
}
PLACES = {PlaceRole.RECRUITED: "vic_LocationOfRecruitment", PlaceRole.EXPLOITED: "vic_LocationOfExploitation"}
NAMES = {"given_names": "prs_FirstName", "family_name": "prs_SecondName", "middle_names": "prs_MiddleName"}
_DECIDERS = FIELDS["vic_TraffickingStatusDecisionMakingOrg"].table
_LOST_OF_EXPLOITATION = ("from_on", "until_on", "countries", "description")


def victims_of(dossier: Dossier) -> list[CasePerson]:
    """Return the victims of whom an exploitation is told."""
    people = dossier.of(CasePerson)
    return [each for each in people if each.role == PersonRole.VICTIM and dossier.about(Exploitation, each)]


def out(dossier: Dossier, person: CasePerson) -> tuple[dict[str, Any], list[str]]:
    """Return the row of a victim, and the names of what it cannot say, each once."""
    lost: dict[str, None] = {}
    row: dict[str, Any] = {name: getattr(person, field) for field, name in NAMES.items()}
    row |= _person(person, lost)
    row |= _reached(dossier, person, lost)
    row |= _places(dossier, person, lost)
    row |= _exploited(dossier.about(Exploitation, person), lost)
    row["cas_Status"] = "Closed" if dossier.case.state == State.RESOLVED else "Active"
    row |= (kept := _kept(dossier, person))
    if "prs_Gender" in kept:
        lost.pop("people.sex", None)
    if dossier.case.state == State.RESOLVED and not row["cas_Status"].startswith("Closed"):
        row["cas_Status"] = "Closed"
    return {name: value for name, value in row.items() if value not in ("", [], None)}, list(lost)


def _person(person: CasePerson, lost: dict[str, None]) -> dict[str, Any]:
    gender = crosswalks.SEX_HTCDS.forward(person.sex)
    if not gender.exact:
        lost["people.sex"] = None
    if person.birth and not _DAY.fullmatch(person.birth):
        lost["people.birth"] = None
    return {
        "prs_Gender": gender.to.code if gender.to and gender.exact and person.sex != "unknown" else "",
        "prs_Birthdate": person.birth if _DAY.fullmatch(person.birth) else "",
        "prs_Citizenship": list(person.citizenships),
    }


def _reached(dossier: Dossier, person: CasePerson, lost: dict[str, None]) -> dict[str, Any]:
    own = [phone for phone in dossier.about(Phone, person) if phone.use == PhoneUse.OWN]
    mail = [each for each in dossier.about(OnlineAccount, person) if each.platform == EMAIL]
    kinds = {
        "prs_HomePhone": [phone.number for phone in own if phone.note == HOME],
        "prs_MobilePhone": [phone.number for phone in own if phone.note != HOME],
        "prs_Email": [account.handle for account in mail],
    }
    every = len(dossier.about(Phone, person)) + len(dossier.about(OnlineAccount, person))
    if every > sum(bool(each) for each in kinds.values()):
        lost["phones, accounts"] = None
    return {name: next(iter(found), "") for name, found in kinds.items()}


def _places(dossier: Dossier, person: CasePerson, lost: dict[str, None]) -> dict[str, Any]:
    places = dossier.about(CasePlace, person)
    home = next((place for place in places if place.role == PlaceRole.RESIDENCE), None)
    told = {name: getattr(home, field) for field, name in ADDRESS.items()} if home else {}
    if home:
        told["prs_MailingState"] = home.state or home.description
    for role, name in PLACES.items():
        told[name] = next((place.description for place in places if place.role == role and place.description), "")
    if home and home.state and home.description:
        lost["places.description"] = None
    if len(places) > bool(home) + sum(bool(told[name]) for name in PLACES.values()):
        lost["places"] = None
    return told


def _exploited(rows: list[Exploitation], lost: dict[str, None]) -> dict[str, Any]:
    first, told = rows[0], {}
    for each in CODED:
        told[each.htcds], is_lost = each.out(getattr(first, each.field))
        if is_lost:
            lost[f"exploitations.{each.field}"] = None
    decider = _DECIDERS.find(first.decided_by) if _DECIDERS and first.decided_by else None
    if first.decided_by and decider is None:
        lost["exploitations.decided_by"] = None
    for name in _LOST_OF_EXPLOITATION:
        if getattr(first, name):
            lost[f"exploitations.{name}"] = None
    if len(rows) > 1:
        lost["every exploitation but the first"] = None
    return {
        **told,
        "vic_TraffickingStatusDecisionMakingOrg": decider.code if decider else "",
        "vic_AgeWhenTrafficked": "" if first.age_when is None else str(first.age_when),
        "vic_DetailsOfVulnerabilities": first.vulnerability_detail,
    }


def _kept(dossier: Dossier, person: CasePerson) -> dict[str, str]:
    entries = [event for event in dossier.about(CaseEvent, person) if event.title.startswith(KEPT)]
    named = {event.title.removeprefix(KEPT): event.description for event in entries}
    return {name: value for name, value in named.items() if name in FIELDS}


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says in the catalogue: the person's values, and the parts of the case as (part, values)."""

    person: dict[str, Any]
    parts: list[tuple[str, dict[str, Any]]]


def into(row: Row) -> Told:
    """Return what a row says in the terms of the catalogue."""

    def said(name: str) -> Any:
        return row.get(name, [] if FIELDS[name].several else "")

    gender = crosswalks.SEX_HTCDS.backward(row["prs_Gender"]) if "prs_Gender" in row else None
    person = {
        "role": PersonRole.VICTIM.value,
        **{field: said(name) for field, name in NAMES.items()},
        "birth": said("prs_Birthdate"),
        "citizenships": said("prs_Citizenship"),
        "sex": gender.to.code if gender and gender.to else "unknown",
    }
    exploited = {each.field: each.into(said(each.htcds)) for each in CODED if each.htcds in row}
    exploited["decided_by"] = said("vic_TraffickingStatusDecisionMakingOrg")
    exploited["vulnerability_detail"] = said("vic_DetailsOfVulnerabilities")
    exploited["age_when"] = said("vic_AgeWhenTrafficked") or None
    kept = {name: value for name, value in row.items() if name not in _MAPPED}
    if gender and (not gender.exact or row["prs_Gender"] == "NonSpecifiedUnknown"):
        kept["prs_Gender"] = row["prs_Gender"]
    entries = [("events", _entry(name, value)) for name, value in kept.items()]
    return Told(person, [*_reach(row), *_where(row), ("exploitations", exploited), *entries])


def _entry(name: str, value: Any) -> dict[str, Any]:
    return {"event_kind": "other", "precision": "unknown", "title": KEPT + name, "description": value}


def _reach(row: Row) -> list[tuple[str, dict[str, Any]]]:
    phones = (("prs_HomePhone", HOME), ("prs_MobilePhone", ""))
    said = [(row[name], note) for name, note in phones if name in row]
    told: list[tuple[str, dict[str, Any]]] = [
        ("phones", {"use": PhoneUse.OWN.value, "number": number, "note": note}) for number, note in said
    ]
    if "prs_Email" in row:
        told.append(("accounts", {"platform": EMAIL, "handle": row["prs_Email"]}))
    return told


def _where(row: Row) -> list[tuple[str, dict[str, Any]]]:
    told = []
    home = {field: row[name] for field, name in ADDRESS.items() if name in row}
    if state := row.get("prs_MailingState"):
        home["state" if US_STATES.find(state) and len(state) == 2 else "description"] = state
    if home:
        told.append(("places", {"role": PlaceRole.RESIDENCE.value, **home}))
    told += [("places", {"role": role.value, "description": row[name]}) for role, name in PLACES.items() if name in row]
    return told


def says(row: Row, dossier: Dossier) -> bool:
    """Whether a case says what `row` says; where the case stands counts only if the row says it."""
    standing = [out(dossier, person)[0] for person in victims_of(dossier)]
    if "cas_Status" not in row:
        standing = [{name: value for name, value in each.items() if name != "cas_Status"} for each in standing]
    return row in standing


_MAPPED = frozenset({
    *NAMES.values(), *ADDRESS.values(), *PLACES.values(), *(each.htcds for each in CODED), "prs_Birthdate",
    "prs_Gender",
    "prs_Citizenship", "prs_Email", "prs_HomePhone", "prs_MobilePhone", "prs_MailingState",
    "vic_TraffickingStatusDecisionMakingOrg", "vic_AgeWhenTrafficked", "vic_DetailsOfVulnerabilities",
})  # fmt: skip
IN_THE_SHEET = frozenset(field.name for field in SHEET)
