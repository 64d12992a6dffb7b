"""The agencies a NamUs document names: who investigates, who leads, who contributes, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from manumit.values.code_table import CodeTable
from manumit.values.tables import catalogue

from ..choices import STATE_UNKNOWN, AgencyRole
from ..models import CaseAgency
from . import cells
from .namus_parts import key
from .namus_row import examiner_of
from .reading import Reading

_FIELDS = {
    "postal_code": ("zipCode", 20),
    "phone": ("phone", 40),
    "email": ("email", 254),
    "website": ("websiteUrl", 300),
}


def agencies_of(reading: Reading) -> tuple[CaseAgency, ...]:
    """Return every agency the document names, the examiner's number among them; none is saved."""
    lead = reading.number("caseOwner.investigatingAgencyIdentityId")
    primary = reading.number("primaryInvestigatingAgency.id")
    investigating = list(_investigating(reading, lead, primary))
    number = reading.text("caseIdentification.caseNumber", 60)
    known = any(agency.number == number for agency in investigating)
    return (*investigating, *(() if known else examiner_of(number)), *_contributing(reading))


def reported_on(reading: Reading, seen: date | None, today: date) -> date | None:
    """Return the first day the case was reported to any agency, unless that lies before anybody was missed."""
    days = [item.day("dateReported") for item in reading.items("investigatingAgencies")]
    fitting = [day for day in days if day and (seen is None or day >= seen) and day <= today]
    return min(fitting, default=None)


def _investigating(reading: Reading, lead: int | None, primary: int | None) -> Iterator[CaseAgency]:
    for item in reading.items("investigatingAgencies"):
        own, agency = item.number("id"), item.number("selection.agency.id")
        leads = item.flag("isCaseOwner") or (lead is not None and own == lead) or (lead is None and agency == primary)
        yield _agency(
            item,
            ("selection.agency", "properties.agency"),
            role=AgencyRole.LEAD.value if leads and agency else AgencyRole.INVESTIGATING.value,
            number=item.text("caseNumber", 60),
            reported_on=item.day("dateReported"),
            contact=_contact(item, ("selection.contact", "properties.contact")),
            contact_title=_title(item, ("selection.contact", "properties.contact"))[:200],
            source_key=key("agency", own or 0),
        )


def _contributing(reading: Reading) -> Iterator[CaseAgency]:
    for item in reading.items("caseContributors"):
        relation = item.text("relationshipOther", 100) or item.text("relationship.localizedName", 100)
        title = ", ".join(dict.fromkeys(part for part in (_title(item, ("user",)), relation) if part))
        yield _agency(
            item,
            ("agency",),
            role=AgencyRole.ASSISTING.value,
            contact=_contact(item, ("user",)),
            contact_title=title[:200],
            source_key=key("contributor", item.number("identityId") or item.number("id") or 0),
        )


def _agency(item: Reading, paths: tuple[str, ...], **said: object) -> CaseAgency:
    """Return the agency of an entry; what one description of it leaves open the next may say."""
    street = ", ".join(
        part for part in (_first(item, paths, "street1", 200), _first(item, paths, "street2", 90)) if part
    )
    told = {field: _first(item, paths, name, most) for field, (name, most) in _FIELDS.items()}
    return CaseAgency(
        agency_name=item.text("name", 200) or _first(item, paths, "name", 200) or NAMELESS,
        agency_kind=_code(item, paths, "agencyType.name", catalogue.AGENCY_TYPE),
        jurisdiction=_code(item, paths, "jurisdiction.name", catalogue.JURISDICTION_LEVEL),
        city=item.text("city", 100) or _first(item, paths, "city", 100),
        county=item.text("countyDisplayName", 100) or _first(item, paths, "county.localizedName", 100),
        state=_state(item, paths),
        street=street[:200],
        **told,
        **said,
    )


NAMELESS = "Agency not named"


def _first(item: Reading, paths: tuple[str, ...], name: str, most: int) -> str:
    return next((found for found in [item.text(f"{path}.{name}", most) for path in paths] if found), "")


def _code(item: Reading, paths: tuple[str, ...], name: str, table: CodeTable) -> str:
    return next((found for found in [item.code(f"{path}.{name}", table) for path in paths] if found), "")


def _state(item: Reading, paths: tuple[str, ...]) -> str:
    """The postal code of the agency's state; empty where it is not given."""
    names = [f"{path}.state.name" for path in paths] + ["state.name"]
    found = [item.take(name, lambda value: cells.state(str(value)), "") for name in names]
    return next((code for code in found if code and code != STATE_UNKNOWN), "")


def _contact(item: Reading, paths: tuple[str, ...]) -> str:
    """Whom to ask, in one line: name, telephones with extensions, address for mail."""
    names = (_first(item, paths, "firstName", 100), _first(item, paths, "lastName", 100))
    phones = [_phone(item, f"{path}.phone{each}") for path in paths for each in (1, 2)]
    name = " ".join(part for part in names if part)
    return ", ".join(part for part in (name, *phones, _first(item, paths, "email", 254)) if part)[:200]


def _phone(item: Reading, path: str) -> str:
    number, extension = item.text(path, 40), item.text(f"{path}Extension", 20)
    kind = item.text(f"{path}Type.localizedName", 20)
    extended = f"{number} ext. {extension}" if number and extension else number
    return f"{extended} ({kind})" if extended and kind else extended


def _title(item: Reading, paths: tuple[str, ...]) -> str:
    titles = (_first(item, paths, "jobTitle", 100), _first(item, paths, "role", 90))
    return ", ".join(dict.fromkeys(title for title in titles if title))
