"""From suspects to what programs get."""

from typing import Any

from manumit.spine.access.models import Release

from .models import Suspect, SuspectPart
from .models.suspect import DESCRIPTION
from .questions import parts_of
from .schemas import ReleaseOut, SuspectOut, SuspectPartOut

SUMMARY = (
    "number", "level", "version", "standing", "standing_since_at", "under_18", "has_basis", "validated_at",
    "review_on", "outcome",
)  # fmt: skip


def suspect_out(suspect: Suspect, *, whole: bool = False) -> SuspectOut:
    """Return a suspect found by `access.find` with the groups its asker may read; `whole` adds every part."""
    values: dict[str, Any] = {name: getattr(suspect, name) for name in SUMMARY}
    if getattr(suspect, "can_read_description", False):
        values["description"] = {name: getattr(suspect, name) for name in DESCRIPTION}
    if whole:
        values["parts"] = [_part(row) for rows in parts_of(suspect).values() for row in rows]
    return SuspectOut(owner=suspect.owner_id, **values)


def release_out(release: Release) -> ReleaseOut:
    """Return a release."""
    names = ("id", "groups", "purposes", "authority", "expires_at")
    return ReleaseOut(agency=release.agency_id, **{name: getattr(release, name) for name in names})


def _part(row: SuspectPart) -> SuspectPartOut:
    values = {name: getattr(row, name) for name in row.own_fields()}
    return SuspectPartOut(part=row.part, id=row.pk, values=values)
