"""Documents as NamUs serves them, with every path of the table filled in by invented values."""

from __future__ import annotations

import json
from typing import Any

from manumit.modules.cases.importing import namus_paths

_OF_REMAINS = {
    "circumstances.address", "circumstances.dateFound", "circumstances.dateBodyFound", "circumstances.gpsCoordinates",
    "subjectDescription.possibleFirstName", "subjectDescription.possibleLastName",
    "subjectDescription.possibleMiddleName", "subjectDescription.possibleNicknames",
}  # fmt: skip
_OF_THE_MISSING = {"sighting", "vehicles"}
KINDS = {
    "MP": _OF_REMAINS,
    "UP": {*_OF_THE_MISSING, "subjectIdentification", "circumstances.dateBodyFound"},
    "UCP": {*_OF_THE_MISSING, "subjectDescription", "circumstances.dateFound"},
}
"""What documents of each kind do not have, by the letters of their numbers."""
_VALUES: dict[str, Any] = {
    "sighting.date": "2025-06-08",
    "circumstances.dateFound": "2025-06-08",
    "circumstances.dateBodyFound": "2025-06-08",
    "createdDateTime": "2020-01-02T03:04:05Z",
    "modifiedDateTime": "2025-07-07T23:00:00Z",
    "viewPermission": "public",
    "publicationStatus.name": "Published",
    "circumstances.gpsCoordinates": "58.30194, -134.41972",
    "circumstances.status.name": "Unidentified Deceased",
    "subjectDescription.sex.name": "Female",
    "subjectIdentification.sex.name": "Female",
    "subjectIdentification.firstName": "Robin",
    "subjectIdentification.middleName": "Lee",
    "subjectIdentification.lastName": "Alder",
    "subjectIdentification.nicknames": "Rob; Robbie",
    "subjectIdentification.yearOfBirth": 1984,
    "subjectDescription.estimatedYearOfBirthFrom": 1980,
    "subjectDescription.estimatedYearOfBirthTo": 1990,
    "subjectDescription.estimatedYearOfDeathFrom": 2020,
    "subjectDescription.estimatedYearOfDeathTo": 2024,
    "subjectDescription.estimatedPostmortemInterval": 8,
    "subjectDescription.heightFrom": 60,
    "subjectDescription.heightTo": 64,
    "subjectDescription.weightFrom": 120,
    "subjectDescription.weightTo": 140,
    "subjectDescription.tribeAssociations[].tribe.tribeName": "Invented River Tribe",
    "vehicles[].vehicleYear": 1998,
    "vehicles[].vehicleColor": "Blue and White",
    "vehicles[].vehicleStyle": "Pickup",
    "vehicles[].tagExpirationYear": 2026,
}
_BY_ENDING: dict[str, Any] = {
    "address.city": "Juneau",
    "address.county.displayName": "Juneau",
    "formattedAddress": "Juneau, AK, USA",
    "coordinates.lat": 58.3,
    "coordinates.lon": -134.4,
    "state.name": "Alaska",
    "dateReported": "2025-06-09",
    "thnicity.name": "Asian",
    "ethnicities[].name": "Asian",
    "hairColor.name": "Blond/Strawberry",
    "EyeColor.name": "Hazel",
    "article.name": "Footwear",
    "location.name": "Near the Body",
    "physicalFeature.name": "Scar/mark",
    "category.name": "Tattoo",
    "Certainty.name": "Measured",
    "AgeGroup.name": "Adult - Pre 30",
    "IntervalUnit.name": "Months",
    "conditionOfRemains.name": "Recognizable face",
    "jurisdiction.name": "Tribal",
    "agencyType.name": "Coroner",
    "Land.name": "Yes",
    "tribalAffiliation.name": "Yes",
    "MinAge": 30,
    "MaxAge": 34,
    "AgeFrom": 30,
    "AgeTo": 34,
}
_TRUE = (
    "isCaseOwner",
    "isPublic",
    "isPublicEmail",
    "isPublicPhone1",
    "isPublicPhone2",
    "isEnrolled",
    "Recovered",
    "noKnownInformation",
)


def document(prefix: str, digits: int = 1, **changed: Any) -> dict[str, Any]:
    """Return a document of a kind (`MP`, `UP`, `UCP`) with everything in it; `changed` replaces whole branches."""
    left_out = KINDS[prefix]
    whole: dict[str, Any] = {}
    for path in namus_paths.table():
        if not any(path == out or path.startswith((f"{out}.", f"{out}[")) for out in left_out):
            _put(whole, path.split("."), _value(path))
    return {**whole, "idFormatted": f"{prefix}{digits}", "caseIsResolved": False, **changed}


def file(*documents: dict[str, Any]) -> bytes:
    """Return a file of documents."""
    return json.dumps(list(documents), indent=1).encode()


def _put(into: dict[str, Any], steps: list[str], value: Any) -> None:
    step, *rest = steps
    if step.endswith("[]"):
        items = into.setdefault(step[:-2], [{}])
        if rest:
            _put(items[0], rest, value)
    elif rest:
        _put(into.setdefault(step, {}), rest, value)
    else:
        into[step] = value


def _value(path: str) -> Any:
    if path in _VALUES:
        return _VALUES[path]
    for ending, value in _BY_ENDING.items():
        if path.endswith(ending):
            return value
    if path.endswith(_TRUE):
        return True
    last = path.rpartition(".")[2]
    return 1 if last in {"id", "identityId", "ordinal"} or last.endswith("Id") else f"Some {last}"
