"""The parts of a case that a NamUs document lists: marks, belongings, vehicles, names, places and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from manumit.values.code_table import CodeTable
from manumit.values.tables import catalogue
from manumit.values.tribes.finding import named

from ..choices import CaseType, DatePrecision, EventKind, PlaceRole, PositionPrecision, VehicleRelation
from ..models import (
    Belonging,
    Biometric,
    Case,
    CaseEvent,
    CasePart,
    CasePlace,
    Feature,
    IndianStatusRecord,
    PersonName,
    Remains,
    TribeAssociation,
    Vehicle,
)
from .layout import Layout
from .reading import Reading

FEED = "namus-json"
_NAMES_APART = re.compile(r"\s*[;,\n]\s*")
_COLORS_APART = re.compile(r"\s*(?:/|,|&|\band\b|\bover\b)\s*", re.IGNORECASE)
_DEGREES = re.compile(r"\s*(-?\d{1,2}\.\d{3,})\s*,\s*(-?\d{1,3}\.\d{3,})\s*")


def key(sort: str, identity: object) -> str:
    """Return the `source_key` of a row: `namus-json:feature:28501`."""
    return f"{FEED}:{sort}:{identity}"[:100]


def parts_of(reading: Reading, layout: Layout, case: Case) -> tuple[CasePart, ...]:
    """Return every part the document lists but agencies; none is saved, each has its `source_key`."""
    found: list[CasePart] = []
    for several in (_names, _tribes, _features, _belongings, _files, _vehicles, _notes):
        found.extend(several(reading))
    found.extend(_place(reading, layout, case))
    found.extend(_remains(reading, layout))
    found.extend(_resolved(reading))
    return tuple(found)


def years(first: int | None, last: int | None) -> str:
    """Return years as a partial date (EDTF): 1942/1957, or 1942 where the second is not given or the same."""
    return "/".join(f"{year:04}" for year in sorted({year for year in (first, last) if year}))


def _identity(item: Reading) -> int:
    """What names a row through its versions; its own id where that is all there is."""
    versions, own = item.number("identityId"), item.number("id")
    return versions or own or 0


def _names(reading: Reading) -> Iterator[PersonName]:
    for path in ("subjectIdentification.nicknames", "subjectDescription.possibleNicknames"):
        for name in dict.fromkeys(_NAMES_APART.split(reading.prose(path, 2_000))):
            if name:
                yield PersonName(name_type="nickname", given_names=name[:100], source_key=key("nickname", name))
    who = "subjectDescription.possible"
    family, given = reading.text(f"{who}LastName", 100), reading.text(f"{who}FirstName", 100)
    middle = reading.text(f"{who}MiddleName", 100)
    if family or given or middle:
        yield PersonName(
            name_type="unknown", family_name=family, given_names=given, middle_names=middle,
            source_key=key("possible-name", 1),
        )  # fmt: skip


def _tribes(reading: Reading) -> Iterator[CasePart]:
    for item in reading.items("subjectDescription.tribeAssociations"):
        name, enrolled = item.text("tribe.tribeName", 200), item.flag("isEnrolled")
        resolved = named(name).tribe
        yield TribeAssociation(
            tribe=resolved.code if resolved else "",
            reported_as=name,
            enrolled="unknown" if enrolled is None else "yes" if enrolled else "no",
            source_key=key("tribe", item.number("tribe.tribeId") or name),
        )
    if affiliated := reading.code("subjectDescription.tribalAffiliation.name", catalogue.YES_NO_UNKNOWN):
        told = catalogue.YES_NO_UNKNOWN.code(affiliated).label
        yield IndianStatusRecord(
            status="unknown", basis="agency_record", basis_detail=f"Tribal affiliation in NamUs: {told}",
            source_key=key("affiliation", 1),
        )  # fmt: skip


def _features(reading: Reading) -> Iterator[Feature]:
    for item in reading.items("physicalFeatureDescriptions"):
        yield Feature(
            feature_kind=item.code("physicalFeature.name", catalogue.BODY_FEATURE_KIND),
            description=item.prose("description"),
            source_key=key("feature", _identity(item)),
        )
    if comment := reading.prose("physicalFeaturesNoKnownInformationIndicator.comment"):
        yield Feature(feature_kind="other", description=comment, source_key=key("feature", "comment"))


def _belongings(reading: Reading) -> Iterator[Belonging]:
    for item in reading.items("clothingAndAccessoriesArticles"):
        yield Belonging(
            belonging_kind=item.code("article.name", catalogue.BELONGING_KIND),
            lay=item.code("location.name", catalogue.BELONGING_PLACE),
            description=item.prose("description"),
            source_key=key("belonging", _identity(item)),
        )


_FILES = {
    "DentalChart": "dental",
    "FingerprintCard": "fingerprints",
    "FacialCaseId": "photograph",
    "ActualPhoto": "photograph",
}
"""What a file of a NamUs category is on file as; a photograph or drawing of anything else is `other`."""


def _files(reading: Reading) -> Iterator[Biometric]:
    """Pictures and documents: that NamUs holds them, under which reference; never the thing itself."""
    for path, original in (("images", "files.original"), ("documents", "file")):
        for item in reading.items(path):
            category = item.text("category.name", 60)
            told = (category, item.text("title", 200), item.text("caption", 1_000), item.text("file.fileName", 200))
            yield Biometric(
                biometric_kind=_FILES.get(category, "other"),
                status="available_entered",
                held_by="NamUs",
                reference=item.text(f"{original}.storageKey", 100) or f"{path}/{item.number('id') or ''}",
                taken_on=None,
                note=". ".join(dict.fromkeys(word for word in told if word)),
                source_key=key(path, _identity(item)),
            )


def _vehicles(reading: Reading) -> Iterator[Vehicle]:
    for place, item in enumerate(reading.items("vehicles"), 1):
        style, color = item.text("vehicleStyle", 60), item.text("vehicleColor", 60)
        year = item.number("vehicleYear")
        yield Vehicle(
            relation=VehicleRelation.OTHER.value,
            year_min=year, year_max=year,
            make=item.text("vehicleMake", 60), model=item.text("vehicleModel", 60),
            style=_found(catalogue.VEHICLE_STYLE, style), style_text=style,
            colors=_colors(color), color_text=color,
            plate_state=item.text("tagState", 20), plate_number=item.text("tagNumber", 20),
            plate_year=item.number("tagExpirationYear"),
            description=item.prose("comment"),
            source_key=key("vehicle", item.number("id") or place),
        )  # fmt: skip


def _found(table: CodeTable, words: str) -> str:
    found = table.find(words) if words else None
    return found.code if found else ""


def _colors(words: str) -> list[str]:
    """The colors named, where each has a code; the words themselves are kept beside them."""
    if whole := _found(catalogue.VEHICLE_COLOR, words):
        return [whole]
    named = [_found(catalogue.VEHICLE_COLOR, word) for word in _COLORS_APART.split(words) if word]
    return list(dict.fromkeys(named)) if all(named) else []


def _notes(reading: Reading) -> Iterator[CaseEvent]:
    for item in reading.items("notes"):
        yield CaseEvent(
            event_kind=EventKind.OTHER.value,
            precision=DatePrecision.UNKNOWN.value,
            title=item.text("noteType", 200) or "Note",
            description=item.prose("description"),
            source_key=key("note", _identity(item)),
        )


def _resolved(reading: Reading) -> Iterator[CaseEvent]:
    """That NamUs lists a case as resolved is told on its timeline: whether it is, the agency decides."""
    if reading.flag("caseIsResolved"):
        on: date | None = reading.day("modifiedDateTime")
        yield CaseEvent(
            event_kind=EventKind.OTHER.value, title="NamUs lists this case as resolved", earliest_on=on, latest_on=on,
            precision=(DatePrecision.DAY if on else DatePrecision.UNKNOWN).value, source_key=key("resolved", 1),
        )  # fmt: skip


def _place(reading: Reading, layout: Layout, case: Case) -> Iterator[CasePlace]:
    where = layout.column_of("last_seen_earliest_on").rpartition(".")[0]
    position = f"{where}.publicGeolocation"
    address, told = reading.text(f"{position}.formattedAddress", 200), _told(reading, where)
    latitude, longitude = reading.degrees(f"{position}.coordinates.lat"), reading.degrees(f"{position}.coordinates.lon")
    precision = position_precision(address) if latitude is not None else PositionPrecision.UNKNOWN
    measured = _DEGREES.fullmatch(reading.text(f"{where}.gpsCoordinates", 200))
    if measured and abs(float(measured[1])) <= 90 and abs(float(measured[2])) <= 180:
        latitude, longitude, precision = float(measured[1]), float(measured[2]), PositionPrecision.EXACT
    yield CasePlace(
        role=(PlaceRole.LAST_SEEN if layout.case_type == CaseType.MISSING else PlaceRole.FOUND).value,
        address=address, city=case.last_seen_city, county=case.last_seen_county,
        state="" if case.last_seen_state == "ZZ" else case.last_seen_state,
        postal_code=reading.text(f"{where}.address.zipCode", 20),
        country="US" if case.last_seen_state != "ZZ" else "",
        latitude=latitude, longitude=longitude, position_precision=precision.value,
        tribal_land=str(case.tribal_land), description=told, source_key=key("place", 1),
    )  # fmt: skip


def _told(reading: Reading, where: str) -> str:
    """Where it was in words, and the position as it was written down."""
    written = reading.text(f"{where}.gpsCoordinates", 200)
    parts = (reading.prose(f"{where}.description"), f"Position as written: {written}" if written else "")
    return "\n".join(part for part in parts if part)


def position_precision(address: str) -> PositionPrecision:
    """Return what a position that NamUs gives for `address` is the middle of, by the parts of the address.

    The position is looked up from the published address; it is exact only where the address has a street number.
    """
    parts = [part.strip() for part in address.removesuffix("USA").rstrip(", ").split(",") if part.strip()]
    if len(parts) <= 1:
        return PositionPrecision.STATE if parts else PositionPrecision.UNKNOWN
    if len(parts) > 2:
        return PositionPrecision.EXACT if re.match(r"\d+\s", parts[-3]) else PositionPrecision.APPROXIMATE
    if re.search(r"\b(County|Parish|Borough|Census Area|Municipio)\b", parts[0]):
        return PositionPrecision.COUNTY
    return PositionPrecision.POSTAL if re.search(r"\d{5}", parts[1]) else PositionPrecision.LOCALITY


def _remains(reading: Reading, layout: Layout) -> Iterator[Remains]:
    if layout.case_type == CaseType.MISSING:
        return
    found, died = "detailsOfRecovery", "subjectDescription.estimatedYearOfDeath"
    status = "unclaimed" if layout.case_type == CaseType.UNCLAIMED else ""
    interval = reading.number("subjectDescription.estimatedPostmortemInterval")
    yield Remains(
        status=status or reading.code("circumstances.status.name", catalogue.REMAINS_STATUS) or "deceased",
        condition=reading.code(f"{found}.conditionOfRemains.name", catalogue.CONDITION_OF_REMAINS),
        interval=interval,
        interval_unit=reading.code("subjectDescription.estimatedPostmortemIntervalUnit.name", catalogue.INTERVAL_UNIT),
        died=years(*reading.ends(f"{died}From", f"{died}To")),
        all_parts_recovered=reading.flag(f"{found}.allPartsRecovered"),
        head_not_recovered=reading.flag(f"{found}.headNotRecovered"),
        torso_not_recovered=reading.flag(f"{found}.torsoNotRecovered"),
        limbs_not_recovered=reading.flag(f"{found}.limbsNotRecovered"),
        hands_not_recovered=reading.flag(f"{found}.handsNotRecovered"),
        source_key=key("remains", 1),
    )
