"""Whether NamUs shows a document to everybody.

Who signs in to NamUs as an investigator is served more than the public. Such a document must not be opened to partners
as one that anybody can read.
"""

from __future__ import annotations

from .reading import Reading

_LISTS = ("notes", "images", "documents", "caseContributors")
_REACHED = {"email": "isPublicEmail", "phone1": "isPublicPhone1", "phone2": "isPublicPhone2"}


def is_public(reading: Reading) -> bool:
    """Return whether case, and everything in it, is published to everybody."""
    withheld = [
        reading.text("publicationStatus.name", 60) not in {"", "Published"},
        reading.text("viewPermission", 60) not in {"", "public"},
        reading.flag("isPublic") is False,
        *(item.flag("isPublic") is False for path in _LISTS for item in reading.items(path)),
        *_privately_reached(reading),
    ]
    return not any(withheld)


def _privately_reached(reading: Reading) -> list[bool]:
    """For each way to reach a contact that is given: whether it is not for everybody."""
    found = [_withheld(item, "user") for item in reading.items("caseContributors")]
    for item in reading.items("investigatingAgencies"):
        found.extend(_withheld(item, f"{how}.contact") for how in ("selection", "properties"))
    return found


def _withheld(item: Reading, path: str) -> bool:
    flags = [(item.text(f"{path}.{way}", 254), item.flag(f"{path}.{flag}")) for way, flag in _REACHED.items()]
    return any(given and shown is False for given, shown in flags)
